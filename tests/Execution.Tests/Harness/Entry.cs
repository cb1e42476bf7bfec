using System.Reflection;
using System.Runtime.CompilerServices;

namespace NnGen.Execution.Tests;

/// <summary>One of the entries of a module, for callers that know neither its class nor its inputs.</summary>
internal sealed class Entry
{
    private readonly Module _module;
    private readonly MethodInfo _method;

    private Entry(Module module, MethodInfo method)
    {
        _module = module;
        _method = method;
    }

    /// <summary>The user's own method, op by op.</summary>
    public static Entry Forward(Module module, Sample sample, TensorBase?[] inputs) => Find(module, sample.Method, inputs);

    /// <summary>The compiled method.</summary>
    public static Entry Call(Module module, Sample sample, TensorBase?[] inputs) => Find(module, "Call" + Suffix(sample), inputs);

    /// <summary>The compiled method as it is in evaluation.</summary>
    public static Entry Predict(Module module, Sample sample, TensorBase?[] inputs) => Find(module, "Predict" + Suffix(sample), inputs);

    /// <summary>Forward and backward in one, where the result is one number.</summary>
    public static Entry ValueAndGrad(Module module, Sample sample, TensorBase?[] inputs) => Find(module, "ValueAndGrad" + Suffix(sample), inputs);

    /// <summary>Runs the method; its results in order, those of tuples and records too.</summary>
    public TensorBase[] Run(TensorBase?[] inputs) => [.. Flatten(Invoke(inputs))];

    /// <summary>What the method returns.</summary>
    public object? Invoke(TensorBase?[] inputs)
    {
        var parameters = _method.GetParameters();
        var arguments = new object?[parameters.Length];
        var next = 0;
        for (var i = 0; i < parameters.Length; i++)
            arguments[i] = Take(parameters[i].ParameterType, inputs, ref next);
        return _method.Invoke(_module, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static string Suffix(Sample sample) => sample.Method == "Forward" ? "" : sample.Method;

    private static Entry Find(Module module, string name, TensorBase?[] inputs)
        => new(module, module.GetType().GetMethods().First(method => method.Name == name && Fits(method, inputs)));

    private static bool Fits(MethodInfo method, TensorBase?[] inputs)
    {
        var types = method.GetParameters().SelectMany(parameter => Tensors(parameter.ParameterType)).ToArray();
        return types.Length == inputs.Length && types.Zip(inputs, Takes).All(takes => takes);
    }

    private static bool Takes(Type type, TensorBase? input) => input is null ? type.IsSubclassOf(typeof(TensorBase)) : type.IsInstanceOfType(input);

    private static IEnumerable<Type> Tensors(Type type) => Group(type) is { } group ? group.GetParameters().SelectMany(part => Tensors(part.ParameterType)) : [type];

    /// <summary>What makes a tuple or record of its parts; null for a single tensor.</summary>
    private static ConstructorInfo? Group(Type type)
    {
        var isRecord = type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
        return isRecord || typeof(ITuple).IsAssignableFrom(type) ? type.GetConstructors().First(constructor => constructor.GetParameters().Length > 0) : null;
    }

    private static object? Take(Type type, TensorBase?[] inputs, ref int next)
    {
        if (Group(type) is not { } group)
            return inputs[next++];
        var parts = new object?[group.GetParameters().Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = Take(group.GetParameters()[i].ParameterType, inputs, ref next);
        return group.Invoke(parts);
    }

    private static IEnumerable<TensorBase> Flatten(object? result) => result switch
    {
        TensorBase tensor => [tensor],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Flatten(tuple[i])),
        not null when Group(result.GetType()) is { } group => group.GetParameters().SelectMany(part => Flatten(result.GetType().GetProperty(part.Name!)!.GetValue(result))),
        not null => result.GetType().GetProperties().Where(property => property.CanWrite).SelectMany(property => Flatten(property.GetValue(result))),
        null => [],
    };
}

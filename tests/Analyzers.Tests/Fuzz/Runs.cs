using System.Globalization;
using System.Reflection;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>How a program that was compiled is run.</summary>
internal static class Runs
{
    private const int Batch = 2;
    private const int OtherSize = 64;

    /// <summary>Calls the modules that <c>[Sample]</c> methods make with their inputs.</summary>
    public static void Samples(Assembly program)
    {
        var runs = program.GetTypes().Where(type => type.Name == "Runs").SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic));
        foreach (var method in runs.Where(method => method.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "SampleAttribute")))
        {
            var sample = method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
            var module = ((Func<Module>)sample.GetType().GetProperty("Module")!.GetValue(sample)!)();
            var inputs = ((Func<int, TensorBase?[]>)sample.GetType().GetProperty("Inputs")!.GetValue(sample)!)(3);
            var entry = program.GetType("NnGen.Execution.Tests.Entry")!.GetMethod("Call")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [module, sample, inputs], null)!;
            entry.GetType().GetMethod("Invoke")!.Invoke(entry, BindingFlags.DoNotWrapExceptions, null, [inputs], null);
        }
    }

    /// <summary>Binds each module that can be made without arguments to the shapes that its Forward declares: every shape in it is checked, nothing is computed.</summary>
    public static void Bindings(Assembly program)
    {
        foreach (var module in Modules(program))
        {
            try
            {
                module.Summary(Batch);
            }
            catch (ArgumentException error) when (error is not ShapeException)
            {
                if (DeclaredShapes(module.GetType()) is { } shapes)
                    module.Summary(shapes);
            }
        }
    }

    /// <summary>A module of each class that takes no arguments, or default ones.</summary>
    public static IEnumerable<Module> Modules(Assembly program)
    {
        foreach (var type in program.GetTypes().Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsSubclassOf(typeof(Module))))
        {
            if (type.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters().All(parameter => parameter.HasDefaultValue)) is { } constructor)
                yield return (Module)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, Array.ConvertAll(constructor.GetParameters(), parameter => parameter.DefaultValue), null);
        }
    }

    /// <summary>The texts of <c>[Shape]</c> with sizes for their names; null where they are not there or name anything but sizes.</summary>
    private static Shape[]? DeclaredShapes(Type type)
    {
        var parameters = type.GetMethod("Forward")!.GetParameters();
        var texts = Array.ConvertAll(parameters, parameter => parameter.GetCustomAttribute<ShapeAttribute>()?.Dims);
        return texts.Any(text => text is null || !text.Split(',').All(IsSize)) ? null : Array.ConvertAll(texts, text => (Shape)text!.Split(',').Select(Size).ToArray());
    }

    private static bool IsSize(string dim) => dim.Trim() is var text && (int.TryParse(text, out _) || (text.All(char.IsLetter) && char.IsUpper(text[0])));

    private static int Size(string dim) => int.TryParse(dim, CultureInfo.InvariantCulture, out var size) ? size : dim.Trim() is "N" or "B" ? Batch : OtherSize;
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Ops;

/// <summary>
/// What a tensor-level member (function, operator, indexer, property) marked <c>[Lowers]</c> is: an op, and what each argument
/// is to it.
/// </summary>
/// <param name="Op">The op.</param>
/// <param name="Receiver">Name of the op's input that the receiver is; null for a static member.</param>
/// <param name="Arguments">For each parameter of the member, in order, what it is.</param>
/// <param name="Problems">Parameters that mean nothing to the op; the member cannot be lowered then.</param>
internal sealed record OpBinding(OpModel Op, string? Receiver, EquatableArray<OpArgument> Arguments, EquatableArray<OpProblem> Problems)
{
    /// <summary>The number of a part, which members marked <c>[LowersEach]</c> do not have as an argument.</summary>
    public const string Index = "index";

    private const string LowersAttribute = "NnGen.LowersAttribute";
    private const string LowersEachAttribute = "NnGen.LowersEachAttribute";
    private const string OpInputAttribute = "NnGen.OpInputAttribute";

    /// <summary>The binding of a method or property; null where it is not marked <c>[Lowers]</c>.</summary>
    public static OpBinding? Of(ISymbol member) => Bind(member, LoweredType(member));

    /// <summary>The binding of a method marked <c>[LowersEach]</c>; null where it is not marked.</summary>
    public static Each? EachOf(IMethodSymbol method)
    {
        return Attribute(method, LowersEachAttribute) is { } each && Bind(method, TypeOf(each)) is { } binding
            ? new Each(binding, Named(each, "Count"), Named(each, "Size"), Named(each, "Dim") ?? "dim")
            : null;

        static string? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value as string;
    }

    /// <param name="Binding">The op that gives one part.</param>
    /// <param name="Count">The argument that says how many parts there are; null where the size of the dim does.</param>
    /// <param name="Size">The argument that says how large a part is; null for 1.</param>
    /// <param name="Dim">The argument that says which dim is divided.</param>
    internal sealed record Each(OpBinding Binding, string? Count, string? Size, string Dim);

    private static OpBinding? Bind(ISymbol member, INamedTypeSymbol? type)
    {
        if (type is null || OpCatalogue.Read(type) is not { Model: { } op })
            return null;
        var parameters = member switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => [],
        };
        var arguments = parameters.Select(p => Argument(op, p)).ToEquatableArray();
        var unknown = parameters.Where((_, i) => arguments[i].Kind == OpArgumentKind.Unknown);
        return new OpBinding(
            op,
            member.IsStatic ? null : op.Inputs[0].Name,
            arguments,
            unknown.Select(p => Unknown(op, member, p)).ToEquatableArray());
    }

    /// <summary>The type that <c>[Lowers]</c> names, or that declares its own <c>Apply</c>; null for any other member.</summary>
    public static INamedTypeSymbol? LoweredType(ISymbol member)
        => Attribute(member, LowersAttribute) is { } lowers ? TypeOf(lowers) : IsDeclaredApply(member) ? member.ContainingType : null;

    /// <summary>Whether a method is the one of an op that its file declares and the generator implements.</summary>
    private static bool IsDeclaredApply(ISymbol member)
        => member is IMethodSymbol { Name: "Apply", IsStatic: true, IsPartialDefinition: true } && Attribute(member.ContainingType, OpSourceReader.OpAttribute) is not null;

    private static AttributeData? Attribute(ISymbol member, string name)
        => member.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == name);

    private static INamedTypeSymbol? TypeOf(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol;

    /// <summary>Whether a member marked <c>[Lowers]</c> overwrites its receiver.</summary>
    public static bool IsInPlace(ISymbol member)
        => member.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == LowersAttribute)
            ?.NamedArguments.Any(a => a is { Key: "InPlace", Value.Value: true }) == true;

    /// <summary>Inputs and hyperparameters that no parameter of the member gives: where a module has the member, its own members of these names do.</summary>
    public IEnumerable<OpArgument> Rest
        => Op.Inputs.Select(i => new OpArgument(i.Name, OpArgumentKind.Tensor))
            .Concat(Op.Hypers.Select(h => new OpArgument(h.Name, OpArgumentKind.Hyper)))
            .Except(Arguments);

    private static OpArgument Argument(OpModel op, IParameterSymbol parameter)
    {
        var name = Attribute(parameter, OpInputAttribute)?.ConstructorArguments.FirstOrDefault().Value as string ?? parameter.Name;
        if (op.Inputs.Any(i => i.Name == name))
            return new OpArgument(name, OpArgumentKind.Tensor);
        if (TensorGroups.PartsOf(parameter.Type).Any(part => op.Inputs.Any(i => i.Name == part.ParameterName)))
            return new OpArgument(name, OpArgumentKind.Parts);
        return new OpArgument(name, op.Hypers.Any(h => h.Name == name) ? OpArgumentKind.Hyper : OpArgumentKind.Unknown);
    }

    private static OpProblem Unknown(OpModel op, ISymbol member, IParameterSymbol parameter)
        => new(
            RulesOps.LowersUnknownArgument,
            member.Name,
            parameter.Name,
            EquatableArray.Create(parameter.Name, member.Name, op.Name, string.Join(", ", Names(op))));

    private static IEnumerable<string> Names(OpModel op) => op.Inputs.Select(i => i.Name).Concat(op.Hypers.Select(h => h.Name));
}

internal enum OpArgumentKind
{
    /// <summary>An input of the op.</summary>
    Tensor,

    /// <summary>A record of tensors, whose names are those of inputs; the op does not see the others.</summary>
    Parts,

    /// <summary>A hyperparameter of the op.</summary>
    Hyper,

    /// <summary>Neither.</summary>
    Unknown,
}

/// <param name="Name">Name of the input or hyperparameter.</param>
/// <param name="Kind">What it is.</param>
internal sealed record OpArgument(string Name, OpArgumentKind Kind);

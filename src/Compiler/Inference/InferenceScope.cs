using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>What the methods of one module, and the bodies in them, are inferred with.</summary>
/// <param name="Linked">The module.</param>
/// <param name="Index">Number of the method.</param>
/// <param name="Arguments">What its constructor parameters are.</param>
/// <param name="Symbol">What a name in a shape text stands for; null for one that stands for itself.</param>
/// <param name="Store">What is known of sizes.</param>
/// <param name="Instances">Infers called modules with what they are created with; null in the generator.</param>
internal sealed record InferenceScope(
    LinkedModule Linked,
    int Index,
    Arguments Arguments,
    Func<string, Dim?> Symbol,
    ConstraintStore Store,
    InstanceInference? Instances)
{
    /// <summary>Of any instance: its constructor parameters are symbols.</summary>
    public static InferenceScope OfAny(LinkedModule linked, int index, ConstraintStore store, InstanceInference? instances)
        => new(linked, index, Arguments.Symbols, Dim.Symbol, store, instances);

    /// <summary>The modules that variables of loops stand for.</summary>
    public ImmutableDictionary<string, PlacedCreation> Turns { get; init; } = ImmutableDictionary<string, PlacedCreation>.Empty;

    /// <summary>How the instance is created; null where any instance is meant.</summary>
    public PlacedCreation? Placed { get; init; }

    /// <summary>For a module of another assembly: the words for its call.</summary>
    public CallSite? Caller { get; init; }

    public MethodIr Method => Linked.Module.Methods[Index];

    /// <summary>Number of the method that the user wrote.</summary>
    public int Reported => Method.Variant is null ? Index : Linked.Module.Methods.ToList().FindIndex(Method.IsVariantOf);

    /// <summary>How a called child is created; null where that is not known.</summary>
    /// <param name="path">Its path: <c>fc1</c>, <c>blocks[3]</c>, or the variable of a loop.</param>
    /// <param name="scalars">Scalars of the method.</param>
    public PlacedCreation? Creation(string path, ScalarShapes scalars)
    {
        if (Turns.TryGetValue(path, out var turn))
            return turn;
        if (path.LastIndexOf('.') is var dot and >= 0)
        {
            return path.Substring(dot) switch
            {
                ".Value" => Turns.TryGetValue(path.Substring(0, dot), out var entry) ? entry : null,
                ".Values" => Creation(path.Substring(0, dot), scalars),
                _ => null,
            };
        }

        var bracket = path.IndexOf('[');
        var name = bracket < 0 ? path : path.Substring(0, bracket);
        if (Member(name, scalars) is not { } placed)
            return null;
        if (bracket < 0)
            return placed;
        var key = path.Substring(bracket + 1, path.Length - bracket - 2);
        if (key.StartsWith("\"", StringComparison.Ordinal))
            return placed.Elements?.FirstOrDefault(element => element.Creation.Key == key.Trim('"'));
        var number = int.TryParse(key, out var constant) ? constant
            : Arguments.Find("int", key) is { Kind: HyperKind.Number, Number.Value: { } value } ? (int)value
            : -1;
        if (placed.Elements is { } elements && number >= 0)
            return number < elements.Count ? elements[number] : null;
        return number < 0 ? placed.AnyElement(Store.FreshNumber()) : null;
    }

    /// <summary>How a member's module is created: by this class, or by a base class whatever arguments that is given.</summary>
    private PlacedCreation? Member(string name, ScalarShapes scalars)
    {
        if (Instances is null)
            return null;
        var module = Linked.Module;
        if (Placed?.Given(name) is { } given)
            return given;
        while (true)
        {
            if (Instances.CreationOf(module.Type.MetadataName, name, scalars.Constant) is { } creation)
                return creation.Parameter is null ? new PlacedCreation(creation, scalars) : Placed?.Given(creation.Parameter);
            if (module.BaseModule is not { } ancestor || Instances.Find(ancestor) is not { } linked)
                return null;
            module = linked.Module;
            scalars = scalars.Of(module, Arguments.None);
        }
    }

    /// <summary>The module that a path to a member of a child leads through, and its constructor parameters; null where it is not known.</summary>
    /// <param name="path">The path: <c>layers[0].Weight</c>.</param>
    /// <param name="scalars">Scalars of the method.</param>
    public (ModuleIr Module, Arguments Arguments, string Member)? Child(string path, ScalarShapes scalars)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0 || Creation(path.Substring(0, dot), scalars) is not { } placed || Instances!.Find(placed.Creation.Type)?.Module is not { } module)
            return null;
        return (module, Arguments.Of(placed.Hypers(module)), path.Substring(dot + 1));
    }

    /// <summary>A number that a path to a readonly member of a child leads to: <c>fc1.InFeatures</c>, <c>layers.Count</c>.</summary>
    /// <param name="path">The path.</param>
    /// <param name="scalars">Scalars of the method.</param>
    public HyperValue<Dim> Scalar(string path, ScalarShapes scalars)
    {
        if (path.EndsWith(".Count", StringComparison.Ordinal) && Creation(path.Substring(0, path.Length - ".Count".Length), scalars)?.Elements is { } elements)
            return HyperValue<Dim>.Of(elements.Count);
        return Child(path, scalars) is { } child ? scalars.Of(child.Module, child.Arguments).Member(child.Member) : HyperValue<Dim>.Unknown;
    }
}

/// <summary>A module and what the arguments that it is created with are read by.</summary>
/// <param name="Creation">The creation.</param>
/// <param name="Holder">Scalars of the module that creates it.</param>
internal sealed record PlacedCreation(CreationIr Creation, ScalarShapes Holder)
{
    private const int MaxElements = 64;

    /// <summary>What a Sequential or a list of known length holds; null for anything else.</summary>
    public IReadOnlyList<PlacedCreation>? Elements
    {
        get
        {
            if (Creation.Elements is not { } elements)
                return null;
            if (Creation.Repeat is not { } repeat)
                return elements.Select(element => this with { Creation = element }).ToList();
            return Holder.Size(repeat.Count)?.Value is >= 0 and <= MaxElements and var count
                ? Enumerable.Range(0, (int)count).Select(i => Element(i)).ToList()
                : null;
        }
    }

    /// <summary>A module that its constructor is given; null where that is none.</summary>
    public PlacedCreation? Given(string parameter)
        => Creation.Modules.FirstOrDefault(module => module.Name == parameter)?.Creation is { IsUnknown: false } given ? this with { Creation = given } : null;

    /// <summary>Whether a module that its constructor takes is null.</summary>
    public Truth IsNull(string parameter) => Creation.Modules.FirstOrDefault(module => module.Name == parameter) is { } given ? (given.Creation is null).ToTruth() : Truth.Unknown;

    /// <summary>The constructor parameters of its class by what it is created with.</summary>
    public Dictionary<string, HyperValue<Dim>> Hypers(ModuleIr module)
        => HyperValues.Of(module.Constructor, hyper => Holder.Hyper(Creation.Arguments.FirstOrDefault(argument => argument.Name == hyper.Name)?.Value));

    /// <summary>An element of a list, whichever it is; null where they differ in more than their number.</summary>
    public PlacedCreation? AnyElement(Dim index)
    {
        if (Creation.Repeat is not null)
            return Element(index);
        return Creation.Elements is { Count: > 0 } elements && elements.All(element => element.Arguments.Equals(elements[0].Arguments) && element.Type == elements[0].Type)
            ? this with { Creation = elements[0] }
            : null;
    }

    private PlacedCreation Element(Dim index) => new(Creation.Elements!.Value[0], Holder.With(Creation.Repeat!.Index, index));
}

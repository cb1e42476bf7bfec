using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>What a module does that is created with known arguments and called with known shapes.</summary>
/// <param name="Shapes">Shapes of its results; unknown ones where nothing is known.</param>
/// <param name="Mistake">Why it can never run, in the words of its caller; null where it may.</param>
/// <param name="Site">Place of the creation that <see cref="Mistake"/> is about.</param>
internal sealed record InstanceResult(IReadOnlyList<SymbolicShape> Shapes, string? Mistake = null, int Site = -1)
{
    public static readonly InstanceResult Unknown = new([]);

    /// <summary>Where in the module itself the mistake stands; null where there is none.</summary>
    public ShapeFinding? Finding { get; init; }

    /// <summary>What a method declares of a result where that says all, else what its body gives.</summary>
    public static SymbolicShape Better(SymbolicShape declared, SymbolicShape inferred)
        => !inferred.IsKnown || (declared.HasRank && !declared.Dims.SelectMany(dim => dim.Symbols()).Any(ConstraintStore.IsOpen)) ? declared : inferred;

    public SymbolicShape Shape(int index) => index < Shapes.Count ? Shapes[index] : SymbolicShape.Unknown;
}

/// <summary>Infers called modules with the arguments and shapes of their place: blocks whose sizes are constructor parameters, Sequentials, lists.</summary>
/// <param name="bodies">What modules compute.</param>
/// <param name="store">What is known of sizes where the calls stand.</param>
internal sealed class InstanceInference(IModuleBodies bodies, ConstraintStore store)
{
    private const string Forward = "Forward(Float32)";
    private const int MaxDepth = 24;

    /// <summary>Modules that hold themselves would go on for long.</summary>
    private const int MaxRuns = 4000;

    /// <summary>Numbers of dims, the usual ones of images, rows and sequences first.</summary>
    private static readonly int[] s_ranks = [4, 2, 3, 5, 1, 6];

    private readonly Dictionary<string, InstanceResult> _known = new(StringComparer.Ordinal);
    private int _depth;
    private int _runs;

    public CreationIr? CreationOf(string type, string member, Func<HyperIr, ScalarIr?> given) => bodies.CreationOf(type, member, given);

    public LinkedModule? Find(string type) => bodies.Find(type);

    /// <summary>Infers the modules of a Sequential one after the other; what is not known of one leaves the input of the next open.</summary>
    public InstanceResult RunElements(PlacedCreation sequential, SymbolicShape input)
    {
        if (sequential.Elements is not { } elements)
            return InstanceResult.Unknown;
        string? maker = null;
        foreach (var element in elements)
        {
            var result = RunElement(element, input, maker);
            if (result.Mistake is not null)
                return result;
            var output = result.Shape(0);
            if (!output.IsKnown || !output.Equals(input))
                maker = element.Creation.Text;
            input = output.IsKnown ? store.Resolve(output) : store.FreshShape("x");
        }

        return new InstanceResult([input]);
    }

    /// <summary>Infers a Sequential for every number of dims that its input can have: a mistake is one where it fits for none.</summary>
    public InstanceResult RunElements(PlacedCreation sequential)
    {
        var any = RunElements(sequential, store.FreshShape("x"));
        if (any.Mistake is not null)
            return any;
        var results = s_ranks.Select(rank => RunElements(sequential, SymbolicShape.Of(Enumerable.Range(0, rank).Select(_ => store.FreshDim())))).ToList();
        return results.All(result => result.Mistake is not null) ? results.OrderByDescending(result => result.Site).First() : any;
    }

    /// <summary>Infers a Sequential that is called with a known shape; one that fits for no input is reported where it is created.</summary>
    /// <param name="sequential">How it is created.</param>
    /// <param name="input">Shape of its input.</param>
    /// <param name="site">The user's words for the call.</param>
    public InstanceResult RunSequential(PlacedCreation sequential, SymbolicShape input, CallSite site)
    {
        var result = RunElements(sequential, input.IsKnown ? input : store.FreshShape("x"));
        if (result.Mistake is null)
            return result;
        return InstanceResult.Unknown with { Mistake = sequential.Creation.IsOfFunction || RunElements(sequential).Mistake is null ? ShapeMessages.WriteInstance(site, [input], result.Mistake) : null };
    }

    /// <summary>Infers a module as it is created, whatever it is called with.</summary>
    public InstanceResult RunAny(PlacedCreation module)
    {
        if (module.Creation.Type == CreationIr.Sequential)
            return RunElements(module);
        if (bodies.Find(module.Creation.Type) is not { } linked || !bodies.IsOwn(linked) || bodies.IsRefuted(linked))
            return InstanceResult.Unknown;
        return RunForward(linked, Arguments.Of(module.Hypers(linked.Module)), module) is { Mistake: { } mistake }
            ? InstanceResult.Unknown with { Mistake = ShapeMessages.WriteCreation(module.Creation.Text, mistake), Site = module.Creation.Site }
            : InstanceResult.Unknown;
    }

    /// <summary>Infers a module as it is created without arguments, where that can be: defaults are sizes that are known.</summary>
    /// <returns>What can never run then, where it stands; null where nothing is found.</returns>
    public ShapeFinding? RunDefault(LinkedModule linked)
    {
        var constructor = linked.Module.Constructor;
        if (constructor.Count == 0 || !constructor.All(IsDefaultSize))
            return null;
        var constants = new ScalarShapes(linked.Module, new MethodShapes(0, []), Arguments.None, store);
        var defaults = HyperValues.Of(constructor, hyper => constants.Hyper(hyper.Default));
        return RunForward(linked, Arguments.Of(defaults)).Finding is { } finding
            ? finding with { Message = ShapeMessages.WriteCreation(linked.Module.Type.Name + "()", finding.Message), Fix = null }
            : null;
    }

    /// <summary>Whether a parameter has a default that may be meant as a size: 0, -1 and null often stand for what must be given.</summary>
    private static bool IsDefaultSize(HyperIr hyper)
        => hyper.Default is ConstantIr { Text: not ("null" or "default") } constant && (hyper.Type is not ("int" or "long") || constant.Integer > 0);

    private InstanceResult RunForward(LinkedModule linked, Arguments arguments, PlacedCreation? placed = null)
    {
        var forward = linked.Module.Methods.ToList().FindIndex(method => method.Name == "Forward" && method.Variant is null);
        if (forward < 0)
            return InstanceResult.Unknown;
        MethodInference.NameSizes(linked.Module, linked.Module.Methods[forward], name => Argument(arguments, name) ?? Dim.Symbol(name), store);
        return Run(new InferenceScope(linked, forward, arguments, name => Argument(arguments, name) ?? Dim.Symbol(name), store, this) { Placed = placed }, []);
    }

    /// <summary>Infers a call of a module.</summary>
    /// <param name="module">How it is created.</param>
    /// <param name="isCalled">Whether a method is the one that is called.</param>
    /// <param name="inputs">Shapes of what it is given.</param>
    /// <param name="site">The user's words for the call.</param>
    public InstanceResult RunMethod(PlacedCreation module, Func<MethodIr, bool> isCalled, IReadOnlyList<SymbolicShape?> inputs, CallSite site)
    {
        if (module.Creation.IsUnknown || bodies.Find(module.Creation.Type) is not { } linked || linked.Module.Methods.Where(isCalled).ToList() is not { Count: 1 } called)
            return InstanceResult.Unknown;
        var (method, hypers) = (called[0], module.Hypers(linked.Module));
        var result = SymbolicInference.Infer(CallContract.Of(linked.Module, method, isKnown: true), inputs, null, hypers, store);
        if (result.Truth == Truth.Refuted)
            return InstanceResult.Unknown with { Mistake = result.Messages(site)[0], Site = module.Creation.Site };
        var inner = Run(linked, method, module, result, inputs, site);
        return inner.Mistake is null ? new InstanceResult([InstanceResult.Better(result.Outputs[0], inner.Shape(0))]) : inner with { Site = module.Creation.Site };
    }

    private InstanceResult RunElement(PlacedCreation element, SymbolicShape input, string? maker)
        => element.Creation.Type == CreationIr.Sequential
            ? RunElements(element, input)
            : RunMethod(element, method => method.Key == Forward && method.Variant is null, [input], new CallSite(element.Creation.Text, [new CallArgument(InputOf(element), IsMember: false, maker)]));

    private string InputOf(PlacedCreation module)
        => bodies.Find(module.Creation.Type)?.Module.Methods.FirstOrDefault(method => method.Key == Forward)?.Inputs[0].Name ?? "input";

    /// <summary>Infers a method of one instance.</summary>
    /// <param name="placed">How the instance is created.</param>
    /// <param name="key">Key of the method.</param>
    /// <param name="result">What the method's contract gives for the call.</param>
    /// <param name="inputs">Shapes of what it is given.</param>
    /// <param name="site">The user's words for the call.</param>
    public InstanceResult Run(PlacedCreation placed, string key, InferenceResult result, IReadOnlyList<SymbolicShape?> inputs, CallSite site)
        => bodies.Find(placed.Creation.Type) is { } linked && linked.Module.Methods.FirstOrDefault(candidate => candidate.Key == key) is { } method
            ? Run(linked, method, placed, result, inputs, site)
            : InstanceResult.Unknown;

    private InstanceResult Run(LinkedModule linked, MethodIr method, PlacedCreation placed, InferenceResult call, IReadOnlyList<SymbolicShape?> inputs, CallSite site)
    {
        if (_depth == MaxDepth || _runs == MaxRuns)
            return InstanceResult.Unknown;
        var given = inputs.Select(input => input is null ? null : store.Resolve(input)).ToList();
        var hypers = placed.Hypers(linked.Module);
        var key = placed.Creation.Modules.Count > 0 ? null : Key(linked, method, hypers, given);
        if (key is not null && _known.TryGetValue(key, out var known))
            return known;
        if (key is not null)
            _known[key] = InstanceResult.Unknown; // What calls itself with the same arguments.
        _runs++;
        _depth++;
        var arguments = Arguments.Of(hypers);
        var scope = new InferenceScope(linked, linked.Module.Methods.ToList().IndexOf(method), arguments, Names(arguments, call), store, this)
        {
            Placed = placed,
            Caller = bodies.IsOwn(linked) ? null : site,
        };
        var result = Run(scope, given);
        if (result.Mistake is { } mistake && scope.Caller is null)
            result = bodies.IsRefuted(linked) ? InstanceResult.Unknown : result with { Mistake = ShapeMessages.WriteInstance(site, given, mistake) };
        _depth--;
        if (key is not null)
            _known[key] = result;
        return result;
    }

    /// <summary>A method, or those of its variants that may be meant.</summary>
    private InstanceResult Run(InferenceScope scope, IReadOnlyList<SymbolicShape?> inputs)
    {
        if (!scope.Method.IsSelecting)
            return MethodInference.InferInstance(scope, inputs);
        var scalars = new ScalarShapes(scope.Linked.Module, new MethodShapes(0, []), scope.Arguments, store, placed: scope.Placed);
        var methods = scope.Linked.Module.Methods;
        var variants = Enumerable.Range(0, methods.Count)
            .Where(i => methods[i].IsVariantOf(scope.Method))
            .Select(i => (Index: i, Holds: scalars.Holds(methods[i].Variant!.Condition)))
            .Where(variant => variant.Holds != Truth.Refuted)
            .ToList();
        if (variants.Count == 1 || variants.Any(variant => variant.Holds == Truth.Proven))
            return MethodInference.InferInstance(scope with { Index = variants.OrderBy(variant => variant.Holds == Truth.Proven ? 0 : 1).First().Index }, inputs);
        var results = new List<InstanceResult>();
        foreach (var (index, _) in variants)
        {
            var mark = store.Mark();
            results.Add(MethodInference.InferInstance(scope with { Index = index }, inputs));
            store.Undo(mark);
        }

        if (results.Count > 0 && results.All(result => result.Mistake is not null))
            return results[0];
        return results.Count > 0 && results.All(result => result.Shapes.SequenceEqual(results[0].Shapes)) ? results[0] : InstanceResult.Unknown;
    }

    private Func<string, Dim?> Names(Arguments arguments, InferenceResult call)
    {
        var names = new Dictionary<string, Dim>(StringComparer.Ordinal);
        return name =>
        {
            if (Argument(arguments, name) is { } argument)
                return argument;
            if (call.Dims.TryGetValue(name, out var dim))
                return dim;
            if (!names.TryGetValue(name, out var fresh))
                names[name] = fresh = store.FreshDim();
            return fresh;
        };
    }

    private static Dim? Argument(Arguments arguments, string name) => arguments.Find("int", name) is { Kind: HyperKind.Number } argument ? argument.Number : null;

    /// <summary>What a result depends on; null where a size is still open, for then a run may decide it.</summary>
    private static string? Key(LinkedModule linked, MethodIr method, Dictionary<string, HyperValue<Dim>> hypers, IReadOnlyList<SymbolicShape?> inputs)
    {
        if (inputs.Any(input => input is not null && (!input.IsKnown || input.Pack?[0] == '?' || input.Leading.Concat(input.Trailing).SelectMany(dim => dim.Symbols()).Any(ConstraintStore.IsOpen))))
            return null;
        var arguments = hypers.Select(hyper => hyper.Value.Kind switch
        {
            HyperKind.Number => hyper.Value.Number.ToString(),
            HyperKind.List => string.Join(",", hyper.Value.Items!.Select(item => item.ToString())),
            var kind => hyper.Value.Real?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? kind.ToString(),
        });
        return $"{linked.Module.Type.MetadataName}.{method.Key}({string.Join(";", arguments)})[{string.Join(";", inputs)}]";
    }
}

using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Tests.Shapes;

/// <summary>One call of a contract, matched with numbers or with polynomials.</summary>
internal sealed class Call(string contract)
{
    private readonly Dictionary<string, HyperValue<Dim>> _hypers = [];
    private readonly List<SymbolicShape?> _inputs = [];

    public Contract Contract { get; } = Contract.Parse(contract);

    public ConstraintStore Store { get; private init; } = new();

    public IReadOnlyList<SymbolicShape?> Inputs => _inputs;

    public IReadOnlyDictionary<string, HyperValue<Dim>> Hypers => _hypers;

    public ElementType[]? Types { get; set; }

    /// <summary>Adds an input; null is absent, <c>?</c> unknown.</summary>
    public Call Input(string? text) => Input(text switch
    {
        null => null,
        "?" => SymbolicShape.Unknown,
        _ => ShapeText.Parse(text).ToShape(_ => null, Store),
    });

    public Call Input(SymbolicShape? shape)
    {
        _inputs.Add(shape);
        return this;
    }

    public Call Hyper(string name, Dim value)
    {
        _hypers[name] = HyperValue<Dim>.Of(value);
        return this;
    }

    public Call Hyper(string name, Dim[] items)
    {
        _hypers[name] = HyperValue<Dim>.Of(items);
        return this;
    }

    public Call NoHyper(string name)
    {
        _hypers[name] = default;
        return this;
    }

    public InferenceResult Infer() => SymbolicInference.Infer(Contract, _inputs, Types, _hypers, Store);

    /// <summary>The message of a mismatch, or the conditions that stay open.</summary>
    public string Message(string site) => string.Join("\n", Infer().Messages(CallSite.Parse(site)));

    /// <summary>The result's shapes for numbers in place of symbols; null where they do not fit.</summary>
    public long[][]? Match(Func<string, long> symbol)
    {
        var matcher = new ContractMatcher<long, NumberAlgebra>(Contract, default);
        var inputs = _inputs
            .Select(shape => shape is null ? default : new DimList<long>([.. shape.Dims.Select(dim => dim.Evaluate(symbol))]))
            .ToArray();
        var hypers = Contract.Hypers.Select(name => Evaluate(_hypers[name], symbol)).ToArray();
        for (var i = 0; i < Contract.Alternatives.Count; i++)
        {
            if (matcher.TryMatch(i, inputs, null, hypers, explains: false))
                return [.. matcher.Outputs.Select(output => output.ToArray())];
        }

        return null;
    }

    private static HyperValue<long> Evaluate(HyperValue<Dim> value, Func<string, long> symbol) => value.Kind switch
    {
        HyperKind.Number => HyperValue<long>.Of(value.Number.Evaluate(symbol)),
        HyperKind.List => HyperValue<long>.Of([.. value.Items!.Select(item => item.Evaluate(symbol))]),
        _ => default,
    };
}

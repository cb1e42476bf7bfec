using System.Collections.Concurrent;
using System.ComponentModel;
using NnGen.Compiler.Shapes;

namespace NnGen.CompilerServices;

/// <summary>The shape contract of an op, ready to be matched with the shapes of a call. Safe for use by many threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpContract
{
    private static readonly ConcurrentDictionary<string, OpContract> Parsed = new(StringComparer.Ordinal);

    private readonly BoundOpCache _bound = new();
    private NumberMatcher? _idle;

    private OpContract(Contract contract) => Contract = contract;

    internal Contract Contract { get; }

    /// <summary>How many products the op adds up, as its declaration says it; null where none are counted.</summary>
    internal string? Products { get; private init; }

    /// <summary>Reads a contract; the same text gives the same object.</summary>
    /// <param name="text">The contract.</param>
    /// <param name="hypers">Names of the hyperparameters in the order in which values will be given. Left out: the names in the
    /// contract that begin with a lower-case letter, in order of appearance.</param>
    /// <exception cref="ArgumentException">The text is no contract.</exception>
    public static OpContract Parse(string text, params string[] hypers)
        => Parsed.GetOrAdd(hypers.Length == 0 ? text : $"{text}\n{string.Join(",", hypers)}", _ => Read(text, hypers));

    /// <summary>The same contract of an op that adds up products.</summary>
    /// <param name="products">How many, as <see cref="OpAttribute.MultiplyAdds"/> says it.</param>
    public OpContract Counting(string products) => new(Contract) { Products = products };

    /// <summary>The shapes of the outputs for a call.</summary>
    /// <param name="expression">The user's words for messages: <c>fc1</c>, or <c>fc1 &lt;- x; this.fc1.Weight</c> with every argument.</param>
    /// <param name="inputs">Shapes in the contract's order, a variadic input's one after the other; null where absent.</param>
    /// <param name="hypers">Hyperparameters in the order given to <see cref="Parse"/>.</param>
    /// <exception cref="ShapeException">The shapes do not fit the contract.</exception>
    public BoundOp Infer(string expression, ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarValue> hypers)
    {
        var hash = BoundOpCache.Hash(inputs, hypers);
        if (_bound.Find(hash, inputs, hypers) is { } known)
            return known;
        var matcher = Interlocked.Exchange(ref _idle, null) ?? new NumberMatcher(Contract);
        var result = matcher.Match(expression, inputs, hypers);
        _idle = matcher;
        _bound.Add(hash, inputs, hypers, result);
        return result;
    }

    private static OpContract Read(string text, string[] hypers)
    {
        try
        {
            return new OpContract(hypers.Length == 0 ? Contract.Parse(text) : Contract.Parse(text, hypers));
        }
        catch (ContractException error)
        {
            throw new ArgumentException($"'{text}' is no contract (at {error.Position}): {error.Message}", nameof(text), error);
        }
    }
}

using System;
using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

/// <summary>
/// Matches the shapes of a call with a contract and computes the results' shapes. One text for numbers and polynomials; with
/// numbers it allocates nothing unless it must explain a mismatch. Used for one match at a time.
/// </summary>
internal sealed partial class ContractMatcher<TDim, TAlgebra>(Contract contract, TAlgebra algebra)
    where TAlgebra : IDimAlgebra<TDim>
{
    private readonly Bindings<TDim> _bindings = new();
    private readonly DimBuffer<TDim> _buffer = new();
    private readonly List<Mismatch> _open = [];
    private HyperValue<TDim>[] _hypers = [];
    private DimList<TDim>[] _inputs = [];
    private ElementType[]? _types;
    private int _variadicCount;
    private bool _explains;
    private bool _hasFailed;

    /// <summary>Why the last match failed; null unless it was told to explain.</summary>
    public Mismatch? Failure { get; private set; }

    /// <summary>What the last match could not prove.</summary>
    public IReadOnlyList<Mismatch> Open => _open;

    /// <summary>Shapes of the outputs of the last match; absent where nothing is known.</summary>
    public DimList<TDim>[] Outputs { get; } = new DimList<TDim>[contract.Outputs.Count];

    /// <summary>Whether an output of the last match could not be computed, so that it might yet turn out to be impossible.</summary>
    public bool LeavesOutputOpen { get; private set; }

    /// <summary>Sizes of the names after the last match.</summary>
    public Bindings<TDim> Bindings => _bindings;

    /// <summary>Matches one alternative.</summary>
    /// <param name="inputs">Shapes in the contract's order, a variadic input's tensors one after the other.</param>
    /// <param name="types">Element types of <paramref name="inputs"/>, or null where C# has checked them.</param>
    /// <param name="hypers">Values by slot of the contract's names.</param>
    /// <param name="explains">Whether <see cref="Failure"/> is wanted.</param>
    public bool TryMatch(int alternative, DimList<TDim>[] inputs, ElementType[]? types, HyperValue<TDim>[] hypers, bool explains)
    {
        (_inputs, _types, _hypers, _explains) = (inputs, types, hypers, explains);
        _variadicCount = inputs.Length - (contract.Inputs.Count - 1);
        Failure = null;
        _hasFailed = false;
        LeavesOutputOpen = false;
        _open.Clear();
        _buffer.Clear();
        _broadcasts.Clear();
        _dimBroadcasts.Clear();
        _deferred.Clear();
        try
        {
            _bindings.Clear(contract.Names, algebra.Number(0));
            var rules = contract.Alternatives[alternative];
            return MatchGuard(rules.Guard)
                && MatchInputs(rules.Inputs)
                && ResolveBroadcasts()
                && MatchDerived(rules.Where)
                && MatchDeferred()
                && BuildOutputs(rules.Outputs);
        }
        catch (OverflowException)
        {
            return Fail(ArithmeticMismatch.TooLarge);
        }
        catch (DivideByZeroException)
        {
            return Fail(_explains ? new ArithmeticMismatch("a size is divided by 0") : null);
        }
    }

    private bool Fail(Mismatch? mismatch)
    {
        Failure = mismatch;
        _hasFailed = true;
        return false;
    }

    /// <summary>Whether what would be wrong must be put down: it is refuted and explained, or open.</summary>
    private bool Matters(Truth truth) => truth == Truth.Unknown || (truth == Truth.Refuted && _explains);

    /// <summary>Goes on where a statement is proven or open, and stops where it is refuted.</summary>
    private bool Settle(Truth truth, Mismatch? mismatch)
    {
        if (truth == Truth.Refuted)
            return Fail(mismatch);
        if (truth == Truth.Unknown)
            _open.Add(mismatch!);
        return true;
    }

    private bool MatchGuard(Expression? guard)
    {
        if (guard is null)
            return true;
        var truth = Holds(guard);
        return Settle(truth, Matters(truth) ? new GuardMismatch(ExpressionText.Write(guard)) : null);
    }

    /// <summary>An empty tensor may give empty dims; from any other a dim below 1 is a mistake, such as a kernel larger than its input.</summary>
    private bool HasEmptyInput()
    {
        foreach (var input in _inputs)
        {
            for (var i = 0; i < input.Count; i++)
            {
                if (algebra.ToNumber(input[i]) == 0)
                    return true;
            }
        }

        return false;
    }

    private bool MatchDerived(IReadOnlyList<DerivedDim> where)
    {
        for (var i = 0; i < where.Count; i++)
        {
            var derived = where[i];
            if (!TryEvaluate(derived.Value, out var value))
            {
                if (_hasFailed)
                    return false;
                continue;
            }

            var minimum = HasEmptyInput() ? 0 : 1;
            var truth = algebra.IsAtLeast(value, algebra.Number(minimum));
            if (!Settle(truth, Matters(truth) ? new DerivedMismatch(derived.Name, algebra.ToDim(value), minimum) : null))
                return false;
            _bindings.SetDim(derived.Slot, value, null);
        }

        return true;
    }
}

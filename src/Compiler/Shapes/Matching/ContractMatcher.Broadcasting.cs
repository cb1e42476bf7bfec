using System;
using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

// #*S and #d: inputs that may be smaller than the result.
internal sealed partial class ContractMatcher<TDim, TAlgebra>
{
    private readonly List<Broadcast> _broadcasts = [];
    private readonly List<DimBroadcast> _dimBroadcasts = [];

    private bool ResolveBroadcasts()
    {
        for (var i = 0; i < _dimBroadcasts.Count; i++)
        {
            if (!ResolveDim(_dimBroadcasts[i]))
                return false;
        }

        for (var i = 0; i < _broadcasts.Count; i++)
        {
            if (!Resolve(_broadcasts[i], i))
                return false;
        }

        return true;
    }

    private bool ResolveDim(DimBroadcast broadcast)
    {
        var one = algebra.Number(1);
        if (!_bindings.HasDim(broadcast.Slot))
        {
            _bindings.SetDim(broadcast.Slot, broadcast.Value, broadcast.At);
            return true;
        }

        var source = _bindings.SourceOf(broadcast.Slot)!.Value;
        if (!TryBroadcast(_bindings.Dim(broadcast.Slot), broadcast.Value, source.Input, broadcast.At.Input, -1, out var result))
            return false;
        if (algebra.AreEqual(_bindings.Dim(broadcast.Slot), one) == Truth.Proven)
            source = broadcast.At;
        _bindings.SetDim(broadcast.Slot, result, source);
        return true;
    }

    private bool Resolve(Broadcast broadcast, int index)
    {
        if (!_bindings.HasPack(broadcast.Slot))
        {
            _bindings.SetPack(broadcast.Slot, broadcast.Dims, broadcast.Input);
            return true;
        }

        var source = _bindings.PackSourceOf(broadcast.Slot)!.Value;
        var known = algebra.Resolve(_bindings.Pack(broadcast.Slot));
        var isFixed = !IsBroadcastSource(broadcast.Slot, source, index);
        if (!TryBroadcast(known, algebra.Resolve(broadcast.Dims), source, broadcast.Input, broadcast.After, out var result))
            return false;
        if (isFixed && !RequireSame(known, result, broadcast))
            return false;
        if (!isFixed)
            _bindings.SetPack(broadcast.Slot, result, source);
        return true;
    }

    /// <summary>Whether the pack got its dims from an earlier input marked <c>#</c> and not from one that fixes them.</summary>
    private bool IsBroadcastSource(int slot, InputRef source, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (_broadcasts[i].Slot == slot && _broadcasts[i].Input == source)
                return true;
        }

        return false;
    }

    /// <summary>An input marked <c>#</c> must not be larger than one that fixes the pack.</summary>
    private bool RequireSame(DimList<TDim> known, DimList<TDim> result, Broadcast broadcast)
    {
        var truth = FindPack(known) >= 0 || FindPack(result) >= 0
            ? AreSame(known, result) ? Truth.Proven : Truth.Unknown
            : known.Count == result.Count ? Truth.Proven : Truth.Refuted;
        for (var i = 0; i < known.Count && truth == Truth.Proven; i++)
            truth = algebra.AreEqual(known[i], result[i]);
        if (truth == Truth.Proven)
            return true;
        return Settle(truth, Matters(truth)
            ? new PackMismatch(broadcast.Input, contract.Names.Packs[broadcast.Slot], ToShape(known), _bindings.PackSourceOf(broadcast.Slot))
            : null);
    }

    private bool TryBroadcast(DimList<TDim> left, DimList<TDim> right, InputRef leftInput, InputRef rightInput, int after, out DimList<TDim> result)
    {
        result = left;
        if (FindPack(left) >= 0 || FindPack(right) >= 0)
        {
            if (!AreSame(left, right))
                result = BroadcastOpen(left, right);
            return true;
        }

        var rank = Math.Max(left.Count, right.Count);
        var start = _buffer.Count;
        for (var i = 0; i < rank; i++)
        {
            var l = i - (rank - left.Count);
            var r = i - (rank - right.Count);
            var dim = l < 0 ? right[r] : left[Math.Max(l, 0)];
            if (l >= 0 && r >= 0 && !TryBroadcast(left[l], right[r], leftInput, rightInput, i - rank - after, out dim))
                return false;
            _buffer.Add(dim);
        }

        result = _buffer.Since(start);
        return true;
    }

    /// <summary>The result where a pack is in the way: the larger side where the other is a few last dims, else open.</summary>
    private DimList<TDim> BroadcastOpen(DimList<TDim> left, DimList<TDim> right)
    {
        if (left.Count == 0 || right.Count == 0)
            return left.Count == 0 ? right : left;
        var start = _buffer.Count;
        var (large, small) = FindPack(left) >= 0 ? (left, right) : (right, left);
        var tail = large.Count - 1 - FindPack(large);
        if (FindPack(small) >= 0 || small.Count > tail)
        {
            _buffer.Add(algebra.FreshPack(large[FindPack(large)]));
            return _buffer.Since(start);
        }

        for (var i = 0; i < large.Count; i++)
        {
            var other = i - (large.Count - small.Count);
            var isSafe = other < 0
                || algebra.AreEqual(small[other], algebra.Number(1)) == Truth.Proven
                || algebra.AreEqual(small[other], large[i]) == Truth.Proven;
            _buffer.Add(isSafe ? large[i] : algebra.FreshDim());
        }

        return _buffer.Since(start);
    }

    private bool TryBroadcast(TDim left, TDim right, InputRef leftInput, InputRef rightInput, int axis, out TDim result)
    {
        var one = algebra.Number(1);
        result = left;
        if (algebra.AreEqual(right, one) == Truth.Proven)
            return true;
        if (algebra.AreEqual(left, one) == Truth.Proven)
        {
            result = right;
            return true;
        }

        var truth = algebra.AreEqual(left, right);
        if (truth == Truth.Proven)
            return true;
        var leftIsOne = algebra.AreEqual(left, one);
        var rightIsOne = algebra.AreEqual(right, one);
        if (leftIsOne == Truth.Unknown || rightIsOne == Truth.Unknown)
        {
            truth = Truth.Unknown;
            // A side that is never 1 is the result, or there is none.
            result = leftIsOne == Truth.Refuted ? left : rightIsOne == Truth.Refuted ? right : algebra.FreshDim();
        }

        return Settle(truth, Matters(truth)
            ? new BroadcastMismatch(leftInput, rightInput, algebra.ToDim(left), algebra.ToDim(right), axis)
            : null);
    }

    private bool AreSame(DimList<TDim> left, DimList<TDim> right)
    {
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (algebra.AreEqual(left[i], right[i]) != Truth.Proven)
                return false;
        }

        return true;
    }

    private SymbolicShape ToShape(DimList<TDim> dims)
        => ConstraintStore.ToShape(new DimList<Dim>(Array.ConvertAll(dims.ToArray(), algebra.ToDim)));

    /// <param name="After">How many dims the pattern has after the pack.</param>
    private readonly record struct Broadcast(int Slot, DimList<TDim> Dims, InputRef Input, int After);

    private readonly record struct DimBroadcast(int Slot, TDim Value, DimRef At);
}

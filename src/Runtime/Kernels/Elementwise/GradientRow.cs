using System.Runtime.CompilerServices;
using NnGen.CompilerServices;

namespace NnGen.Kernels;

/// <summary>What happens to the gradient of one input along a segment.</summary>
internal enum GradientWrite
{
    None,
    Store,
    Add,
    Sum,
}

/// <summary>Where the gradient of one input goes along a segment of a row.</summary>
internal readonly unsafe struct GradientRow(float* pointer, GradientWrite write)
{
    private readonly float* _pointer = pointer;
    private readonly GradientWrite _write = write;

    public bool IsSum => _write == GradientWrite.Sum;

    /// <summary>Stores, adds or sums one vector and returns the running sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Put<V>(nint i, V value, V sum)
        where V : struct, IVector<V>
    {
        if (_write == GradientWrite.Store) V.Store(_pointer + i, value);
        else if (_write == GradientWrite.Add) V.Store(_pointer + i, V.Load(_pointer + i) + value);
        else if (_write == GradientWrite.Sum) sum += value;
        return sum;
    }

    /// <summary>The same for the lanes of a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Put<V>(nint i, V mask, V value, V sum)
        where V : struct, IVector<V>
    {
        if (_write == GradientWrite.Store) V.Store(_pointer + i, mask, value);
        else if (_write == GradientWrite.Add) V.Store(_pointer + i, mask, V.Load(_pointer + i, mask) + value);
        else if (_write == GradientWrite.Sum) sum += V.And(mask, value);
        return sum;
    }

    /// <summary>Ends a segment: a sum over it is added to its one element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish<V>(V sum)
        where V : struct, IVector<V>
    {
        if (_write == GradientWrite.Sum) *_pointer += V.Sum(sum);
    }
}

/// <summary>
/// The gradient of one input. Where the input was repeated, each part sums into memory of its own first, and
/// <see cref="Merge"/> adds the parts in their order.
/// </summary>
internal readonly unsafe struct GradientTarget
{
    private readonly float* _data;
    private readonly float* _partials;
    private readonly bool _accumulate;
    private readonly bool _isRepeated;
    private readonly int _input;
    private readonly int _length;

    /// <param name="data">The gradient; null: unwanted.</param>
    /// <param name="length">Its length.</param>
    /// <param name="accumulate">Whether it is added to.</param>
    /// <param name="input">Number of the input.</param>
    /// <param name="isRepeated">Whether the input was repeated.</param>
    /// <param name="partials">Zeros for each part, where the input was repeated.</param>
    public GradientTarget(float* data, int length, bool accumulate, int input, bool isRepeated, float* partials)
    {
        _data = data;
        _length = length;
        _accumulate = accumulate;
        _input = input;
        _isRepeated = isRepeated;
        _partials = partials;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradientRow At(BroadcastLayout? layout, RowCursor cursor, int part, long position, int start)
    {
        if (_data == null) return default;
        if (!_isRepeated) return new(_data + position, _accumulate ? GradientWrite.Add : GradientWrite.Store);
        float* row = _partials + (long)part * _length + cursor.OffsetOf(_input);
        return layout!.IsScalarInRow(_input) ? new(row, GradientWrite.Sum) : new(row + start, GradientWrite.Add);
    }

    /// <summary>Adds up the parts.</summary>
    public void Merge(int parts)
    {
        if (_data == null || !_isRepeated) return;
        for (int i = 0; i < _length; i++)
        {
            float sum = _partials[i];
            for (int part = 1; part < parts; part++) sum += _partials[(long)part * _length + i];
            _data[i] = _accumulate ? _data[i] + sum : sum;
        }
    }
}

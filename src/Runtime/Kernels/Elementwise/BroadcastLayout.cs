using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>
/// How the inputs of a pointwise op are repeated to the shape of its result: the result's dimensions, adjacent ones merged
/// where every input allows it, and for each input its strides, 0 where it is repeated. A row is the innermost dimension.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BroadcastLayout
{
    private readonly int[] _sizes;
    private readonly int[][] _strides;
    private readonly int[] _lengths;

    private BroadcastLayout(int[] sizes, int[][] strides, int[] lengths)
    {
        _sizes = sizes;
        _strides = strides;
        _lengths = lengths;
        RowLength = sizes[^1];
        Rows = 1;
        for (int d = 0; d < sizes.Length - 1; d++) Rows *= sizes[d];
    }

    /// <summary>Number of rows of the result.</summary>
    internal int Rows { get; }

    /// <summary>Length of a row.</summary>
    internal int RowLength { get; }

    /// <summary>Dimensions above the rows.</summary>
    internal int OuterRank => _sizes.Length - 1;

    /// <summary>The layout of an op; null where every input has as many elements as the result, so that none is repeated.</summary>
    /// <param name="result">Shape of the result.</param>
    /// <param name="inputs">Shapes of the inputs, each broadcastable to it.</param>
    /// <exception cref="ArgumentException">An input cannot be broadcast to the result.</exception>
    public static BroadcastLayout? Create(Shape result, ReadOnlySpan<Shape> inputs)
    {
        bool isRepeated = false;
        foreach (Shape input in inputs)
        {
            if (!input.IsBroadcastableTo(result))
                throw new ArgumentException($"A tensor of shape {input} cannot be broadcast to {result}.");
            isRepeated |= input.Count != result.Count;
        }

        if (!isRepeated) return null;

        int[] lengths = new int[inputs.Length];
        int[][] strides = new int[inputs.Length][];
        for (int i = 0; i < inputs.Length; i++)
        {
            lengths[i] = inputs[i].Count;
            strides[i] = StridesOf(inputs[i], result);
        }

        return Merge(result.ToArray(), strides, lengths);
    }

    /// <summary>Number of elements of an input.</summary>
    internal int LengthOf(int input) => _lengths[input];

    /// <summary>Whether several elements of the result come from one of the input.</summary>
    internal bool IsRepeated(int input) => _lengths[input] != (long)Rows * RowLength;

    /// <summary>Whether a row of the result reads a single element of the input.</summary>
    internal bool IsScalarInRow(int input) => _strides[input][^1] == 0;

    internal int Size(int dim) => _sizes[dim];

    internal int Stride(int input, int dim) => _strides[input][dim];

    private static int[] StridesOf(Shape input, Shape result)
    {
        int[] strides = new int[result.Rank];
        int stride = 1;
        for (int i = 1; i <= input.Rank; i++)
        {
            if (input[^i] == 1) continue;
            strides[^i] = stride;
            stride *= input[^i];
        }

        return strides;
    }

    /// <summary>Drops dimensions of one element and joins neighbours that every input walks through in one stride.</summary>
    private static BroadcastLayout Merge(int[] dims, int[][] strides, int[] lengths)
    {
        List<int> kept = [];
        List<int> sizes = [];
        for (int d = 0; d < dims.Length; d++)
        {
            if (dims[d] == 1) continue;
            if (kept.Count > 0 && strides.All(s => s[kept[^1]] == s[d] * dims[d]))
            {
                sizes[^1] *= dims[d];
                kept[^1] = d;
                continue;
            }

            kept.Add(d);
            sizes.Add(dims[d]);
        }

        return new BroadcastLayout([.. sizes], [.. strides.Select(s => kept.Select(d => s[d]).ToArray())], lengths);
    }
}

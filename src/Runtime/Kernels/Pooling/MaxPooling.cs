using System.Numerics;

namespace NnGen.Kernels;

/// <summary>The largest element under each window of a plane.</summary>
/// <typeparam name="TIndex">Type of the indices: int or long.</typeparam>
internal unsafe struct MaxPooling<TIndex> : IJob
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    public Pooling Pooling;
    public float* X;
    public float* Y;
    public TIndex* Indices;

    /// <summary>Finds the elements and where they stand in their plane.</summary>
    public static void Run(ReadOnlySpan<float> x, Span<float> y, Span<TIndex> indices, Pooling pooling)
    {
        x.Check(pooling.Planes * pooling.InputPlane);
        y.Check(pooling.Planes * pooling.OutputPlane);
        indices.Check(y.Length);
        fixed (float* px = x, py = y)
        fixed (TIndex* pi = indices)
        {
            MaxPooling<TIndex> job = new() { Pooling = pooling, X = px, Y = py, Indices = pi };
            Threads.Run(pooling.Planes, ref job);
        }
    }

    /// <summary>Adds each gradient to the element that was found.</summary>
    /// <param name="indices">Where it stands in its plane.</param>
    /// <param name="dy">The gradients.</param>
    /// <param name="dx">The gradient of the input.</param>
    /// <param name="inputPlane">Elements of an input plane.</param>
    /// <param name="outputPlane">Elements of an output plane.</param>
    public static void Scatter(ReadOnlySpan<TIndex> indices, ReadOnlySpan<float> dy, Gradient dx, int inputPlane, int outputPlane)
    {
        if (!dx.IsWanted)
            return;
        indices.Check(dy.Length);
        if (!dx.Accumulate)
            dx.Span.Clear();
        for (var start = 0; start < dy.Length; start += outputPlane)
        {
            var plane = dx.Span.Slice(start / outputPlane * inputPlane, inputPlane);
            for (var i = start; i < start + outputPlane; i++)
                plane[int.CreateChecked(indices[i])] += dy[i];
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var x = X + ((nint)part * Pooling.InputPlane);
        var y = Y + ((nint)part * Pooling.OutputPlane);
        var indices = Indices + ((nint)part * Pooling.OutputPlane);
        for (var row = 0; row < Pooling.Rows.Output; row++)
        {
            for (var column = 0; column < Pooling.Columns.Output; column++)
            {
                var found = Find(x, row, column);
                *y++ = x[found];
                *indices++ = TIndex.CreateTruncating(found);
            }
        }
    }

    private readonly int Find(float* x, int row, int column)
    {
        var found = -1;
        for (var i = 0; i < Pooling.Rows.Kernel; i++)
        {
            var atRow = Pooling.Rows.At(row, i);
            if ((uint)atRow >= (uint)Pooling.Rows.Input)
                continue;
            for (var j = 0; j < Pooling.Columns.Kernel; j++)
            {
                var atColumn = Pooling.Columns.At(column, j);
                if ((uint)atColumn >= (uint)Pooling.Columns.Input)
                    continue;
                var at = (atRow * Pooling.Columns.Input) + atColumn;
                if (found < 0 || x[at] > x[found] || float.IsNaN(x[at]))
                    found = at;
            }
        }

        return found;
    }
}

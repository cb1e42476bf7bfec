using System.Numerics;

namespace NnGen.Kernels;

/// <summary>The largest element under each window.</summary>
/// <typeparam name="TIndex">Type of the indices: int or long.</typeparam>
internal unsafe struct MaxPooling<TIndex> : IJob
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    private Pooling _pooling;
    private float* _x;
    private float* _y;
    private TIndex* _indices;

    /// <summary>Finds the elements and where they stand in their plane.</summary>
    public static void Run(ReadOnlySpan<float> x, Span<float> y, Span<TIndex> indices, Pooling pooling)
    {
        x.Check(pooling.Channels * pooling.InputSize);
        y.Check(pooling.Channels * pooling.OutputSize);
        indices.Check(y.Length);
        fixed (float* px = x, py = y)
        fixed (TIndex* pi = indices)
        {
            MaxPooling<TIndex> job = new() { _pooling = pooling, _x = px, _y = py, _indices = pi };
            Threads.Run(pooling.Channels, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var channel = new Channel
        {
            X = _x + ((nint)part * _pooling.InputSize),
            Y = _y + ((nint)part * _pooling.OutputSize),
            Indices = _indices + ((nint)part * _pooling.OutputSize),
            Steps = (_pooling.Planes.Step, _pooling.Rows.Step, _pooling.Columns.Step),
        };
        if (MaxPairs.Takes(_pooling))
            new MaxPairs(_pooling, channel.X).Run<V, TIndex>(channel.Y, channel.Indices);
        else if (MaxRows.Takes(_pooling))
            new MaxRows(_pooling, channel.X).Run<V, TIndex>(channel.Y, channel.Indices);
        else
            _pooling.Visit(ref channel);
    }

    private struct Channel : IPoolVisitor
    {
        public float* X;
        public float* Y;
        public TIndex* Indices;
        public (int Plane, int Row, int Column) Steps;

        public readonly void Visit(int index, PoolWindow window)
        {
            var found = window.IndexOfMax(X, Steps.Plane, Steps.Row, Steps.Column);
            Y[index] = window.Size == 0 ? float.NegativeInfinity : X[found];
            Indices[index] = TIndex.CreateTruncating(found);
        }
    }
}

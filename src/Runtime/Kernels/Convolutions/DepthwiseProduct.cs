using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// One image of a depthwise convolution: the sum of what the elements of a window read, times their weights. Eight vectors of the
/// result are computed at a time: two in each of four rows, one in each of eight where the image is narrow, or all in one row.
/// </summary>
internal unsafe struct DepthwiseProduct
{
    /// <summary>Rows behind the last place that are read, for results that nobody asks for.</summary>
    public const int RowsReadBeyond = 7;

    private const int Vectors = 8;

    /// <summary>The image with its padding, and how far its planes and rows are apart.</summary>
    public float* Cells;
    public nint PlaneStep;
    public nint RowStep;

    /// <summary>The elements of the window.</summary>
    public TapRun* Runs;
    public int Count;

    /// <summary>The weight of the channel.</summary>
    public float* Weight;
    public float Bias;

    /// <summary>Zero for a ReLU, else minus infinity.</summary>
    public float Floor;

    /// <summary>Where the places are written.</summary>
    public Lattice Lattice;
    public float* Target;
    public bool Accumulate;

    /// <summary>Computes all places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>()
        where V : struct, IVector<V>
    {
        var sums = stackalloc float[Vectors * V.Count];
        int planes = Lattice.Planes.Count, rows = Lattice.Rows.Count, columns = Lattice.Columns.Count, step = Lattice.Columns.Step;
        var targetStep = (nint)Lattice.Rows.Step * Lattice.Columns.Size;
        for (var plane = 0; plane < planes; plane++)
        {
            var targets = Target + Lattice.Row(0, plane, 0);
            for (var row = 0; row < rows;)
            {
                var left = rows - row;
                var height = left == 1 ? 1 : columns <= V.Count ? 8 : 4;
                var width = Vectors / height * V.Count;
                for (var column = 0; column < columns; column += width)
                {
                    Multiply<V>(Cells + (plane * PlaneStep) + (row * RowStep) + column, height, sums);
                    for (var i = 0; i < Math.Min(height, left); i++)
                    {
                        var target = targets + ((row + i) * targetStep) + ((nint)column * step);
                        Write<V>(sums + (i * width), target, step, Math.Min(width, columns - column));
                    }
                }

                row += height;
            }
        }
    }

    /// <summary>The sums of eight vectors, in rows of as many as a tile of this height has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Multiply<V>(float* cells, int height, float* sums)
        where V : struct, IVector<V>
    {
        // The vectors lie at four times one distance and two times another.
        var step = height == 1 ? 2 * V.Count : RowStep;
        var next = height == 8 ? 4 * RowStep : V.Count;
        V c00 = V.Create(Bias), c10 = c00, c20 = c00, c30 = c00, c01 = c00, c11 = c00, c21 = c00, c31 = c00;
        for (var run = Runs; run < Runs + Count; run++)
        {
            var source = cells + run->Offset;
            var weights = Weight + run->Element;
            if (run->Length == TapRun.Rows && height > 1)
            {
                V w0 = V.Create(*weights), w1 = V.Create(weights[run->ElementStep]), w2 = V.Create(weights[2 * run->ElementStep]);
                V x = V.Load(source), z = V.Load(source + next);
                Add(w0, x, z, ref c00, ref c01);
                (x, z) = (V.Load(source += step), V.Load(source + next));
                Add(w1, x, z, ref c00, ref c01);
                Add(w0, x, z, ref c10, ref c11);
                (x, z) = (V.Load(source += step), V.Load(source + next));
                Add(w2, x, z, ref c00, ref c01);
                Add(w1, x, z, ref c10, ref c11);
                Add(w0, x, z, ref c20, ref c21);
                (x, z) = (V.Load(source += step), V.Load(source + next));
                Add(w2, x, z, ref c10, ref c11);
                Add(w1, x, z, ref c20, ref c21);
                Add(w0, x, z, ref c30, ref c31);
                (x, z) = (V.Load(source += step), V.Load(source + next));
                Add(w2, x, z, ref c20, ref c21);
                Add(w1, x, z, ref c30, ref c31);
                (x, z) = (V.Load(source += step), V.Load(source + next));
                Add(w2, x, z, ref c30, ref c31);
                continue;
            }

            for (var i = 0; i < run->Length; i++, weights += run->ElementStep)
            {
                var weight = V.Create(*weights);
                var row = source + (i * RowStep);
                Add(weight, V.Load(row), V.Load(row + next), ref c00, ref c01);
                Add(weight, V.Load(row += step), V.Load(row + next), ref c10, ref c11);
                Add(weight, V.Load(row += step), V.Load(row + next), ref c20, ref c21);
                Add(weight, V.Load(row += step), V.Load(row + next), ref c30, ref c31);
            }
        }

        var sumStep = height == 8 ? V.Count : 2 * V.Count;
        var nextSum = sums + (height == 8 ? 4 * V.Count : V.Count);
        Store(sums, sumStep, c00, c10, c20, c30);
        Store(nextSum, sumStep, c01, c11, c21, c31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<V>(V weight, V x, V z, ref V a, ref V b)
        where V : struct, IVector<V>
    {
        a = V.MultiplyAdd(weight, x, a);
        b = V.MultiplyAdd(weight, z, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<V>(float* target, nint step, V v0, V v1, V v2, V v3)
        where V : struct, IVector<V>
    {
        V.Store(target, v0);
        V.Store(target + step, v1);
        V.Store(target + (2 * step), v2);
        V.Store(target + (3 * step), v3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Write<V>(float* sums, float* target, nint step, int count)
        where V : struct, IVector<V>
    {
        if (step != 1)
        {
            WriteApart(sums, target, step, count);
            return;
        }

        var floor = V.Create(Floor);
        for (; count >= V.Count; count -= V.Count, sums += V.Count, target += V.Count)
        {
            var value = V.Larger(floor, V.Load(sums));
            V.Store(target, Accumulate ? V.Load(target) + value : value);
        }

        if (count > 0)
        {
            var mask = V.FirstLanes(count);
            var value = V.Larger(floor, V.Load(sums));
            V.Store(target, mask, Accumulate ? V.Load(target, mask) + value : value);
        }
    }

    private readonly void WriteApart(float* sums, float* target, nint step, int count)
    {
        for (var j = 0; j < count; j++, target += step)
        {
            var value = MathF.Max(Floor, sums[j]);
            *target = Accumulate ? *target + value : value;
        }
    }
}

using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// The gradient of a weight from sums of <see cref="WinogradGradient"/>: those of all stretches of samples are added in order, and
/// 4 by 4 elements give the 3 by 3 of a window by the transpose of how a weight is transformed.
/// </summary>
internal unsafe struct WinogradWeightJob : IJob
{
    private const int Kernel = 9;

    /// <summary>Channels of the input whose windows are collected before they are written.</summary>
    private const int MaxInputs = 32;

    /// <summary>Floats between two rows of what is collected: the last window may spill over.</summary>
    private const int RowStep = (MaxInputs * Kernel) + 16;

    private Convolution _convolution;
    private int _blocks;
    private int _stretches;
    private int _vectors;
    private float* _sums;
    private float* _weight;
    private bool _accumulate;

    /// <summary>Writes the gradient, or adds it.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="stretches">How many stretches of samples there are.</param>
    /// <param name="sums">Their sums.</param>
    /// <param name="weight">The gradient, [out, in/groups, window].</param>
    /// <param name="accumulate">Whether to add.</param>
    public static void Run(in Convolution convolution, int stretches, float* sums, float* weight, bool accumulate)
    {
        int blocks = WinogradGradient.Blocks(convolution, stretches);
        WinogradWeightJob job = new()
        {
            _convolution = convolution,
            _blocks = convolution.Groups * blocks,
            _stretches = stretches,
            _vectors = ((convolution.GroupOut / blocks) + Simd.Width - 1) / Simd.Width,
            _sums = sums,
            _weight = weight,
            _accumulate = accumulate,
        };
        Threads.Run(job._blocks * job._vectors, ref job);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        int inputs = Winograd.Inputs(_convolution), outputs = _convolution.OutChannels / _blocks, channels = _vectors * V.Count;
        var (block, vector) = (part / _vectors, part % _vectors);
        float* sums = _sums + (block * WinogradGradient.Length(inputs, channels)) + (vector * V.Count);
        float* weight = _weight + ((((nint)block * outputs) + (vector * V.Count)) * inputs * Kernel);
        int count = Math.Min(V.Count, outputs - (vector * V.Count));
        using var windows = Scratch.Rent(V.Count * RowStep);
        for (int first = 0; first < inputs; first += MaxInputs)
        {
            int length = Math.Min(MaxInputs, inputs - first);
            for (int input = 0; input < length; input++)
                Collect<V>(sums + ((nint)(first + input) * channels), (nint)inputs * channels, windows.Pointer + (input * Kernel));
            for (int output = 0; output < count; output++)
            {
                Gradient target = new(new Span<float>(weight + ((((nint)output * inputs) + first) * Kernel), length * Kernel), _accumulate);
                target.Write(new ReadOnlySpan<float>(windows.Pointer + (output * RowStep), length * Kernel));
            }
        }
    }

    /// <summary>The windows of a channel of the input and of a vector of the output's. They spill over those of the next, which are collected after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Collect<V>(float* sums, nint step, float* target)
        where V : struct, IVector<V>
    {
        float* rows = stackalloc float[16 * V.Count];
        for (int column = 0; column < 4; column++)
        {
            V m0 = AddUp<V>(sums + (column * step)), m1 = AddUp<V>(sums + ((4 + column) * step));
            V m2 = AddUp<V>(sums + ((8 + column) * step)), m3 = AddUp<V>(sums + ((12 + column) * step));
            Shrink(m0, m1, m2, m3, rows + (column * V.Count), 4 * V.Count);
        }

        // Each row of 4 becomes one of 3, which are written one behind the other: the next row of 4 is still untouched.
        for (int row = 0; row < 3; row++)
        {
            float* source = rows + (4 * row * V.Count);
            Shrink(V.Load(source), V.Load(source + V.Count), V.Load(source + (2 * V.Count)), V.Load(source + (3 * V.Count)), rows + (3 * row * V.Count), V.Count);
        }

        for (int element = (Kernel - 1) / V.Count * V.Count; element >= 0; element -= V.Count)
            Transposition.Run<V>(rows + (element * V.Count), V.Count, V.Count, target + element, RowStep);
    }

    /// <summary>A vector of the sums of all stretches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly V AddUp<V>(float* sums)
        where V : struct, IVector<V>
    {
        nint step = (nint)WinogradGradient.Length(Winograd.Inputs(_convolution), _vectors * V.Count) * _blocks;
        V sum = V.Load(sums);
        for (int stretch = 1; stretch < _stretches; stretch++)
            sum += V.Load(sums += step);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Shrink<V>(V m0, V m1, V m2, V m3, float* target, int step)
        where V : struct, IVector<V>
    {
        V half = V.Create(0.5f), sum = (m1 + m2) * half;
        V.Store(target, m0 + sum);
        V.Store(target + step, (m1 - m2) * half);
        V.Store(target + (2 * step), sum + m3);
    }
}

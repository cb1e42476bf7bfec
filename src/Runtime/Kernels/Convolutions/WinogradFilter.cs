using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The weight as tiles are multiplied with it: 4 by 4 elements for each pair of channels, [groups, 16, out, in], planes of a window counted as channels.</summary>
internal unsafe struct WinogradFilter : IJob
{
    private const int Kernel = 9;

    private readonly int _groups;
    private readonly int _outputs;
    private readonly int _inputs;
    private readonly int _planes;
    private readonly bool _isBackward;
    private float* _weight;
    private float* _target;

    /// <param name="convolution">The convolution that is computed.</param>
    /// <param name="isBackward">Whether it leads back: the weight is [in, out, window] then, and its windows are turned around.</param>
    public WinogradFilter(in Convolution convolution, bool isBackward)
    {
        (_groups, _outputs, _inputs) = (convolution.Groups, convolution.GroupOut, Winograd.Inputs(convolution));
        _planes = convolution.Planes.Kernel;
        _isBackward = isBackward;
    }

    /// <summary>Transforms a weight.</summary>
    public void Run(float* weight, float* target)
    {
        _weight = weight;
        _target = target;
        Threads.Run(_groups * _outputs, ref this);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var (group, output) = (part / _outputs, part % _outputs);
        float* weight = _weight + ((nint)group * _outputs * _inputs * Kernel);
        float* target = _target + ((((nint)group * WinogradTiles.Elements * _outputs) + output) * _inputs);
        float* lanes = stackalloc float[Kernel * V.Count];
        bool isEven = !_isBackward || _planes == 1;
        for (int input = 0; input < _inputs; input += V.Count)
        {
            int count = Math.Min(V.Count, _inputs - input);
            if (count == V.Count && isEven)
                Transposition.Run<V>(weight + Start(input, output), (nint)(Start(input + 1, output) - Start(input, output)), Kernel, lanes, V.Count);
            else
                Gather(weight, input, output, count, lanes, V.Count);
            Transform(_isBackward ? lanes + ((Kernel - 1) * V.Count) : lanes, _isBackward ? -V.Count : V.Count, target + input, (nint)_outputs * _inputs, V.FirstLanes(count));
        }
    }

    /// <summary>Where the window of a pair of channels begins. On the way back planes are turned around too.</summary>
    private readonly nint Start(int input, int output)
    {
        var (channel, plane) = (input / _planes, input % _planes);
        nint window = _isBackward ? (((((nint)channel * _outputs) + output) * _planes) + _planes - 1 - plane) : ((nint)output * _inputs) + input;
        return window * Kernel;
    }

    private readonly void Gather(float* weight, int firstInput, int output, int count, float* target, int lanes)
    {
        for (int i = 0; i < count; i++)
        {
            float* source = weight + Start(firstInput + i, output);
            for (int element = 0; element < Kernel; element++)
                target[(element * lanes) + i] = source[element];
        }
    }

    /// <param name="w">The elements of a window.</param>
    /// <param name="next">How far the next element is; less than 0 where the window is turned around.</param>
    /// <param name="target">The first of 16.</param>
    /// <param name="step">Their distance.</param>
    /// <param name="mask">The channels.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transform<V>(float* w, nint next, float* target, nint step, V mask)
        where V : struct, IVector<V>
    {
        Stretch(V.Load(w), V.Load(w + (3 * next)), V.Load(w + (6 * next)), out V a0, out V b0, out V c0, out V d0);
        w += next;
        Stretch(V.Load(w), V.Load(w + (3 * next)), V.Load(w + (6 * next)), out V a1, out V b1, out V c1, out V d1);
        w += next;
        Stretch(V.Load(w), V.Load(w + (3 * next)), V.Load(w + (6 * next)), out V a2, out V b2, out V c2, out V d2);
        Store(a0, a1, a2, target, step, mask);
        Store(b0, b1, b2, target + (4 * step), step, mask);
        Store(c0, c1, c2, target + (8 * step), step, mask);
        Store(d0, d1, d2, target + (12 * step), step, mask);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<V>(V w0, V w1, V w2, float* target, nint step, V mask)
        where V : struct, IVector<V>
    {
        Stretch(w0, w1, w2, out V a, out V b, out V c, out V d);
        V.Store(target, mask, a);
        V.Store(target + step, mask, b);
        V.Store(target + (2 * step), mask, c);
        V.Store(target + (3 * step), mask, d);
    }

    /// <summary>Three elements as four: the first, half of their sum, half of it with the second one subtracted, the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stretch<V>(V w0, V w1, V w2, out V a, out V b, out V c, out V d)
        where V : struct, IVector<V>
    {
        V half = V.Create(0.5f), outer = (w0 + w2) * half, inner = w1 * half;
        (a, b, c, d) = (w0, outer + inner, outer - inner, w2);
    }
}

using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

/// <summary>A convolution with random sizes and operands, and its passes in double precision.</summary>
internal sealed class ConvolutionCase
{
    private readonly Convolution _c;
    private readonly float[] _x;
    private readonly float[] _weight;
    private readonly float[] _bias;
    private readonly float[] _y;

    /// <param name="random">Where sizes and operands come from.</param>
    /// <param name="largest">The largest image and channel count.</param>
    /// <param name="mode">What stands in the padding.</param>
    /// <param name="isDepthwise">Whether each group has one channel on either side.</param>
    public ConvolutionCase(Random random, int largest, PaddingMode mode = PaddingMode.Zeros, bool isDepthwise = false)
        : this(random, Any(random, largest, mode, isDepthwise))
    {
    }

    private ConvolutionCase(Random random, Convolution convolution)
    {
        _c = convolution;
        _x = random.Floats(_c.Batch * _c.InChannels * _c.InputSize);
        _weight = random.Floats(_c.OutChannels * _c.Window);
        _bias = random.Coin() ? [] : random.Floats(_c.OutChannels);
        _y = random.Floats(_c.Batch * _c.OutChannels * _c.OutputSize);
        (Accumulates, HasRelu) = (random.Coin(), random.Coin());
    }

    /// <summary>The largest error of the weight's gradient that <see cref="Check"/> found, as a share of the sum of its terms' sizes.</summary>
    public double WeightError { get; private set; }

    private bool Accumulates { get; }

    private bool HasRelu { get; }

    /// <summary>One whose output and gradients are computed by Winograd's filtering.</summary>
    public static ConvolutionCase Filtered(Random random)
    {
        while (true)
        {
            var groups = random.Next(1, 3);
            var (planes, depth, before) = (random.Next(1, 6), random.Next(2, 4), random.Next(0, 2));
            var hasPlanes = random.Next(3) == 0 && planes + (2 * before) >= depth;
            var depths = hasPlanes ? new WindowAxis(planes, planes + (2 * before) - depth + 1, depth, 1, before, 1) : WindowAxis.Single;
            var convolution = new Convolution(
                random.Next(1, 6), groups, groups * random.Next(16, 20), groups * (random.Coin() ? 32 : random.Next(16, 20)), depths, Filtered(random, 3, 10), Filtered(random, 3, hasPlanes ? 16 : 36), PaddingMode.Zeros);
            if (Winograd.Takes(convolution) && Winograd.Takes(Winograd.Backward(convolution)))
                return new ConvolutionCase(random, convolution);
        }
    }

    private static WindowAxis Filtered(Random random, int least, int most)
    {
        var (input, before) = (random.Next(least, most), random.Next(0, 3));
        return new WindowAxis(input, input + before + random.Next(0, 3) - 2, 3, 1, before, 1);
    }

    private static Convolution Any(Random random, int largest, PaddingMode mode, bool isDepthwise)
    {
        bool hasManyChannels = !isDepthwise && random.Next(4) == 0;
        var dims = random.Next(1, hasManyChannels ? 3 : 4);
        var groups = isDepthwise || random.Next(3) == 0 ? random.Next(1, 5) : 1;
        var (groupIn, groupOut) = isDepthwise ? (1, 1) : (hasManyChannels ? random.Next(14, 80) : random.Next(3) == 0 ? 1 : random.Next(1, largest), random.Next(1, largest));
        return new Convolution(
            random.Next(1, hasManyChannels ? 3 : 6),
            groups,
            groups * groupIn,
            groups * groupOut,
            dims > 2 ? Axis(random, 5, mode) : WindowAxis.Single,
            dims > 1 ? Axis(random, largest, mode) : WindowAxis.Single,
            Axis(random, 2 * largest, mode),
            mode);
    }

    /// <summary>Runs all passes: the output, and the gradients of input, weight and bias, which are added to ones or replace what is no number.</summary>
    public float[][] Run() => Run(_x, _weight, _bias, _y);

    /// <summary>The same with the operands at the end of readable memory.</summary>
    public float[][] RunGuarded()
    {
        using GuardedMemory x = new(_x), weight = new(_weight), bias = new(_bias), y = new(_y);
        return Run(x.Span, weight.Span, bias.Span, y.Span);
    }

    /// <summary>Compares the passes with sums in double precision.</summary>
    public void Check(float[][] passes)
    {
        var (y, dx, dweight, dbias) = (new double[_y.Length], new double[_x.Length], new double[_weight.Length], new double[_c.OutChannels]);
        var sizes = new double[_weight.Length];
        for (var sample = 0; sample < _c.Batch; sample++)
        {
            for (var channel = 0; channel < _c.OutChannels; channel++)
            {
                for (var place = 0; place < _c.OutputSize; place++)
                {
                    var at = (((sample * _c.OutChannels) + channel) * _c.OutputSize) + place;
                    var window = Window(sample, channel, place).ToList();
                    y[at] = (_bias.Length == 0 ? 0 : _bias[channel]) + window.Sum(w => (double)_x[w.Input] * _weight[w.Weight]);
                    if (HasRelu && passes[0][at] <= 0)
                    {
                        y[at] = Math.Max(y[at], 0);
                        continue;
                    }

                    dbias[channel] += _y[at];
                    foreach (var (i, w) in window)
                    {
                        dx[i] += (double)_y[at] * _weight[w];
                        dweight[w] += (double)_y[at] * _x[i];
                        sizes[w] += Math.Abs((double)_y[at] * _x[i]);
                    }
                }
            }
        }

        Compare("output", y, passes[0], 0);
        Compare("input", dx, passes[1], Accumulates ? 1 : 0);
        Compare("weight", dweight, passes[2], Accumulates ? 1 : 0);
        Compare("bias", dbias, passes[3], Accumulates ? 1 : 0);
        for (var i = 0; i < sizes.Length; i++)
            WeightError = Math.Max(WeightError, Math.Abs(dweight[i] + (Accumulates ? 1 : 0) - passes[2][i]) / (1 + sizes[i]));
    }

    private static WindowAxis Axis(Random random, int largest, PaddingMode mode)
    {
        var (kernel, stride, dilation) = (random.Next(1, 5), random.Next(1, 4), random.Next(1, 3));
        var input = random.Next((dilation * (kernel - 1)) + 1, largest + 8);
        var before = random.Next(0, mode == PaddingMode.Zeros ? kernel + 2 : Math.Min(input, 4));
        return new WindowAxis(input, ((input + (2 * before) - (dilation * (kernel - 1)) - 1) / stride) + 1, kernel, stride, before, dilation);
    }

    private float[][] Run(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ReadOnlySpan<float> dy)
    {
        float[] y = new float[_y.Length], dx = new float[_x.Length], dweight = new float[_weight.Length], dbias = new float[_c.OutChannels];
        foreach (var result in new[] { y, dx, dweight, dbias })
            Array.Fill(result, Accumulates && result != y ? 1 : float.NaN);
        ConvolutionPasses.Forward(_c, x, weight, bias.IsEmpty ? default : bias, y, HasRelu);
        if (HasRelu)
            ConvolutionPasses.BackwardRelu(_c, x, weight, y, dy, new(dx, Accumulates), new(dweight, Accumulates), new(dbias, Accumulates));
        else
            ConvolutionPasses.Backward(_c, x, weight, dy, new(dx, Accumulates), new(dweight, Accumulates), new(dbias, Accumulates));
        return [y, dx, dweight, dbias];
    }

    private IEnumerable<(int Input, int Weight)> Window(int sample, int channel, int place)
    {
        var (column, row, plane) = (place % _c.Columns.Output, place / _c.Columns.Output % _c.Rows.Output, place / _c.Columns.Output / _c.Rows.Output);
        for (var k = 0; k < _c.Window; k++)
        {
            var (kc, kr, kp) = (k % _c.Columns.Kernel, k / _c.Columns.Kernel % _c.Rows.Kernel, k / _c.Columns.Kernel / _c.Rows.Kernel % _c.Planes.Kernel);
            var c = _c.Columns.Padded(_c.Columns.At(column, kc), _c.Mode);
            var r = _c.Rows.Padded(_c.Rows.At(row, kr), _c.Mode);
            var p = _c.Planes.Padded(_c.Planes.At(plane, kp), _c.Mode);
            var source = (sample * _c.InChannels) + (channel / _c.GroupOut * _c.GroupIn) + (k / _c.Kernel);
            if (c >= 0 && r >= 0 && p >= 0)
                yield return ((((((source * _c.Planes.Input) + p) * _c.Rows.Input) + r) * _c.Columns.Input) + c, (channel * _c.Window) + k);
        }
    }

    private void Compare(string name, double[] expected, float[] found, double held)
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] + held - found[i]) <= 2e-4 * (1 + Math.Abs(expected[i])), $"{name} [{i}]: {found[i]}, not {expected[i] + held}, of {_c}");
    }
}

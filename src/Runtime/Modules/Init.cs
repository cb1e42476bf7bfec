namespace NnGen;

/// <summary>
/// Initial values: torch.nn.init. Each function overwrites a tensor, records nothing, returns the tensor, and draws what PyTorch draws
/// for the same seed.
/// </summary>
public static partial class Init
{
    /// <summary>Fills with numbers drawn uniformly from [a, b).</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="a">The lower bound. Default: 0.</param>
    /// <param name="b">The upper bound. Default: 1.</param>
    /// <param name="generator">The source. Default: <see cref="Rng.Default"/>.</param>
    public static T Uniform_<T>(T tensor, double a = 0, double b = 1, Generator? generator = null)
        where T : Tensor
    {
        (generator ?? Rng.Default).FillUniform(Values(tensor), a, b);
        return tensor;
    }

    /// <summary>Fills with numbers drawn from a normal distribution.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="mean">The mean. Default: 0.</param>
    /// <param name="std">The standard deviation. Default: 1.</param>
    /// <param name="generator">The source. Default: <see cref="Rng.Default"/>.</param>
    public static T Normal_<T>(T tensor, double mean = 0, double std = 1, Generator? generator = null)
        where T : Tensor
    {
        (generator ?? Rng.Default).FillNormal(Values(tensor), mean, std);
        return tensor;
    }

    /// <summary>Fills with one value.</summary>
    public static T Constant_<T>(T tensor, double value)
        where T : Tensor
    {
        Values(tensor).Fill((float)value);
        return tensor;
    }

    /// <summary>Fills with 0.</summary>
    public static T Zeros_<T>(T tensor)
        where T : Tensor
        => Constant_(tensor, 0);

    /// <summary>Fills with 1.</summary>
    public static T Ones_<T>(T tensor)
        where T : Tensor
        => Constant_(tensor, 1);

    /// <summary>Fills a matrix with 1 on the diagonal and 0 elsewhere.</summary>
    /// <exception cref="ArgumentException">The tensor has not 2 dimensions.</exception>
    public static T Eye_<T>(T tensor)
        where T : Tensor
    {
        var values = Values(tensor);
        if (tensor.Rank != 2)
            throw new ArgumentException($"Only tensors with 2 dimensions are supported, and this one is {tensor.Shape}.", nameof(tensor));
        values.Clear();
        for (var i = 0; i < Math.Min(tensor.Shape[0], tensor.Shape[1]); i++)
            values[(i * tensor.Shape[1]) + i] = 1;
        return tensor;
    }

    /// <summary>
    /// Glorot and Bengio (2010): uniform in [-bound, bound) with bound = gain * sqrt(6 / (fan in + fan out)).
    /// </summary>
    /// <param name="tensor">The weight, of 2 or more dimensions.</param>
    /// <param name="gain">A factor, see <see cref="CalculateGain"/>. Default: 1.</param>
    /// <param name="generator">The source. Default: <see cref="Rng.Default"/>.</param>
    /// <exception cref="ArgumentException">The tensor has fewer than 2 dimensions.</exception>
    public static T XavierUniform_<T>(T tensor, double gain = 1, Generator? generator = null)
        where T : Tensor
    {
        var bound = Math.Sqrt(3) * XavierStd(tensor, gain);
        return Uniform_(tensor, -bound, bound, generator);
    }

    /// <summary>Glorot and Bengio (2010): normal with standard deviation gain * sqrt(2 / (fan in + fan out)).</summary>
    /// <inheritdoc cref="XavierUniform_"/>
    public static T XavierNormal_<T>(T tensor, double gain = 1, Generator? generator = null)
        where T : Tensor
        => Normal_(tensor, 0, XavierStd(tensor, gain), generator);

    /// <summary>He et al. (2015): uniform in [-bound, bound) with bound = gain * sqrt(3 / fan).</summary>
    /// <param name="tensor">The weight, of 2 or more dimensions.</param>
    /// <param name="a">The negative slope of a leaky ReLU. Default: 0.</param>
    /// <param name="mode">Which fan. Default: fan in.</param>
    /// <param name="nonlinearity">What follows the layer. Default: leaky ReLU.</param>
    /// <param name="generator">The source. Default: <see cref="Rng.Default"/>.</param>
    /// <exception cref="ArgumentException">The tensor has fewer than 2 dimensions.</exception>
    public static T KaimingUniform_<T>(
        T tensor,
        double a = 0,
        FanMode mode = FanMode.FanIn,
        Nonlinearity nonlinearity = Nonlinearity.LeakyReLU,
        Generator? generator = null)
        where T : Tensor
    {
        if (tensor.Count == 0)
            return tensor;
        var bound = Math.Sqrt(3) * KaimingStd(tensor, a, mode, nonlinearity);
        return Uniform_(tensor, -bound, bound, generator);
    }

    /// <summary>He et al. (2015): normal with standard deviation gain / sqrt(fan).</summary>
    /// <inheritdoc cref="KaimingUniform_"/>
    public static T KaimingNormal_<T>(
        T tensor,
        double a = 0,
        FanMode mode = FanMode.FanIn,
        Nonlinearity nonlinearity = Nonlinearity.LeakyReLU,
        Generator? generator = null)
        where T : Tensor
        => tensor.Count == 0 ? tensor : Normal_(tensor, 0, KaimingStd(tensor, a, mode, nonlinearity), generator);

    /// <summary>The factor that keeps the variance through a nonlinearity.</summary>
    /// <param name="nonlinearity">What follows the layer.</param>
    /// <param name="param">The negative slope of a leaky ReLU. Default: 0.01.</param>
    public static double CalculateGain(Nonlinearity nonlinearity, double? param = null) => nonlinearity switch
    {
        Nonlinearity.Tanh => 5.0 / 3,
        Nonlinearity.ReLU => Math.Sqrt(2),
        Nonlinearity.LeakyReLU => LeakyGain(param ?? 0.01),
        Nonlinearity.SELU => 3.0 / 4,
        _ => 1,
    };

    private static double LeakyGain(double slope) => Math.Sqrt(2 / (1 + (slope * slope)));

    private static double XavierStd(Tensor tensor, double gain)
    {
        var (fanIn, fanOut) = Fans(tensor.Shape);
        return gain * Math.Sqrt(2 / (fanIn + fanOut));
    }

    private static double KaimingStd(Tensor tensor, double a, FanMode mode, Nonlinearity nonlinearity)
    {
        var (fanIn, fanOut) = Fans(tensor.Shape);
        return CalculateGain(nonlinearity, a) / Math.Sqrt(mode == FanMode.FanIn ? fanIn : fanOut);
    }

    /// <summary>How many inputs and outputs a unit of a weight [out, in, *kernel] has.</summary>
    private static (double FanIn, double FanOut) Fans(Shape shape)
    {
        if (shape.Rank < 2)
        {
            throw new ArgumentException(
                $"Fan in and fan out can not be computed for tensor with fewer than 2 dimensions, and this one is {shape}.");
        }

        double field = 1;
        foreach (var size in shape.Dims[2..])
            field *= size;
        return (shape[1] * field, shape[0] * field);
    }

    private static Span<float> Values(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.BorrowWritable();
    }
}

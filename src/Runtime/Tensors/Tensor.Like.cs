namespace NnGen;

// Tensors of the shape of others, and of random numbers.
public partial class Tensor
{
    /// <summary>A tensor of the shape of another one, of undefined content.</summary>
    public static Tensor EmptyLike(TensorBase other) => Uninitialized(Shaped(other));

    /// <summary>A tensor of the shape of another one, filled with one value.</summary>
    [Lowers(typeof(FullOp))]
    public static Tensor FullLike([OpInput("shape")] TensorBase other, double value) => Full(Shaped(other), value);

    /// <summary>A tensor of the shape of another one, of numbers drawn uniformly from [0, 1).</summary>
    /// <param name="other">The other one.</param>
    [Lowers(typeof(RandOp))]
    public static Tensor RandLike([OpInput("shape")] TensorBase other) => Rand(Shaped(other), null);

    /// <inheritdoc cref="RandLike(TensorBase)"/>
    /// <param name="other">The other one.</param>
    /// <param name="generator">The source. Null: <see cref="Rng.Default"/>.</param>
    public static Tensor RandLike(TensorBase other, Generator? generator) => Rand(Shaped(other), generator);

    /// <summary>A tensor of the shape of another one, of numbers drawn from the standard normal distribution.</summary>
    /// <param name="other">The other one.</param>
    [Lowers(typeof(NormalOp))]
    public static Tensor RandnLike([OpInput("shape")] TensorBase other) => Randn(Shaped(other), null);

    /// <inheritdoc cref="RandnLike(TensorBase)"/>
    /// <param name="other">The other one.</param>
    /// <param name="generator">The source. Null: <see cref="Rng.Default"/>.</param>
    public static Tensor RandnLike(TensorBase other, Generator? generator) => Randn(Shaped(other), generator);

    /// <inheritdoc cref="Normal(double, double, Shape, Generator?)"/>
    [Lowers(typeof(NormalOp))]
    public static Tensor Normal(double mean, double std, Shape shape) => Normal(mean, std, shape, null);

    /// <summary>Numbers drawn from a normal distribution.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="std">The standard deviation.</param>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="generator">The source. Null: <see cref="Rng.Default"/>.</param>
    public static Tensor Normal(double mean, double std, Shape shape, Generator? generator) => Uninitialized(shape).Normal_(mean, std, generator);

    /// <summary>Powers of a base whose exponents are evenly spaced, both ends included.</summary>
    /// <param name="start">The first exponent.</param>
    /// <param name="end">The last exponent.</param>
    /// <param name="steps">How many numbers.</param>
    /// <param name="base">The base. Default: 10.</param>
    public static Tensor Logspace(double start, double end, int steps, double @base = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        var result = Uninitialized([steps]);
        var step = steps > 1 ? (end - start) / (steps - 1) : 0;
        for (var i = 0; i < steps; i++)
            result._storage.Span[i] = (float)Math.Pow(@base, i < steps / 2 || steps == 1 ? start + (step * i) : end - (step * (steps - i - 1)));
        return result;
    }

    /// <inheritdoc cref="Multinomial(int, bool, Generator?)"/>
    [Lowers(typeof(MultinomialOp))]
    public Tensor<long> Multinomial(int numSamples, bool replacement = false) => Multinomial(numSamples, replacement, null);

    /// <summary>Indices drawn from each row with probabilities in proportion to its elements.</summary>
    /// <param name="numSamples">How many are drawn of each row.</param>
    /// <param name="replacement">Whether an index may be drawn again. Default: no.</param>
    /// <param name="generator">The source. Null: <see cref="Rng.Default"/>.</param>
    /// <returns>Shape <c>rows, numSamples</c>, or <c>numSamples</c> of a vector.</returns>
    /// <exception cref="ArgumentException">This is no vector and no matrix, or its rows are no probabilities or too short.</exception>
    public Tensor<long> Multinomial(int numSamples, bool replacement, Generator? generator)
        => CategoricalSampling.Draw(this, numSamples, replacement, generator ?? Rng.Default);

    /// <summary>Overwrites the elements with numbers drawn uniformly from [from, to).</summary>
    /// <returns>This tensor.</returns>
    public Tensor Uniform_(double from = 0, double to = 1, Generator? generator = null)
    {
        RefuseRecorded();
        (generator ?? Rng.Default).FillUniform(AsWritableSpan(), from, to);
        return this;
    }

    /// <summary>Overwrites the elements with numbers drawn from a normal distribution.</summary>
    /// <returns>This tensor.</returns>
    public Tensor Normal_(double mean = 0, double std = 1, Generator? generator = null)
    {
        RefuseRecorded();
        (generator ?? Rng.Default).FillNormal(AsWritableSpan(), mean, std);
        return this;
    }

    /// <summary>Overwrites the elements with exponentially distributed numbers.</summary>
    /// <returns>This tensor.</returns>
    public Tensor Exponential_(double lambd = 1, Generator? generator = null)
    {
        RefuseRecorded();
        (generator ?? Rng.Default).FillExponential(AsWritableSpan(), lambd);
        return this;
    }

    /// <summary>Overwrites each element with 1, with the given probability, or 0.</summary>
    /// <returns>This tensor.</returns>
    public Tensor Bernoulli_(double p = 0.5, Generator? generator = null)
    {
        RefuseRecorded();
        (generator ?? Rng.Default).FillBernoulli(AsWritableSpan(), p);
        return this;
    }

    private static Shape Shaped(TensorBase other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Shape;
    }
}

namespace NnGen;

public partial class Tensor
{
    /// <summary>Numbers drawn uniformly from [0, 1).</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    [Lowers(typeof(RandOp))]
    public static Tensor Rand(params ReadOnlySpan<int> shape) => Rand(Shape.Create(shape), null);

    /// <inheritdoc cref="Rand(ReadOnlySpan{int})"/>
    [Lowers(typeof(RandOp))]
    public static Tensor Rand(params int[] shape) => Rand(shape.AsSpan());

    /// <summary>Numbers drawn uniformly from [0, 1).</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="generator">The source. Null: <see cref="Rng.Default"/>.</param>
    public static Tensor Rand(Shape shape, Generator? generator)
    {
        var result = Uninitialized(shape);
        (generator ?? Rng.Default).FillUniform(result._storage.Borrow(), 0, 1);
        return result;
    }

    /// <summary>Numbers drawn from the normal distribution with mean 0 and standard deviation 1.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    [Lowers(typeof(NormalOp))]
    public static Tensor Randn(params ReadOnlySpan<int> shape) => Randn(Shape.Create(shape), null);

    /// <inheritdoc cref="Randn(ReadOnlySpan{int})"/>
    [Lowers(typeof(NormalOp))]
    public static Tensor Randn(params int[] shape) => Randn(shape.AsSpan());

    /// <summary>Numbers drawn from the normal distribution with mean 0 and standard deviation 1.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="generator">The source. Null: <see cref="Rng.Default"/>.</param>
    public static Tensor Randn(Shape shape, Generator? generator)
    {
        var result = Uninitialized(shape);
        (generator ?? Rng.Default).FillNormal(result._storage.Borrow(), 0, 1);
        return result;
    }

    /// <inheritdoc cref="Randint(long, long, Shape, Generator?)"/>
    [Lowers(typeof(RandintOp))]
    public static Tensor<long> Randint(long low, long high, Shape shape) => Randint(low, high, shape, null);

    /// <summary>Integers drawn uniformly from [low, high).</summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The limit, which is not drawn.</param>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="generator">The source. Null: <see cref="Rng.Default"/>.</param>
    public static Tensor<long> Randint(long low, long high, Shape shape, Generator? generator)
    {
        var result = Tensor<long>.Uninitialized(shape);
        (generator ?? Rng.Default).FillIntegers(result.Storage.Borrow(), low, high);
        return result;
    }

    /// <inheritdoc cref="Randperm(int, Generator?)"/>
    [Lowers(typeof(RandpermOp))]
    public static Tensor<long> Randperm(int count) => Randperm(count, null);

    /// <summary>The numbers 0 to <paramref name="count"/> - 1 in random order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="generator">The source. Null: <see cref="Rng.Default"/>.</param>
    public static Tensor<long> Randperm(int count, Generator? generator)
    {
        var result = Tensor<long>.Uninitialized([count]);
        (generator ?? Rng.Default).FillPermutation(result.Storage.Borrow());
        return result;
    }

    /// <inheritdoc cref="Bernoulli(Tensor, Generator?)"/>
    [Lowers(typeof(BernoulliOp))]
    public static Tensor Bernoulli([OpInput("x")] Tensor probabilities) => Bernoulli(probabilities, null);

    /// <summary>1 with the given probability, else 0, for each element.</summary>
    /// <param name="probabilities">Numbers of [0, 1].</param>
    /// <param name="generator">The source. Null: <see cref="Rng.Default"/>.</param>
    public static Tensor Bernoulli(Tensor probabilities, Generator? generator)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var result = Uninitialized(probabilities.Shape);
        (generator ?? Rng.Default).FillBernoulli(result._storage.Borrow(), probabilities.AsSpan());
        return result;
    }
}

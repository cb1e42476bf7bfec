namespace NnGen;

// Functions of torch that are made of others, also called on the tensor; compiled methods follow them.
public static partial class F
{
    /// <summary>The sum of the elements that are not NaN: torch.nansum.</summary>
    [Differentiable]
    public static Tensor NanSum(this Tensor x) => NumbersOnly(x).Sum();

    /// <summary>The sum along a dim of the elements that are not NaN: torch.nansum.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim.</param>
    /// <param name="keepDim">Whether it stays, with size 1.</param>
    [Differentiable]
    public static Tensor NanSum(this Tensor x, int dim, bool keepDim = false) => NumbersOnly(x).Sum(dim, keepDim);

    /// <summary>The mean of the elements that are not NaN: torch.nanmean.</summary>
    [Differentiable]
    public static Tensor NanMean(this Tensor x) => NanSum(x) / x.Eq(x).Float().Sum();

    /// <summary>The mean along a dim of the elements that are not NaN: torch.nanmean.</summary>
    /// <inheritdoc cref="NanSum(Tensor, int, bool)"/>
    [Differentiable]
    public static Tensor NanMean(this Tensor x, int dim, bool keepDim = false) => NanSum(x, dim, keepDim) / x.Eq(x).Float().Sum(dim, keepDim);

    /// <summary>The larger of two elements; where one is NaN, the other: torch.fmax.</summary>
    /// <param name="a">The tensor.</param>
    /// <param name="b">Another one, with broadcasting.</param>
    [Differentiable]
    public static Tensor Fmax(this Tensor a, Tensor b) => Where(a.Ge(b) | b.IsNan(), a, b);

    /// <summary>The smaller of two elements; where one is NaN, the other: torch.fmin.</summary>
    /// <inheritdoc cref="Fmax"/>
    [Differentiable]
    public static Tensor Fmin(this Tensor a, Tensor b) => Where(a.Le(b) | b.IsNan(), a, b);

    /// <summary>Angles in degrees as radians: torch.deg2rad.</summary>
    [Differentiable]
    public static Tensor Deg2Rad(this Tensor x) => x * (Math.PI / 180);

    /// <summary>Angles in radians as degrees: torch.rad2deg.</summary>
    [Differentiable]
    public static Tensor Rad2Deg(this Tensor x) => x * (180 / Math.PI);

    /// <summary>The inverse of the logistic function, log(x / (1 - x)): torch.logit.</summary>
    [Differentiable]
    public static Tensor Logit(this Tensor x) => (x / (1 - x)).Log();

    /// <summary>The inverse of the logistic function of elements that are limited to [eps, 1 - eps]: torch.logit.</summary>
    /// <param name="x">Probabilities.</param>
    /// <param name="eps">How far they stay from 0 and 1.</param>
    [Differentiable]
    public static Tensor Logit(this Tensor x, double eps) => Logit(x.Clamp(eps, 1 - eps));

    /// <summary>sin(πx) / (πx), and 1 at 0: torch.sinc.</summary>
    [Differentiable]
    public static Tensor Sinc(this Tensor x)
    {
        var isZero = x.Eq(0);
        var angle = (x * Math.PI).MaskedFill(isZero, 1);
        return (angle.Sin() / angle).MaskedFill(isZero, 1);
    }

    /// <summary>0 below 0, 1 above it, and at 0 the other tensor's element: torch.heaviside.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="values">What stands at 0, with broadcasting.</param>
    [Differentiable]
    public static Tensor Heaviside(this Tensor x, Tensor values) => Where(x.Eq(0), values, x.Gt(0).Float());

    /// <summary>The norm of the difference of two tensors: torch.dist.</summary>
    /// <param name="a">The tensor.</param>
    /// <param name="b">Another one, with broadcasting.</param>
    /// <param name="p">Exponent of the norm. Default: 2.</param>
    [Differentiable]
    public static Tensor Dist(this Tensor a, Tensor b, double p = 2) => (a - b).Norm(p);

    /// <summary>The covariances of variables, which are the rows: torch.cov.</summary>
    /// <param name="x">A matrix: variables by observations.</param>
    /// <param name="correction">What the number of observations is reduced by. Default: 1.</param>
    [Differentiable]
    public static Tensor Cov(this Tensor x, int correction = 1)
    {
        var centered = x - x.Mean(1, keepDim: true);
        return centered.Mm(centered.T) / (x.Shape[1] - correction);
    }

    /// <summary>The correlations of variables, which are the rows: torch.corrcoef.</summary>
    /// <param name="x">A matrix: variables by observations.</param>
    [Differentiable]
    public static Tensor CorrCoef(this Tensor x)
    {
        var centered = x - x.Mean(1, keepDim: true);
        var covariance = centered.Mm(centered.T);
        var deviation = centered.Norm(2, 1, keepDim: true);
        return covariance / (deviation * deviation.T);
    }

    /// <summary>beta·x + alpha·(matrix·vector): torch.addmv.</summary>
    /// <param name="x">What is added, with broadcasting.</param>
    /// <param name="mat">The matrix.</param>
    /// <param name="vec">The vector.</param>
    /// <param name="beta">Factor of what is added. Default: 1.</param>
    /// <param name="alpha">Factor of the product. Default: 1.</param>
    [Differentiable]
    public static Tensor Addmv(this Tensor x, Tensor mat, Tensor vec, double beta = 1, double alpha = 1) => x * beta + mat.Mv(vec) * alpha;

    /// <summary>beta·x + alpha·(products of each two elements of two vectors): torch.addr.</summary>
    /// <param name="x">What is added, with broadcasting.</param>
    /// <param name="vec1">The vector of the rows.</param>
    /// <param name="vec2">The vector of the columns.</param>
    /// <param name="beta">Factor of what is added. Default: 1.</param>
    /// <param name="alpha">Factor of the products. Default: 1.</param>
    [Differentiable]
    public static Tensor Addr(this Tensor x, Tensor vec1, Tensor vec2, double beta = 1, double alpha = 1) => x * beta + vec1.Outer(vec2) * alpha;

    /// <summary>beta·x + alpha·(sum of the products of the matrices of two batches): torch.addbmm.</summary>
    /// <param name="x">What is added, with broadcasting.</param>
    /// <param name="batch1">Matrices.</param>
    /// <param name="batch2">As many matrices.</param>
    /// <param name="beta">Factor of what is added. Default: 1.</param>
    /// <param name="alpha">Factor of the sum. Default: 1.</param>
    [Differentiable]
    public static Tensor Addbmm(this Tensor x, Tensor batch1, Tensor batch2, double beta = 1, double alpha = 1)
        => x * beta + batch1.Bmm(batch2).Sum(0) * alpha;

    /// <summary>The elements at indices into the flattened tensor: torch.take.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">The indices, whose shape the result has.</param>
    [Differentiable]
    public static Tensor Take(this Tensor x, Tensor<long> index) => x.Flatten().IndexSelect(0, index.Flatten()).View(index.Shape);

    /// <summary>Columns in reverse order: torch.fliplr.</summary>
    [Differentiable]
    public static Tensor FlipLR(this Tensor x) => FlipOp.Apply(x, [1]);

    /// <summary>Rows in reverse order: torch.flipud.</summary>
    [Differentiable]
    public static Tensor FlipUD(this Tensor x) => FlipOp.Apply(x, [0]);

    /// <summary>Each element so many times, of the flattened tensor: torch.repeat_interleave without a dim.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="repeats">How many times.</param>
    [Differentiable]
    public static Tensor RepeatInterleave(this Tensor x, int repeats) => x.Flatten().RepeatInterleave(repeats, 0);

    /// <summary>Whether each element is infinity: torch.isposinf.</summary>
    [Differentiable]
    public static Tensor<bool> IsPosInf(this Tensor x) => x.Eq(double.PositiveInfinity);

    /// <summary>Whether each element is minus infinity: torch.isneginf.</summary>
    [Differentiable]
    public static Tensor<bool> IsNegInf(this Tensor x) => x.Eq(double.NegativeInfinity);

    /// <summary>Whether each element is one of the others: torch.isin.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="testElements">The others.</param>
    [Differentiable]
    public static Tensor<bool> IsIn(this Tensor x, Tensor testElements) => x.Unsqueeze(-1).Eq(testElements.Flatten()).Any(-1);

    /// <summary>Whether each element is one of the others: torch.isin.</summary>
    /// <inheritdoc cref="IsIn(Tensor, Tensor)"/>
    [Differentiable]
    public static Tensor<bool> IsIn(this Tensor<long> x, Tensor<long> testElements) => x.Unsqueeze(-1).Eq(testElements.Flatten()).Any(-1);

    /// <summary>0 in place of NaN.</summary>
    private static Tensor NumbersOnly(Tensor x) => x.MaskedFill(x.IsNan(), 0);
}

namespace NnGen;

public static partial class F
{
    /// <summary>The p-norm of the difference of two vectors.</summary>
    /// <param name="x1">Shape <c>*B, D</c>.</param>
    /// <param name="x2">Shape <c>*B, D</c>, or a shape that broadcasts.</param>
    /// <param name="p">Exponent of the norm. Default: 2.</param>
    /// <param name="eps">Added to each element of the difference. Default: 1e-6.</param>
    /// <param name="keepdim">Whether the last dim stays, with size 1. Default: no.</param>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(PairwiseDistanceOp))]
    public static Tensor PairwiseDistance(Tensor x1, Tensor x2, double p = 2, double eps = 1e-6, bool keepdim = false)
        => PairwiseDistanceOp.Apply(x1, x2, p, eps, keepdim);

    /// <summary>The p-norms of the differences of each two rows: of the first one from all that follow, then of the second one, and so on.</summary>
    /// <param name="x">Shape <c>N, D</c>.</param>
    /// <param name="p">Exponent of the norm. Default: 2.</param>
    /// <returns>Shape <c>N (N - 1) / 2</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    [Lowers(typeof(PdistOp))]
    public static Tensor Pdist(Tensor x, double p = 2) => PdistOp.Apply(x, p);

    /// <summary>The cosine of the angle of two vectors along a dim.</summary>
    /// <param name="x1">Of any shape with the dim.</param>
    /// <param name="x2">Of a shape that broadcasts with it.</param>
    /// <param name="dim">The dim, counted from the end where negative. Default: 1.</param>
    /// <param name="eps">The least length that is divided by. Default: 1e-8.</param>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(CosineSimilarityOp))]
    public static Tensor CosineSimilarity(Tensor x1, Tensor x2, int dim = 1, double eps = 1e-8) => CosineSimilarityOp.Apply(x1, x2, dim, eps);

    /// <summary>Vectors along a dim divided by their p-norm.</summary>
    /// <param name="x">Of any shape with the dim.</param>
    /// <param name="p">Exponent of the norm. Default: 2.</param>
    /// <param name="dim">The dim, counted from the end where negative. Default: 1.</param>
    /// <param name="eps">The least norm that is divided by. Default: 1e-12.</param>
    [Lowers(typeof(NormalizeOp))]
    public static Tensor Normalize(Tensor x, double p = 2, int dim = 1, double eps = 1e-12) => NormalizeOp.Apply(x, p, dim, eps);

    /// <summary>A bilinear form of two vectors for each feature of the result.</summary>
    /// <param name="input1">Shape <c>*B, I</c>.</param>
    /// <param name="input2">Shape <c>*B, J</c>.</param>
    /// <param name="weight">Shape <c>O, I, J</c>.</param>
    /// <param name="bias">Shape <c>O</c>. Default: none.</param>
    /// <returns>Shape <c>*B, O</c>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(BilinearOp))]
    public static Tensor Bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) => BilinearOp.Apply(input1, input2, weight, bias);

    /// <summary><c>x</c> where positive, else <c>x</c> times a slope.</summary>
    /// <param name="x">Of any shape; with several slopes the second dim is that of channels.</param>
    /// <param name="weight">The slopes: one, or one for each channel.</param>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(PReluOp))]
    public static Tensor Prelu(Tensor x, Tensor weight) => PReluOp.Apply(x, weight);

    /// <summary>The first half of a dim times the logistic function of the second half.</summary>
    /// <param name="x">Of any shape; the dim's size is even.</param>
    /// <param name="dim">The dim, counted from the end where negative. Default: the last.</param>
    /// <exception cref="ShapeException">There is no such dim, or its size is odd.</exception>
    [Lowers(typeof(GluOp))]
    public static Tensor Glu(Tensor x, int dim = -1) => GluOp.Apply(x, dim);

    /// <summary><c>x</c> where positive, else <c>x</c> times a slope that is drawn for each element in training.</summary>
    /// <param name="x">Of any shape.</param>
    /// <param name="lower">The least slope. Default: 1/8.</param>
    /// <param name="upper">The largest slope. Default: 1/3.</param>
    /// <param name="training">Whether slopes are drawn; else it is their mean. Default: no.</param>
    /// <exception cref="ArgumentException">The least slope exceeds the largest.</exception>
    [Lowers(typeof(RReluOp))]
    public static Tensor Rrelu(Tensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool training = false) => RReluOp.Apply(x, lower, upper, training);
}

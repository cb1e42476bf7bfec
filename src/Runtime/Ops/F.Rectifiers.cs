namespace NnGen;

public static partial class F
{
    /// <summary><c>x</c> where positive, else <c>x</c> times a slope, for each element.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="negativeSlope">Factor of negative elements. Default: 0.01.</param>
    [Lowers(typeof(LeakyReluOp))]
    public static Tensor LeakyRelu(Tensor x, double negativeSlope = 0.01) => LeakyReluOp.Apply(x, negativeSlope);

    /// <summary><c>x</c> where positive, else <c>alpha · (exp(x) - 1)</c>, for each element.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="alpha">Minus the limit for very negative elements. Default: 1.</param>
    [Lowers(typeof(EluOp))]
    public static Tensor Elu(Tensor x, double alpha = 1) => EluOp.Apply(x, alpha);

    /// <summary><c>x</c> where positive, else <c>alpha · (exp(x / alpha) - 1)</c>, for each element.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="alpha">Minus the limit for very negative elements. Default: 1.</param>
    [Lowers(typeof(CeluOp))]
    public static Tensor Celu(Tensor x, double alpha = 1) => CeluOp.Apply(x, alpha);

    /// <summary>The scaled exponential linear unit of each element.</summary>
    [Lowers(typeof(SeluOp))]
    public static Tensor Selu(Tensor x) => SeluOp.Apply(x);

    /// <summary>Each element times the probability that a standard normal number is smaller.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="approximate">How the probability is computed. Default: by the error function.</param>
    [Lowers(typeof(GeluOp))]
    public static Tensor Gelu(Tensor x, GeluApproximation approximate = GeluApproximation.None) => GeluOp.Apply(x, approximate);

    /// <summary><c>x · sigmoid(x)</c> of each element.</summary>
    [Lowers(typeof(SiluOp))]
    public static Tensor Silu(Tensor x) => SiluOp.Apply(x);

    /// <summary><c>x · tanh(softplus(x))</c> of each element.</summary>
    [Lowers(typeof(MishOp))]
    public static Tensor Mish(Tensor x) => MishOp.Apply(x);

    /// <summary><c>log(1 + exp(beta · x)) / beta</c> of each element.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="beta">How sharply it bends. Default: 1.</param>
    /// <param name="threshold">Value of <c>beta · x</c> above which it is linear. Default: 20.</param>
    [Lowers(typeof(SoftplusOp))]
    public static Tensor Softplus(Tensor x, double beta = 1, double threshold = 20) => SoftplusOp.Apply(x, beta, threshold);

    /// <summary>Each element limited to the range from 0 to 6.</summary>
    [Lowers(typeof(Relu6Op))]
    public static Tensor Relu6(Tensor x) => Relu6Op.Apply(x);

    /// <summary>Each element limited to a range; on the limits the gradient is 0.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="minVal">The lower limit. Default: -1.</param>
    /// <param name="maxVal">The upper limit. Default: 1.</param>
    [Lowers(typeof(HardtanhOp))]
    public static Tensor Hardtanh(Tensor x, double minVal = -1, double maxVal = 1) => HardtanhOp.Apply(x, minVal, maxVal);

    /// <summary><c>(x + 3) / 6</c> of each element, limited to the range from 0 to 1.</summary>
    [Lowers(typeof(HardsigmoidOp))]
    public static Tensor Hardsigmoid(Tensor x) => HardsigmoidOp.Apply(x);

    /// <summary><c>x · hardsigmoid(x)</c> of each element.</summary>
    [Lowers(typeof(HardswishOp))]
    public static Tensor Hardswish(Tensor x) => HardswishOp.Apply(x);

    /// <summary><c>log(sigmoid(x))</c> of each element.</summary>
    [Lowers(typeof(LogSigmoidOp))]
    public static Tensor LogSigmoid(Tensor x) => LogSigmoidOp.Apply(x);

    /// <summary><c>x / (1 + |x|)</c> of each element.</summary>
    [Lowers(typeof(SoftsignOp))]
    public static Tensor Softsign(Tensor x) => SoftsignOp.Apply(x);

    /// <summary><c>x - tanh(x)</c> of each element.</summary>
    [Lowers(typeof(TanhshrinkOp))]
    public static Tensor Tanhshrink(Tensor x) => TanhshrinkOp.Apply(x);

    /// <summary>Each element moved towards 0 by a number, and 0 where it is no larger than that.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="lambd">The number, at least 0. Default: 0.5.</param>
    [Lowers(typeof(SoftshrinkOp))]
    public static Tensor Softshrink(Tensor x, double lambd = 0.5) => SoftshrinkOp.Apply(x, lambd);

    /// <summary>Each element, and 0 where its absolute value is no larger than a number.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="lambd">The number. Default: 0.5.</param>
    [Lowers(typeof(HardshrinkOp))]
    public static Tensor Hardshrink(Tensor x, double lambd = 0.5) => HardshrinkOp.Apply(x, lambd);

    /// <summary>Each element where it exceeds a threshold, else a value.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="value">What stands in place of other elements.</param>
    [Lowers(typeof(ThresholdOp))]
    public static Tensor Threshold(Tensor x, double threshold, double value) => ThresholdOp.Apply(x, threshold, value);
}

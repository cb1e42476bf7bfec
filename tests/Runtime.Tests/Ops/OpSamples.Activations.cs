using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

internal static partial class OpSamples
{
    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Activations()
    {
        var smooth = Values(1, 5, 7) * 4;
        var kinked = Apart(131);
        yield return Of(typeof(LeakyReluOp), Unary("default", kinked, x => F.LeakyRelu(x)), Unary("slope", kinked, x => F.LeakyRelu(x, 0.3)));
        yield return Of(typeof(EluOp), Unary("default", kinked, x => F.Elu(x)), Unary("alpha", kinked, x => F.Elu(x, 1.7)));
        yield return Of(typeof(CeluOp), Unary("default", smooth, x => F.Celu(x)), Unary("alpha", kinked, x => F.Celu(x, 1.7)));
        yield return Of(typeof(SeluOp), Unary("long", kinked, x => F.Selu(x)));
        yield return Of(typeof(GeluOp), Unary("erf", smooth, x => F.Gelu(x)), Unary("tanh", smooth, x => F.Gelu(x, GeluApproximation.Tanh)));
        yield return Of(typeof(SiluOp), Unary("matrix", smooth, x => F.Silu(x)));
        yield return Of(typeof(MishOp), Unary("matrix", smooth, x => F.Mish(x)));
        yield return Of(typeof(SoftplusOp), Unary("default", smooth, x => F.Softplus(x)), Unary("linear", kinked, x => F.Softplus(x, 2, 3)));
        yield return Of(typeof(HardtanhOp), Unary("default", kinked, x => F.Hardtanh(x)), Unary("limits", kinked, x => F.Hardtanh(x, -2, 0.5)));
        yield return Of(typeof(Relu6Op), Unary("long", kinked, x => F.Relu6(x)));
        yield return Of(typeof(HardsigmoidOp), Unary("long", kinked, x => F.Hardsigmoid(x)));
        yield return Of(typeof(HardswishOp), Unary("long", kinked, x => F.Hardswish(x)));
        yield return Of(typeof(LogSigmoidOp), Unary("matrix", smooth, x => F.LogSigmoid(x)));
        yield return Of(typeof(SoftsignOp), Unary("long", kinked, x => F.Softsign(x)));
        yield return Of(typeof(TanhshrinkOp), Unary("matrix", smooth, x => F.Tanhshrink(x)));
        yield return Of(typeof(SoftshrinkOp), Unary("default", kinked, x => F.Softshrink(x)), Unary("lambda", kinked, x => F.Softshrink(x, 1.5)));
        yield return Of(typeof(HardshrinkOp), Unary("default", kinked, x => F.Hardshrink(x)), Unary("lambda", kinked, x => F.Hardshrink(x, 1.5)));
        yield return Of(typeof(ThresholdOp), Unary("value", kinked, x => F.Threshold(x, 0.5, 7)));
    }
}

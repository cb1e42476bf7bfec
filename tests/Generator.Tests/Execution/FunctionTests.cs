namespace NnGen.Generator.Tests.Execution;

/// <summary>Tensor functions in compiled modules: <c>Call</c> agrees with the op-by-op path bit for bit, gradients with it and with differences.</summary>
public class FunctionTests
{
    public static TheoryData<string> Bodies =>
    [
        .. "Exp2 Expm1 Log2 Log10 Log1p Rsqrt Reciprocal Sin Cos Tan Atan Sinh Cosh Asinh Erf Erfc Frac NanToNum".Split(' ').Select(name => $"x.{name}()"),
        "(x * 0.2f).Asin() + (x * 0.2f).Acos() * (x * 0.1f).Atanh() + (x * 0.1f).Erfinv() + (x + 1).Acosh()",
        "x.Sign() * x + x.Floor() * x + x.Ceil() * x + x.Round() * x + x.Trunc() * x",
        "x.Maximum(x.Square() * 0.5f) + F.Minimum(x, x[0])",
        "x.Pow(x) + F.Pow(2, x) + x.Pow(1.5)",
        "x.Atan2(x[0]) + x.Hypot(x[1]) + x.Logaddexp(x[2]) + x.Xlogy(x)",
        "x.Fmod(0.76) + x.Remainder(0.43) + x.Fmod(x[0] + 2)",
        "x.Lerp(x[0], 0.3) + x.Lerp(x[0], x[1]) + x.Addcmul(x[0], x[1], 0.5) + x.Addcdiv(x[0], x[1])",
        "x.Clamp(x[0] - 1, x[0] + 0.5f)",
        "F.Where(x.Gt(1.5), x * x, -x)",
        "F.Where(x.Lt(x[0]), x, 0.5) + F.Where(x.Ge(1.2), 0.5, x) + x.Where(x.Le(1), 2) + x.Where(x.Ne(1), x[0])",
        "x.MaskedFill(x[0].Gt(1.5), -1e4).Softmax(-1)",
        "x.Gather(1, x.ArgSort(1))",
        "x.IndexSelect(1, x[0, .., 1].ArgSort()) + x[x[.., 0, 0].ArgSort()]",
        "x.TopK(2).Values + x.TopK(2, dim: -1, largest: false).Values",
        "x.Sort(1).Values + x.Sort(1, descending: true).Values.CumSum(0) * x.CumProd(2)",
        "x.LogSumExp(1) * x.LogSumExp([0, 2], keepDim: true)[0] + x.Norm() + x.Norm(1, 1) + x.Prod(-1)",
        "F.Einsum(\"bij,bkj->bik\", x, x) + F.Einsum(\"bii->b\", x).Sum()",
        "F.Einsum(\"...i,i->...\", x, x[0, 1])",
        "x.Chunk(2, 1)[0] * x.Chunk(2, 1)[1].Sum() + x.Split(2, dim: -1)[1].Sum() + x.Narrow(1, 0, 2)",
        "F.Cat(x.Chunk(3, 1), dim: 0) * F.Cat(x.Split([1, 1, 1], 1), dim: 0)[0].Sum()",
        "x.Unbind(1)[2] * x.Unbind()[2].Sum()",
        "x.Flip(0, -1) * x.Roll(2) + x.Roll(1, 2) - x.Roll([1, 2], [0, 1])",
        "x.Repeat(2, 1, 1).Sum(0) + x.RepeatInterleave(2, 1).Sum(1) * x[0].ExpandAs(x)[0] + x[0, 0].BroadcastTo(3, 3)",
        "x.Tril() * x.Triu(-1) + x[0].ViewAs(x[1]).T + x.Unfold(1, 2, 1).Sum(-1).Sum(1)[0]",
        "x.Scatter(1, x.ArgSort(1), x * x) + x.ScatterAdd(2, x.ArgSort(0), x) + x.Scatter(0, x.ArgSort(2)[..1], 0.5)",
        "x.Bmm(x) + x[0].Addmm(x[1], x[2], beta: 0.5) + x[0, 0].Outer(x[0, 1]) + x.Baddbmm(x, x, alpha: 2)",
        "x.NanSum(1) + x.NanMean(2, keepDim: true)[0] + x.NanSum() * x.NanMean() + x.Fmax(x[0]) * x.Fmin(x[1]) + x.Deg2Rad() * x.Rad2Deg()",
        "(x * 0.1f).Logit() + (x * 0.2f).Logit(0.1)",
        "x.Sinc()",
        "x * x.Heaviside(x[0])",
        "x * x.Dist(x[0], 3) + x[0].Cov() + x[1].CorrCoef() + x[0].Addmv(x[1], x[2, 0]) + x[0].Addr(x[0, 1], x[0, 2], 2) + x[0].Addbmm(x, x, alpha: 0.5)",
        "x[0].Take(x[1].ArgSort()) + x[0].FlipLR() * x[1].FlipUD() + x.RepeatInterleave(2).Sum() * x.MaskedFill(x.IsIn(x[0, 0]) | x.IsPosInf() | x.IsNegInf(), 0)",
        "x.VarMean().Variance * x + x.VarMean([1], correction: 0).Mean + x.Median(1).Values",
        "x * (x.Gt(1.5) & x.Lt(2)).Float() + x * (x.Long() + 1).Float() * (x.Long() % 2).Float()",
        "x * x.Gt(1.5).Sum().Float() + x * (!x.IsNan()).All().Float() + x.MaskedFill(x.Long().Eq(1) | x.Long().Ge(3), 0)",
        "x[Tensor<long>.Arange(3)] * Tensor.Ones(3, 3).Tril() + Tensor.Zeros(x.Size(0), 1, x.Size(-1)) * x",
        "x.MaskedFill(Tensor<bool>.Ones(3, 3).Triu(1), -1e4).Softmax(-1)",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Functions_are_compiled(string body) => Check($"=> {body};");

    [Theory]
    [InlineData("{ var (q, k, v) = x.Chunk(3, dim: 1); return q * k + v; }")]
    [InlineData("{ var (a, b) = x.Split([2, 1], dim: 2); return a.Sum(2) * b.Sum(2); }")]
    [InlineData("{ var (values, indices) = x.TopK(2, dim: 1); return values + x.Gather(1, indices) * 2; }")]
    [InlineData("{ var parts = x.Split(1, 1); var sum = parts[0]; for (var i = 1; i < 3; i++) sum = sum * parts[i]; return sum; }")]
    [InlineData("{ var best = x.Max(1); return best.Values * x.Gather(1, best.Indices.Unsqueeze(1)).Squeeze(1); }")]
    public void Results_are_taken_apart(string body) => Check(body);

    private static void Check(string body)
    {
        var program = new Generation(("Net.cs", $$"""
            [Module]
            public partial class Net
            {
                public Tensor Forward([Shape("3, 3, 3")] Tensor x)
                {{body}}
            }
            """));
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net");
        var values = new float[27];
        for (var i = 0; i < values.Length; i++)
            values[i] = 1.02f + (0.0731f * (i * 10 % 27));
        Gradients.CheckCallAgainstForward(net, Tensor.From(values, 3, 3, 3));
        Gradients.CheckCallAgainstDifferences(net, Tensor.From(values, 3, 3, 3));
    }
}

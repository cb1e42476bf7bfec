using NnGen;

namespace Programs.Transformers.LlamaBlock;

// RMSNorm, rotary positions, SwiGLU.
[Module]
public partial class RmsNorm(int dim, double eps = 1e-6)
{
    [Shape("dim")] private readonly Parameter weight = new(Tensor.Ones(dim));

    [return: Shape("*B, dim")]
    public Tensor Forward([Shape("*B, dim")] Tensor x) => x / (x.Pow(2).Mean(-1, keepDim: true) + eps).Sqrt() * weight;
}

[Module]
public partial class SwiGlu(int dim, int hidden)
{
    private readonly Linear w1 = new(dim, hidden, bias: false);
    private readonly Linear w2 = new(hidden, dim, bias: false);
    private readonly Linear w3 = new(dim, hidden, bias: false);

    [return: Shape("*B, dim")]
    public Tensor Forward([Shape("*B, dim")] Tensor x) => w2.Forward(F.Silu(w1.Forward(x)) * w3.Forward(x));
}

[Module]
public partial class LlamaBlock
{
    private const int Dim = 4;
    private const int Length = 3;
    private readonly RmsNorm attentionNorm = new(Dim);
    private readonly Linear wq = new(Dim, Dim, bias: false);
    private readonly Linear wk = new(Dim, Dim, bias: false);
    private readonly Linear wv = new(Dim, Dim, bias: false);
    private readonly Linear wo = new(Dim, Dim, bias: false);
    private readonly RmsNorm ffnNorm = new(Dim);
    private readonly SwiGlu feedForward = new(Dim, 6);
    [Buffer(Persistent = false)] private readonly Tensor cos = Angles(MathF.Cos);
    [Buffer(Persistent = false)] private readonly Tensor sin = Angles(MathF.Sin);

    public Tensor Forward([Shape("B, 3, 4")] Tensor x)
    {
        var h = attentionNorm.Forward(x);
        var q = Rotate(wq.Forward(h));
        var k = Rotate(wk.Forward(h));
        x += wo.Forward(F.ScaledDotProductAttention(q, k, wv.Forward(h), isCausal: true));
        return x + feedForward.Forward(ffnNorm.Forward(x));
    }

    private Tensor Rotate(Tensor x) => x * cos + RotateHalf(x) * sin;

    private static Tensor RotateHalf(Tensor x) => F.Cat([-x[.., .., (Dim / 2)..], x[.., .., ..(Dim / 2)]], dim: -1);

    private static Tensor Angles(Func<float, float> f)
    {
        var data = new float[Length * Dim];
        for (var t = 0; t < Length; t++)
        {
            for (var i = 0; i < Dim; i++)
                data[(t * Dim) + i] = f(t / MathF.Pow(100, 2f * (i % (Dim / 2)) / Dim));
        }

        return Tensor.From(data, Length, Dim);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new LlamaBlock(), n => [Tensor.Randn(n, 3, 4)]);
}

using NnGen;

namespace Programs.Vision.ResMlp;

[Module]
public partial class AffineTransform(int dim)
{
    private readonly Parameter alpha = new(Tensor.Ones(dim));
    private readonly Parameter beta = new(Tensor.Zeros(dim));

    [return: Shape("*B, dim")]
    public Tensor Forward([Shape("*B, dim")] Tensor x) => alpha * x + beta;
}

[Module]
public partial class ResMlpBlock(int patches, int dim)
{
    private readonly AffineTransform preAffine = new(dim);
    private readonly Linear token = new(patches, patches);
    private readonly AffineTransform postAffine = new(dim);
    private readonly Linear fc1 = new(dim, 2 * dim);
    private readonly Linear fc2 = new(2 * dim, dim);
    private readonly Parameter gamma1 = new(Tensor.Full([dim], 0.1));
    private readonly Parameter gamma2 = new(Tensor.Full([dim], 0.1));

    public Tensor Forward([Shape("N, patches, dim")] Tensor x)
    {
        x = x + gamma1 * token.Forward(preAffine.Forward(x).Transpose(1, 2)).Transpose(1, 2);
        return x + gamma2 * fc2.Forward(F.Gelu(fc1.Forward(postAffine.Forward(x))));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ResMlpBlock(3, 4), n => [Tensor.Randn(n, 3, 4)]);
}

using NnGen;

namespace Programs.Generics.SeveralInputs;

// Modules of two and three inputs, known by an interface or a type parameter.
[Module]
public partial class Bilinear
{
    private readonly Linear projection = new(3, 3);

    public Tensor Forward([Shape("N, 3")] Tensor a, [Shape("N, 3")] Tensor b) => (projection.Forward(a) * b).Sum(1, keepDim: true);
}

[Module]
public partial class Blend
{
    private readonly Parameter gate = new(Tensor.Full([3], 0.3));

    public Tensor Forward([Shape("N, 3")] Tensor a, [Shape("N, 3")] Tensor b, [Shape("N, 3")] Tensor c) => a * gate + b * (1 - gate) + c.Tanh();
}

[Module]
public partial class Matcher<TScore>(TScore score, IModule<Tensor, Tensor, Tensor, Tensor> blend)
    where TScore : Module, IModule<Tensor, Tensor, Tensor>
{
    private readonly Linear encoder = new(4, 3);

    public Tensor Forward([Shape("N, 4")] Tensor query, [Shape("N, 4")] Tensor document)
    {
        var (q, d) = (encoder.Forward(query), encoder.Forward(document));
        return score.Forward(q, d) + blend.Forward(q, d, q * d);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Matcher<Bilinear>(new Bilinear(), new Blend()), n => [Tensor.Randn(n, 4), Tensor.Randn(n, 4)]);
}

using NnGen;

namespace Programs.Constructors.ModuleFromOutside;

[Module]
public partial class Backbone
{
    private readonly Linear fc = new(4, 5);

    public Tensor Forward([Shape("N, 4")] Tensor x) => F.Relu(fc.Forward(x));
}

[Module]
public partial class Finetuned(Backbone backbone, int classes)
{
    private readonly Linear head = new(5, classes);

    public Tensor Forward([Shape("N, 4")] Tensor x) => head.Forward(backbone.Forward(x));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Finetuned(new Backbone(), 3), n => [Tensor.Randn(n, 4)]);
}

// NNG1001: 'head' takes equal sizes at dim 0 of 'x' and dim 0 of 'w', but 'x' is [4, 8] and 'w' is [5]: 4 and 5 differ
[Module]
public partial class Head
{
    private readonly Linear fc = new(8, 2);

    public Tensor Forward([Shape("N, 8")] Tensor x, [Shape("N")] Tensor weight) => fc.Forward(x) * weight.Unsqueeze(1);
}

[Module]
public partial class Net
{
    private readonly Head head = new();

    public Tensor Forward([Shape("4, 8")] Tensor x, [Shape("5")] Tensor w) => [|head.Forward(x, w)|];
}

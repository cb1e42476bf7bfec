// NNG1001: 'b' takes 2·width at dim 1, but 'a.Forward(x)' is [*B, width]: let 'b' take width
[Module]
public partial class Inner(int width)
{
    private readonly Linear fc = new(width, width);

    public Tensor Forward([Shape("*B, width")] Tensor x) => fc.Forward(x);
}

[Module]
public partial class Outer(int width)
{
    private readonly Inner a = new(width);
    private readonly Inner b = new(2 * width);

    public Tensor Forward([Shape("*B, width")] Tensor x) => [|b.Forward(a.Forward(x))|];
}

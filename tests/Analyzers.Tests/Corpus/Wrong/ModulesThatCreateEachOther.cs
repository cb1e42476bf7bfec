// NNG0015: Each 'Encoder' creates another one for 'next', without end: take it as a constructor parameter, or create it under a condition
// NNG0015: Each 'Stage' creates another one for 'inner', without end: take it as a constructor parameter, or create it under a condition
[Module]
public partial class Encoder
{
    private readonly Stage [|next|] = new(2);

    public Tensor Forward([Shape("N, 4")] Tensor x) => next.Forward(x);
}

[Module]
public partial class Stage(int depth)
{
    private readonly Linear fc = new(4, 4 * depth);
    private readonly ModuleList<Encoder> [|inner|] = [new Encoder()];

    public Tensor Forward([Shape("N, 4")] Tensor x) => inner[0].Forward(x) + fc.Forward(x)[.., ..4];
}

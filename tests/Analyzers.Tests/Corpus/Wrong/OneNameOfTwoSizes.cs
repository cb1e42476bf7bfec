// NNG1001: D would have to be 10 for 'a' and 12 for 'b': a name stands for one size
[Module]
public partial class Pair
{
    private readonly Linear a = new(10, 4);
    private readonly Linear b = new(12, 4);

    public Tensor Forward([Shape("N, D")] Tensor x, [Shape("N, D")] Tensor y) => a.Forward(x) + [|b.Forward(y)|];
}

// NNG1001: 'q.View' cannot take 'q' [B, T, 512]: its 512·B·T elements do not fill [B, T, 12, 42], which has 504·B·T
[Module]
public partial class Attention
{
    private const int Dim = 512, Heads = 12;
    private readonly Linear query = new(Dim, Dim);

    public Tensor Forward([Shape("B, T, 512")] Tensor x)
    {
        var q = query.Forward(x);
        return [|q.View(x.Size(0), x.Size(1), Heads, Dim / Heads)|].Transpose(1, 2);
    }
}

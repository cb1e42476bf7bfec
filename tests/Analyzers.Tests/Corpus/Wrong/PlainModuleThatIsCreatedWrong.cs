// NNG1001: 'Encoder(64, heads: 5)' can never run: 'View' cannot take 'project.Forward(x)' [B, T, 64]: its 64·B·T elements do not fill [B, T, 5, 12], which has 60·B·T
var net = [|new Encoder(64, heads: 5)|];
Console.WriteLine(net.Parameters().Count());

[Module]
public partial class Encoder(int dim, int heads)
{
    private readonly Linear project = new(dim, dim);

    public Tensor Forward([Shape("B, T, dim")] Tensor x)
        => project.Forward(x).View(x.Size(0), x.Size(1), heads, dim / heads).Transpose(1, 2);
}

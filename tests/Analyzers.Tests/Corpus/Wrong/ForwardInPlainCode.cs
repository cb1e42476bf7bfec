// NNG3001: 'net.Forward' runs op by op and allocates every value; 'Call' runs the compiled pass
var net = new Net();
Console.WriteLine([|net.Forward(Tensor.Zeros(1, 4))|]);

[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
}

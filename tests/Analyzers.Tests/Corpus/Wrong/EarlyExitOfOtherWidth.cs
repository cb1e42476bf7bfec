// NNG1001: 'F.Relu(blocks[i].Forward(x)) + x' cannot broadcast 'F.Relu(blocks[i].Forward(x))' [N, 128] with 'x' [N, 64]: 128 and 64 at dim -1 are neither equal nor 1
[Module]
public partial class EarlyExit(double confidence)
{
    private readonly ModuleList<Linear> blocks = new(6, _ => new Linear(64, 128));

    public Tensor Forward([Shape("N, 64")] Tensor x)
    {
        for (var i = 0; i < 6; i++)
        {
            x = [|F.Relu(blocks[i].Forward(x)) + x|];
            if (x.Mean().Item() > confidence)
                break;
        }

        return x;
    }
}

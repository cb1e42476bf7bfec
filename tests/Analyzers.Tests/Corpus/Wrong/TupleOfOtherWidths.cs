// NNG1001: 'm / s' cannot broadcast 'm' from 'mean' [N, 8] with 's' from 'deviation' [N, 4]: 8 and 4 at dim -1 are neither equal nor 1
[Module]
public partial class Net
{
    private readonly Linear mean = new(32, 8);
    private readonly Linear deviation = new(32, 4);

    public Tensor Forward([Shape("N, 32")] Tensor x)
    {
        var (m, s) = Split(x);
        return [|m / s|];
    }

    private (Tensor Mean, Tensor Deviation) Split(Tensor x) => (mean.Forward(x), deviation.Forward(x));
}

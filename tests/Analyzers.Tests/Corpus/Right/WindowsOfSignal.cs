[Module]
public partial class Framed(int window, int hop)
{
    private readonly Linear filters = new(window, 40);

    public Tensor Forward([Shape("N, 16000")] Tensor wave)
    {
        var frames = wave.Unfold(1, window, hop);
        return filters.Forward(frames).Square().Log();
    }
}

[Module]
public partial class Speech
{
    private readonly Framed framed = new(400, 160);

    [return: Shape("N, 98, 40")]
    public Tensor Forward([Shape("N, 16000")] Tensor wave) => framed.Forward(wave);
}

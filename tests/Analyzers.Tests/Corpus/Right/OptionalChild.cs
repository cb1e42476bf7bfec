[Module]
public partial class Residual(int channels, bool projects)
{
    private readonly Linear fc = new(channels, channels);
    private readonly Linear? projection = projects ? new(channels, channels) : null;

    [return: Shape("N, channels")]
    public Tensor Forward([Shape("N, channels")] Tensor x, Tensor? mask = null)
    {
        var y = F.Relu(fc.Forward(x));
        if (mask is not null)
            y = y * mask;
        return y + (projection?.Forward(x) ?? x);
    }
}

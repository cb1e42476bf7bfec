// NNG1001: 'Forward' declares its result as [N, 3, 32, 32], but it is [N, 3, 33, 33]
[Module]
public partial class Decoder
{
    private readonly ConvTranspose2d up = new(16, 3, 3, stride: 2);

    [return: Shape("N, 3, 32, 32")]
    public Tensor [|Forward|]([Shape("N, 16, 16, 16")] Tensor x) => up.Forward(x);
}

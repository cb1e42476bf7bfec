// NNG1002: 'View' fits only where 12544·N is a multiple of 16384, which is checked when bound
[Module]
public partial class Decoder
{
    private readonly Linear fc = new(20, 256 * 7 * 7);
    private readonly ConvTranspose2d up = new(256, 1, 4, stride: 2, padding: 1);

    public Tensor Forward([Shape("N, 20")] Tensor z) => up.Forward([|fc.Forward(z).View(-1, 256, 8, 8)|]);
}

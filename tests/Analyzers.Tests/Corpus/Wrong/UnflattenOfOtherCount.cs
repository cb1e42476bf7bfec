// NNG1001: 'View' cannot take 'fc.Forward(z)' [N, 12544]: its 12544·N elements do not fill [-1, 256, 8, 8], which has a multiple of 16384
[Module]
public partial class Decoder
{
    private readonly Linear fc = new(20, 256 * 7 * 7);
    private readonly ConvTranspose2d up = new(256, 1, 4, stride: 2, padding: 1);

    public Tensor Forward([Shape("N, 20")] Tensor z) => up.Forward([|fc.Forward(z).View(-1, 256, 8, 8)|]);
}

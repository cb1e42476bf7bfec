[Module]
public partial class DownAndUp
{
    private readonly Conv2d down1 = new(3, 16, 4, 2, 1);
    private readonly Conv2d down2 = new(16, 32, 4, 2, 1);
    private readonly ConvTranspose2d up2 = new(32, 16, 4, 2, 1);
    private readonly ConvTranspose2d up1 = new(16, 3, 4, 2, 1);

    [Dim("H", MultipleOf = 4)]
    [Dim("W", MultipleOf = 4)]
    [return: Shape("N, 3, H, W")]
    public Tensor Forward([Shape("N, 3, H, W")] Tensor x)
    {
        var d = F.Relu(down1.Forward(x));
        return x + up1.Forward(d + F.Relu(up2.Forward(F.Relu(down2.Forward(d)))));
    }
}

[Module]
public partial class AttentionGate(int gate, int skip, int inner)
{
    private readonly Conv2d wg = new(gate, inner, 1);
    private readonly Conv2d wx = new(skip, inner, 1);
    private readonly Conv2d psi = new(inner, 1, 1);

    public Tensor Forward([Shape("N, gate, H, W")] Tensor g, [Shape("N, skip, H, W")] Tensor x)
        => x * F.Sigmoid(psi.Forward(F.Relu(wg.Forward(g) + wx.Forward(x))));
}

[Module]
public partial class AttentionUNet
{
    private readonly Conv2d enc1 = new(1, 32, 3, padding: 1);
    private readonly Conv2d enc2 = new(32, 64, 3, padding: 1);
    private readonly Conv2d bottom = new(64, 128, 3, padding: 1);
    private readonly ConvTranspose2d up2 = new(128, 64, 2, stride: 2);
    private readonly AttentionGate gate2 = new(64, 64, 32);
    private readonly Conv2d dec2 = new(128, 64, 3, padding: 1);
    private readonly ConvTranspose2d up1 = new(64, 32, 2, stride: 2);
    private readonly AttentionGate gate1 = new(32, 32, 16);
    private readonly Conv2d dec1 = new(64, 32, 3, padding: 1);
    private readonly Conv2d output = new(32, 1, 1);

    [Dim("H", MultipleOf = 4)]
    [Dim("W", MultipleOf = 4)]
    public Tensor Forward([Shape("N, 1, H, W")] Tensor x)
    {
        var e1 = F.Relu(enc1.Forward(x));
        var e2 = F.Relu(enc2.Forward(F.MaxPool2d(e1, 2)));
        var b = F.Relu(bottom.Forward(F.MaxPool2d(e2, 2)));
        var g2 = up2.Forward(b);
        var d2 = F.Relu(dec2.Forward(F.Cat([g2, gate2.Forward(g2, e2)], 1)));
        var g1 = up1.Forward(d2);
        return output.Forward(F.Relu(dec1.Forward(F.Cat([g1, gate1.Forward(g1, e1)], 1))));
    }
}

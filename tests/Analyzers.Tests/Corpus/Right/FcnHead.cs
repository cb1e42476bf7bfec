[Module]
public partial class Fcn8(int classes = 21)
{
    private readonly Sequential pool3 = new(new Conv2d(3, 64, 3, 2, 1), new ReLU(), new Conv2d(64, 128, 3, 2, 1), new ReLU(), new Conv2d(128, 256, 3, 2, 1), new ReLU());
    private readonly Sequential pool4 = new(new Conv2d(256, 512, 3, 2, 1), new ReLU());
    private readonly Sequential pool5 = new(new Conv2d(512, 512, 3, 2, 1), new ReLU());
    private readonly Conv2d score5 = new(512, classes, 1);
    private readonly Conv2d score4 = new(512, classes, 1);
    private readonly Conv2d score3 = new(256, classes, 1);
    private readonly ConvTranspose2d up5 = new(classes, classes, 4, stride: 2, padding: 1, bias: false);
    private readonly ConvTranspose2d up4 = new(classes, classes, 4, stride: 2, padding: 1, bias: false);
    private readonly ConvTranspose2d up3 = new(classes, classes, 16, stride: 8, padding: 4, bias: false);

    [return: Shape("N, classes, 320, 320")]
    public Tensor Forward([Shape("N, 3, 320, 320")] Tensor x)
    {
        var p3 = pool3.Forward(x);
        var p4 = pool4.Forward(p3);
        var p5 = pool5.Forward(p4);
        var y = up5.Forward(score5.Forward(p5)) + score4.Forward(p4);
        y = up4.Forward(y) + score3.Forward(p3);
        return up3.Forward(y);
    }
}

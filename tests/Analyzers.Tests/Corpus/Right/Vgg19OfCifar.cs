[Module]
public partial class Stage(int from, int to, int layers)
{
    private readonly Conv2d first = new(from, to, 3, padding: 1);
    private readonly ModuleList<Conv2d> rest = new(layers - 1, _ => new Conv2d(to, to, 3, padding: 1));
    private readonly MaxPool2d pool = new(2);

    public Tensor Forward(Tensor x)
    {
        x = F.Relu(first.Forward(x));
        foreach (var conv in rest)
            x = F.Relu(conv.Forward(x));
        return pool.Forward(x);
    }
}

[Module]
public partial class Vgg19
{
    private readonly Stage stage1 = new(3, 64, 2);
    private readonly Stage stage2 = new(64, 128, 2);
    private readonly Stage stage3 = new(128, 256, 4);
    private readonly Stage stage4 = new(256, 512, 4);
    private readonly Stage stage5 = new(512, 512, 4);
    private readonly Linear classifier = new(512, 10);

    [return: Shape("N, 10")]
    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        x = stage3.Forward(stage2.Forward(stage1.Forward(x)));
        x = stage5.Forward(stage4.Forward(x));
        return classifier.Forward(x.View(x.Size(0), -1));
    }
}

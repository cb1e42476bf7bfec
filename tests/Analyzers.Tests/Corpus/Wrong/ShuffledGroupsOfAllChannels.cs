// NNG1001: 'InvertedUnit(24, 116, 2)' cannot take 'x' [...]: 'x.View' cannot take 'y' [_, 116, _, _]: its elements do not fill [_, 2, 116, _, _]
[Module]
public partial class InvertedUnit(int inp, int oup, int stride)
{
    private readonly Sequential? branch1 = stride > 1 ? new Sequential(
        new Conv2d(inp, inp, 3, stride, 1, groups: inp, bias: false), new BatchNorm2d(inp),
        new Conv2d(inp, oup / 2, 1, bias: false), new BatchNorm2d(oup / 2), new ReLU()) : null;
    private readonly Sequential branch2 = new(
        new Conv2d(stride > 1 ? inp : oup / 2, oup / 2, 1, bias: false), new BatchNorm2d(oup / 2), new ReLU(),
        new Conv2d(oup / 2, oup / 2, 3, stride, 1, groups: oup / 2, bias: false), new BatchNorm2d(oup / 2),
        new Conv2d(oup / 2, oup / 2, 1, bias: false), new BatchNorm2d(oup / 2), new ReLU());

    private static Tensor Shuffle(Tensor x, int groups)
    {
        var (n, c, h, w) = x.Shape;
        return x.View(n, groups, c, h, w).Transpose(1, 2).Contiguous().View(n, c, h, w);
    }

    public Tensor Forward(Tensor x)
    {
        Tensor y;
        if (branch1 is null)
        {
            var halves = x.Chunk(2, dim: 1);
            y = F.Cat([halves[0], branch2.Forward(halves[1])], 1);
        }
        else
        {
            y = F.Cat([branch1.Forward(x), branch2.Forward(x)], 1);
        }
        return Shuffle(y, 2);
    }
}

[Module]
public partial class ShuffleNet
{
    private readonly Sequential net = new(new Conv2d(3, 24, 3, 2, 1), new MaxPool2d(3, 2, 1),
        [|new InvertedUnit(24, 116, 2)|], new InvertedUnit(116, 116, 1), new InvertedUnit(116, 116, 1),
        new InvertedUnit(116, 232, 2), new InvertedUnit(232, 232, 1), new Conv2d(232, 1024, 1));
    private readonly Linear fc = new(1024, 1000);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x) => fc.Forward(net.Forward(x).Mean([2, 3]));
}

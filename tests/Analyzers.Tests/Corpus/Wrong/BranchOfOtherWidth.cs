// NNG1001: 'head' takes 20 features, but 'wide.Forward(x)' is [N, 40]: let 'head' take 40
[Module]
public partial class Net(bool isWide)
{
    private readonly Linear narrow = new(10, 20);
    private readonly Linear wide = new(10, 40);
    private readonly Linear head = new(20, 2);

    public Tensor Forward([Shape("N, 10")] Tensor x)
    {
        if (isWide)
            return [|head.Forward(wide.Forward(x))|];
        return head.Forward(narrow.Forward(x));
    }
}

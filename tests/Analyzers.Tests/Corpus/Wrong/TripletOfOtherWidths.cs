// NNG1001: 'F.TripletMarginLoss' takes equal sizes at dim 1 of 'image.Forward(anchor)' and dim 1 of 'text.Forward(positive)', but 'image.Forward(anchor)' is [N, 128] and 'text.Forward(positive)' is [N, 256]: 128 and 256 differ
[Module]
public partial class Triplet
{
    private readonly Linear image = new(2048, 128);
    private readonly Linear text = new(768, 256);

    public Tensor Forward([Shape("N, 2048")] Tensor anchor, [Shape("N, 768")] Tensor positive, [Shape("N, 768")] Tensor negative)
        => [|F.TripletMarginLoss(image.Forward(anchor), text.Forward(positive), text.Forward(negative))|];
}

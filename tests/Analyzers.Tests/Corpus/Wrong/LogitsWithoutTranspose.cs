// NNG1001: 'Clip()' can never run: 'i.MatMul' takes equal sizes at dim 1 of 'i' from 'F.Normalize' and dim 0 of 't' from 'F.Normalize', but 'i' is [N, 512] and 't' is [N, 512]: 512 and N differ
[Module]
public partial class TextTower(int vocab, int context, int width, int layers)
{
    private readonly Embedding token = new(vocab, width);
    private readonly Parameter positions = new(Tensor.Zeros(context, width));
    private readonly TransformerEncoder encoder = new(new TransformerEncoderLayer(width, width / 64, width * 4, batchFirst: true), layers);
    private readonly LayerNorm ln = new(width);

    public Tensor Forward(Tensor<long> ids)
    {
        var x = token.Forward(ids) + positions;
        x = ln.Forward(encoder.Forward(x));
        return x.Mean(1);
    }
}

[Module]
public partial class Clip(int embed = 512)
{
    private readonly TextTower text = new(49408, 77, 512, 2);
    private readonly Linear textProjection = new(512, embed, bias: false);
    private readonly Linear imageProjection = new(768, embed, bias: false);
    private readonly Parameter logitScale = new(Tensor.Full([], Math.Log(1 / 0.07)));

    public Tensor Forward([Shape("N, 768")] Tensor image, [Shape("N, 77")] Tensor<long> ids)
    {
        var i = F.Normalize(imageProjection.Forward(image), dim: -1);
        var t = F.Normalize(textProjection.Forward(text.Forward(ids)), dim: -1);
        var logits = logitScale.Exp() * [|i.MatMul(t)|];
        var labels = Tensor<long>.Arange(image.Shape[0]);
        return (F.CrossEntropy(logits, labels) + F.CrossEntropy(logits.T, labels)) / 2;
    }
}

[Module]
public partial class MaskedLanguageModel
{
    private readonly Embedding tokens = new(30522, 256);
    private readonly Embedding segments = new(2, 256);
    private readonly Parameter positions = new(Tensor.Zeros(1, 128, 256));
    private readonly LayerNorm norm = new(256);
    private readonly TransformerEncoder encoder = new(new TransformerEncoderLayer(256, 4, 1024, batchFirst: true), 4);
    private readonly Linear transform = new(256, 256);
    private readonly Linear decoder = new(256, 30522);
    private readonly Linear nextSentence = new(256, 2);

    public Tensor Forward([Shape("N, 128")] Tensor<long> ids, [Shape("N, 128")] Tensor<long> types, [Shape("N, 128")] Tensor<long> labels, [Shape("N")] Tensor<long> follows)
    {
        var x = norm.Forward(tokens.Forward(ids) + segments.Forward(types) + positions);
        x = encoder.Forward(x);
        var logits = decoder.Forward(F.Gelu(transform.Forward(x)));
        var masked = F.CrossEntropy(logits.Permute(0, 2, 1), labels, ignoreIndex: -100);
        return masked + F.CrossEntropy(nextSentence.Forward(x[.., 0]), follows);
    }
}

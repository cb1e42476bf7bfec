public enum Norm
{
    None,
    Layer,
    Batch,
}

[Module]
public partial class Classifier(int features, int classes, Norm norm)
{
    private readonly Linear stem = new(features, 16);
    private readonly LayerNorm layerNorm = new(16);
    private readonly BatchNorm1d batchNorm = new(16);
    private readonly Linear head = new(16, classes);

    public float Temperature { get; set; } = 1f;

    [return: Shape("N, classes")]
    public Tensor Forward([Shape("N, features")] Tensor x, [Shape("N, features")] Tensor? mask = null)
    {
        if (x.Shape[0] < 1)
            throw new System.ArgumentException($"an empty batch of {x.Shape[1]} features", nameof(x));
        x = stem.Forward(mask is null ? x : x * mask);
        x = norm switch
        {
            Norm.None => x,
            Norm.Layer => layerNorm.Forward(x),
            Norm.Batch => batchNorm.Forward(x),
            _ => throw new System.InvalidOperationException("no such normalization"),
        };
        if (Training)
            x = F.Dropout(x, 0.1f);
        var logits = head.Forward(F.Relu(x));
        if (Training)
            return logits;
        if (Temperature is <= 0f or > 100f)
            return logits;
        return logits / Temperature;
    }
}

[Module]
public partial class Router
{
    private readonly Linear first = new(4, 4);
    private readonly Linear second = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var score = x.Mean().Item();
        if (score > 0.5f)
            return first.Forward(x);
        else if (score > 0f)
            x = second.Forward(x);
        return x * score;
    }
}

[Module]
public partial class Cbhg(int channels, int k)
{
    private readonly ModuleList<Conv1d> bank = new(k, i => new Conv1d(channels, channels, i + 1, padding: (i + 1) / 2));
    private readonly Conv1d project1 = new(k * channels, channels, 3, padding: 1);
    private readonly Conv1d project2 = new(channels, channels, 3, padding: 1);
    private readonly Linear gate = new(channels, channels);
    private readonly Linear transform = new(channels, channels);
    private readonly GRU gru = new(channels, channels, batchFirst: true, bidirectional: true);

    public Tensor Forward([Shape("N, T, channels")] Tensor x)
    {
        var h = x.Transpose(1, 2);
        var length = h.Size(2);
        var outputs = new List<Tensor>();
        foreach (var conv in bank)
            outputs.Add(F.Relu(conv.Forward(h))[.., .., ..length]);
        h = F.Cat(outputs, 1);
        h = project2.Forward(F.Relu(project1.Forward(h))).Transpose(1, 2) + x;
        var t = F.Sigmoid(gate.Forward(h));
        h = F.Relu(transform.Forward(h)) * t + h * (1 - t);
        var (y, _) = gru.Forward(h);
        return y;
    }
}

[Module]
public partial class TacotronEncoder
{
    private readonly Embedding embedding = new(148, 256);
    private readonly Sequential prenet = new(new Linear(256, 256), new ReLU(), new Dropout(), new Linear(256, 128), new ReLU(), new Dropout());
    private readonly Cbhg cbhg = new(128, 16);

    public Tensor Forward([Shape("N, T")] Tensor<long> text) => cbhg.Forward(prenet.Forward(embedding.Forward(text)));
}

[Module]
public partial class Net
{
    private const int Mels = 80, Encoder = 512, Hidden = 1024;
    private readonly Sequential prenet = new(new Linear(Mels, 256), new ReLU(), new Dropout(0.5), new Linear(256, 256), new ReLU(), new Dropout(0.5));
    private readonly LSTMCell attentionRnn = new(256 + Encoder, Hidden), decoderRnn = new(Hidden + Encoder, Hidden);
    private readonly Linear query = new(Hidden, 128, bias: false), memoryLayer = new(Encoder, 128, bias: false), v = new(128, 1, bias: false);
    private readonly Linear project = new(Hidden + Encoder, Mels), gate = new(Hidden + Encoder, 1);
    public (Tensor Mel, Tensor Stop) Forward([Shape("N, L, 512")] Tensor memory, [Shape("N, T, 80")] Tensor targets)
    {
        var n = memory.Size(0);
        Tensor h1 = Tensor.Zeros(n, Hidden), c1 = Tensor.Zeros(n, Hidden), h2 = Tensor.Zeros(n, Hidden), c2 = Tensor.Zeros(n, Hidden);
        var context = Tensor.Zeros(n, Encoder);
        var keys = memoryLayer.Forward(memory);
        List<Tensor> mels = [], stops = [];
        for (int t = 0; t < targets.Size(1); t++)
        {
            var x = prenet.Forward(targets[.., t]);
            (h1, c1) = attentionRnn.Forward(F.Cat([x, context], 1), (h1, c1));
            var energies = v.Forward(F.Tanh(query.Forward(h1).Unsqueeze(1) + keys)).Squeeze(-1);
            var weights = energies.Softmax(1);
            context = weights.Unsqueeze(1).Bmm(memory).Squeeze(1);
            (h2, c2) = decoderRnn.Forward(F.Cat([h1, context], 1), (h2, c2));
            var o = F.Cat([h2, context], 1);
            mels.Add(project.Forward(o));
            stops.Add(gate.Forward(o).Squeeze(1));
        }
        return (F.Stack(mels, 1), F.Stack(stops, 1));
    }
}

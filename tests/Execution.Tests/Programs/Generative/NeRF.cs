using NnGen;
using System.Collections.Generic;

namespace Programs.Generative.NeRF;

// Positional encoding from buffers, skip connection, two heads.
[Module]
public partial class NeRF(int frequencies)
{
    private readonly Linear layer1 = new(3 * frequencies, 8);
    private readonly Linear layer2 = new(8 + 3 * frequencies, 8);
    private readonly Linear sigma = new(8, 1);
    private readonly Linear color = new(8, 3);
    private readonly Parameter bands = new(Tensor.Arange(1, frequencies + 1));

    public (Tensor Color, Tensor Density) Forward([Shape("N, 3")] Tensor position)
    {
        var encoded = Encode(position);
        var h = F.Relu(layer1.Forward(encoded));
        h = F.Relu(layer2.Forward(F.Cat([h, encoded], -1)));
        return (F.Sigmoid(color.Forward(h)), F.Softplus(sigma.Forward(h)));
    }

    private Tensor Encode(Tensor x)
    {
        var scaled = x.Unsqueeze(-1) * bands;
        return F.Tanh(scaled).Flatten(1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new NeRF(2), n => [Tensor.Randn(n, 3)]);
}

namespace NnGen.Tests.Modules.Compiled;

/// <summary>Encoder and decoder share their weight.</summary>
[Module]
public sealed partial class TiedAutoencoder
{
    private readonly Linear encoder = new(5, 5);
    private readonly Linear decoder = new(5, 5);

    public TiedAutoencoder() => decoder.Weight = encoder.Weight;

    public Tensor Forward([Shape("N, 5")] Tensor x) => decoder.Forward(F.Tanh(encoder.Forward(x)));
}

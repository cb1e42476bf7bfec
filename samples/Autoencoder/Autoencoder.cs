using NnGen;

namespace AutoencoderSample;

/// <summary>Says an image in a few numbers, and draws it again from these.</summary>
/// <param name="code">How many numbers.</param>
[Module]
public partial class Autoencoder(int code)
{
    private readonly Sequential encoder = new(new Flatten(), new Linear(28 * 28, 128), new ReLU(), new Linear(128, code));
    private readonly Sequential decoder = new(
        new Linear(code, 128), new ReLU(), new Linear(128, 28 * 28), new Sigmoid(), new Unflatten(1, [1, 28, 28]));

    [return: Shape("N, code")]
    public Tensor Encode([Shape("N, 1, 28, 28")] Tensor images) => encoder.Forward(images);

    public Tensor Decode([Shape("N, code")] Tensor codes) => decoder.Forward(codes);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor images) => Decode(Encode(images));
}

/// <summary>How far the drawn images are from those that were given; compiled together with the network.</summary>
[Module]
public partial class ReconstructionLoss(Autoencoder autoencoder)
{
    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor images) => F.MseLoss(autoencoder.Forward(images), images);
}

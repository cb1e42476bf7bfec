using NnGen;

namespace Company.Modules1;

/// <summary>Adds to its input what two layers make of it.</summary>
/// <param name="channels">Features of the input and of the result.</param>
/// <param name="hidden">Features between the layers.</param>
[Module]
public partial class ResidualBlock(int channels, int hidden)
{
    private readonly LayerNorm norm = new(channels);
    private readonly Linear up = new(channels, hidden);
    private readonly Linear down = new(hidden, channels);

    /// <summary>Runs the block.</summary>
    /// <param name="x">Shape <c>*B, channels</c>.</param>
    [return: Shape("*B, channels")]
    public Tensor Forward([Shape("*B, channels")] Tensor x) => x + down.Forward(F.Gelu(up.Forward(norm.Forward(x))));
}

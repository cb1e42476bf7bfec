namespace NnGen;

/// <summary>The softmax over the channels of each pixel: torch.nn.Softmax2d.</summary>
[Module]
public sealed partial class Softmax2d
{
    /// <summary>Exponentials scaled so that they sum to 1 over the channels.</summary>
    /// <param name="input">[N, C, H, W] or [C, H, W], which the result has too.</param>
    [return: Shape("*B, C, H, W")]
    public Tensor Forward([Shape("*B, C, H, W")] Tensor input) => F.Softmax(input, -3);
}

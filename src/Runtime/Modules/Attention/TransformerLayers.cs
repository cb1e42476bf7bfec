namespace NnGen;

/// <summary>What layers of transformers refuse before any of their weights is drawn.</summary>
internal static class TransformerLayers
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such activation, or no feature between the linear layers.</exception>
    public static Activation Checked(Activation activation, int dimFeedforward)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimFeedforward);
        return Enum.IsDefined(activation)
            ? activation
            : throw new ArgumentOutOfRangeException(nameof(activation), activation, $"activation should be relu/gelu, not {activation}");
    }
}

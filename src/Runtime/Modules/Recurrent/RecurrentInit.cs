namespace NnGen;

/// <summary>Initial weights of recurrent layers.</summary>
internal static class RecurrentInit
{
    /// <summary>A parameter whose values are uniform in ±1/sqrt(hiddenSize).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public static Parameter New(int hiddenSize, params int[] shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hiddenSize);
        foreach (var size in shape)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(shape));
        var bound = 1 / Math.Sqrt(hiddenSize);
        return Init.Uniform_(new Parameter(Tensor.Empty(shape)), -bound, bound);
    }
}

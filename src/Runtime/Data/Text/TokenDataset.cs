namespace NnGen.Data;

/// <summary>Pieces of a text as numbers, each with the same piece one token on: what language models learn from.</summary>
public sealed class TokenDataset : Dataset<(Tensor<long> Input, Tensor<long> Target)>
{
    private readonly Tensor<long> _tokens;
    private readonly int _length, _stride;

    /// <summary>Makes a dataset.</summary>
    /// <param name="tokens">The text, such as <see cref="Vocabulary.Encode"/> gives it.</param>
    /// <param name="length">Tokens in a piece.</param>
    /// <param name="stride">How far a piece begins after the one before. Default: 1, one begins at every token.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    /// <exception cref="ArgumentException">The text is shorter than a piece and the token after it.</exception>
    public TokenDataset(Tensor<long> tokens, int length, int stride = 1)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        if (tokens.Rank != 1 || tokens.Count <= length)
            throw new ArgumentException($"Tokens of shape {tokens.Shape} were given: expected one dimension of more than {length}.", nameof(tokens));
        (_tokens, _length, _stride) = (tokens, length, stride);
    }

    /// <inheritdoc/>
    public override int Count => ((_tokens.Count - _length - 1) / _stride) + 1;

    /// <inheritdoc/>
    public override (Tensor<long> Input, Tensor<long> Target) this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The dataset has {Count} samples.");
            int start = index * _stride;
            return (Piece(start), Piece(start + 1));
        }
    }

    private Tensor<long> Piece(int start) => Tensor<long>.From(_tokens.AsSpan().Slice(start, _length), [_length]);
}

using NnGen;

namespace Samples;

/// <summary>A text as numbers of characters: what language models of characters learn from.</summary>
public sealed class CharText
{
    private const double TrainingPart = 0.9;

    private readonly char[] _characters;
    private readonly long[] _training, _validation;

    private CharText(string text)
    {
        _characters = [.. text.Distinct().Order()];
        long[] numbers = Encode(text);
        int split = (int)(TrainingPart * numbers.Length);
        (_training, _validation) = (numbers[..split], numbers[split..]);
    }

    /// <summary>Number of different characters.</summary>
    public int Vocabulary => _characters.Length;

    /// <summary>Reads a file: its first nine tenths are for training, the rest for validation.</summary>
    /// <param name="path">The file, UTF-8.</param>
    public static CharText Load(string path) => new(File.ReadAllText(path));

    /// <summary>The numbers of a text's characters.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidDataException">It has a character that the file does not have.</exception>
    public long[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        long[] numbers = new long[text.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            int number = Array.BinarySearch(_characters, text[i]);
            numbers[i] = number >= 0 ? number : throw new InvalidDataException($"The training text has no '{text[i]}'.");
        }

        return numbers;
    }

    /// <summary>The character of a number.</summary>
    public char Decode(long number) => _characters[number];

    /// <summary>Random pieces of the training text.</summary>
    /// <param name="count">How many.</param>
    /// <param name="length">Characters in each.</param>
    /// <returns>The pieces, shape <c>count, length</c>, and for each character the one that follows.</returns>
    public (Tensor<long> Inputs, Tensor<long> Targets) Batch(int count, int length)
    {
        var starts = Tensor.Randint(0, _training.Length - length, [count]);
        return Pieces(_training, starts.ToArray(), length);
    }

    /// <summary>The whole validation text in pieces, the incomplete last one left out.</summary>
    /// <param name="count">Pieces in a batch.</param>
    /// <param name="length">Characters in each.</param>
    public IEnumerable<(Tensor<long> Inputs, Tensor<long> Targets)> Validation(int count, int length)
    {
        int pieces = (_validation.Length - 1) / length;
        return Enumerable.Range(0, pieces).Select(piece => (long)piece * length).Chunk(count)
            .Select(starts => Pieces(_validation, starts, length));
    }

    private static (Tensor<long> Inputs, Tensor<long> Targets) Pieces(long[] text, long[] starts, int length)
    {
        var inputs = Tensor<long>.Empty(starts.Length, length);
        var targets = Tensor<long>.Empty(starts.Length, length);
        for (int i = 0; i < starts.Length; i++)
        {
            text.AsSpan((int)starts[i], length).CopyTo(inputs.AsWritableSpan()[(i * length)..]);
            text.AsSpan((int)starts[i] + 1, length).CopyTo(targets.AsWritableSpan()[(i * length)..]);
        }

        return (inputs, targets);
    }
}

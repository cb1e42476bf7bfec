namespace NnGen.Data;

/// <summary>The characters or words of texts, numbered: what turns a text into indices for an embedding, and back.</summary>
public sealed class Vocabulary
{
    private readonly string[] _tokens;
    private readonly Dictionary<string, int> _indices = [];
    private readonly Func<string, IEnumerable<string>> _split;
    private readonly string _separator;
    private readonly int? _unknown;

    private Vocabulary(IEnumerable<string> tokens, string? unknown, Func<string, IEnumerable<string>> split, string separator)
    {
        _tokens = unknown is null ? [.. tokens] : [unknown, .. tokens.Where(token => token != unknown)];
        for (int i = 0; i < _tokens.Length; i++)
            _indices.Add(_tokens[i], i);
        (_split, _separator, _unknown) = (split, separator, unknown is null ? null : 0);
    }

    /// <summary>The characters or words, by number.</summary>
    public IReadOnlyList<string> Tokens => _tokens;

    /// <summary>How many there are: the first size of an embedding.</summary>
    public int Count => _tokens.Length;

    /// <summary>The characters of a text, in order of their codes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unknown">What stands, as number 0, for characters that the text does not have. Default: none, they are refused.</param>
    public static Vocabulary OfCharacters(string text, string? unknown = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Vocabulary(text.Distinct().Order().Select(c => c.ToString()), unknown, Characters, separator: "");
    }

    /// <summary>The words of a text, which spaces and ends of lines separate: the most frequent first, then in order of their codes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="minCount">How often a word must stand in the text. Default: 1.</param>
    /// <param name="unknown">What stands, as number 0, for other words. Default: <c>&lt;unk&gt;</c>; null: they are refused.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minCount"/> is not positive.</exception>
    public static Vocabulary OfWords(string text, int minCount = 1, string? unknown = "<unk>")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minCount);
        var words = Words(text).GroupBy(word => word).Where(group => group.Count() >= minCount)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        return new Vocabulary(words.Select(group => group.Key), unknown, Words, separator: " ");
    }

    /// <summary>The numbers of a text's characters or words.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">It has one that the vocabulary does not have, nor something that stands for it.</exception>
    public Tensor<long> Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        long[] numbers = [.. _split(text).Select(Number)];
        return Tensor<long>.From(numbers, numbers.Length);
    }

    /// <summary>The text of numbers; words are separated by spaces.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public string Decode(Tensor<long> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return string.Join(_separator, numbers.ToArray().Select(Token));
    }

    private static IEnumerable<string> Characters(string text) => text.Select(c => c.ToString());

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private long Number(string token) => _indices.TryGetValue(token, out int index)
        ? index
        : _unknown ?? throw new ArgumentException($"The vocabulary has no '{token}', nor something that stands for what it does not have.", nameof(token));

    private string Token(long number) => number >= 0 && number < Count
        ? _tokens[number]
        : throw new ArgumentOutOfRangeException(nameof(number), number, $"The vocabulary has {Count} tokens: there is no number {number}.");
}

namespace NnGen.Serialization;

/// <summary>Orders texts by their UTF-8 bytes, as the safetensors reference does. (Ordinal order is by UTF-16 unit.)</summary>
internal sealed class Utf8Comparer : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static Utf8Comparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        using var a = (x ?? "").EnumerateRunes().GetEnumerator();
        using var b = (y ?? "").EnumerateRunes().GetEnumerator();
        while (true)
        {
            bool hasA = a.MoveNext(), hasB = b.MoveNext();
            if (!hasA || !hasB)
                return hasA.CompareTo(hasB);
            int order = a.Current.CompareTo(b.Current);            // code points order as their UTF-8 bytes do
            if (order != 0)
                return order;
        }
    }
}

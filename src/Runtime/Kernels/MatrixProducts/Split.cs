namespace NnGen.Kernels;

/// <summary>A length cut into pieces as even as possible.</summary>
/// <param name="Length">The length.</param>
/// <param name="Pieces">Number of pieces.</param>
internal readonly record struct Split(int Length, int Pieces)
{
    /// <summary>As few pieces as possible, none longer than <paramref name="longest"/>.</summary>
    public static Split By(int length, int longest) => new(length, Math.Max(1, (length + longest - 1) / longest));

    /// <summary>The longest piece.</summary>
    public int Longest => (Length + Pieces - 1) / Pieces;

    /// <summary>Where a piece begins; that of piece <see cref="Pieces"/> is the end.</summary>
    public int Start(int piece) => (int)((long)Length * piece / Pieces);
}

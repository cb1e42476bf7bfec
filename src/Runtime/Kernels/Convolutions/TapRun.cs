namespace NnGen.Kernels;

/// <summary>
/// Elements of a window that read rows of a grid one below the other: three that share the rows they read, or one.
/// </summary>
internal unsafe struct TapRun
{
    /// <summary>Elements of a run that shares rows.</summary>
    public const int Rows = 3;

    /// <summary>Where the first reads for place 0.</summary>
    public int Offset;

    /// <summary>Which element of the window the first is, and how far the others lie behind it.</summary>
    public int Element;
    public int ElementStep;

    /// <summary>How many there are: <see cref="Rows"/> or 1.</summary>
    public int Length;

    /// <summary>Finds the runs of a window.</summary>
    /// <param name="offsets">Where its elements read, as <see cref="Grid.List"/> lists them.</param>
    /// <param name="elements">Which they are.</param>
    /// <param name="count">How many.</param>
    /// <param name="columns">Columns of the window.</param>
    /// <param name="rowStep">How far rows of the grid lie apart.</param>
    /// <param name="runs">The runs, no more than elements.</param>
    /// <returns>How many runs there are.</returns>
    public static int List(int* offsets, int* elements, int count, int columns, int rowStep, TapRun* runs)
    {
        var width = 0;
        while (width < count && elements[width] / columns == elements[0] / columns)
            width++;
        var found = 0;
        for (var column = 0; column < width; column++)
        {
            for (var i = column; i < count;)
            {
                var last = i + ((Rows - 1) * width);
                var distance = last < count ? offsets[last] - offsets[i] : 0;
                var isRun = Math.Abs(distance) == (Rows - 1) * rowStep
                    && offsets[last] - offsets[last - width] == distance / (Rows - 1)
                    && elements[last] - elements[last - width] == elements[last - width] - elements[i];
                var first = isRun && distance < 0 ? last : i;
                runs[found++] = new TapRun
                {
                    Offset = offsets[first],
                    Element = elements[first],
                    ElementStep = isRun ? elements[first == i ? i + width : last - width] - elements[first] : 0,
                    Length = isRun ? Rows : 1,
                };
                i += (isRun ? Rows : 1) * width;
            }
        }

        return found;
    }
}

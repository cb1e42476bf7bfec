namespace NnGen.Data;

/// <summary>The lines of text files. For files that do not fit into memory, give <see cref="File.ReadLines(string)"/> to an <see cref="IterableDataLoader{TSample, TBatch}"/>.</summary>
public sealed class LineDataset : Dataset<string>
{
    private readonly string[] _lines;

    /// <summary>Reads files.</summary>
    /// <param name="paths">The files, UTF-8, one after the other.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public LineDataset(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _lines = [.. paths.SelectMany(File.ReadAllLines)];
    }

    /// <inheritdoc/>
    public override int Count => _lines.Length;

    /// <inheritdoc/>
    public override string this[int index] => _lines[index];
}

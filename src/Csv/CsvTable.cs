using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace NnGen.Data;

/// <summary>
/// The content of a CSV file with a header, column by column: RFC 4180, also with another delimiter. Numbers are written with a point,
/// whatever the culture.
/// </summary>
public sealed class CsvTable
{
    private readonly string _source;
    private readonly List<string[]> _rows = [];
    private readonly List<int> _lines = [];

    private CsvTable(string source, string[] columns)
    {
        _source = source;
        Columns = columns;
        if (columns.Distinct().Count() != columns.Length)
            throw new InvalidDataException($"{source} has two columns of one name: {string.Join(", ", columns)}.");
    }

    /// <summary>The names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Number of rows, the header not included.</summary>
    public int Count => _rows.Count;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="delimiter">What stands between cells. Default: a comma.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It has no header, a row of another length than the header, or a quote that does not end.</exception>
    public static CsvTable Load(string path, string delimiter = ",")
    {
        using var reader = new StreamReader(path);
        return Read(reader, $"'{path}'", delimiter);
    }

    /// <summary>Reads a text.</summary>
    /// <inheritdoc cref="Load"/>
    /// <param name="reader">The text.</param>
    /// <param name="delimiter">What stands between cells. Default: a comma.</param>
    public static CsvTable Read(TextReader reader, string delimiter = ",") => Read(reader, "The text", delimiter);

    /// <summary>Columns of numbers as a tensor of shape [rows, columns].</summary>
    /// <param name="columns">The names of the columns; none: all.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidDataException">A cell is no number. An empty one is none either.</exception>
    public Tensor Numbers(params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        int[] indices = columns.Length == 0 ? [.. Enumerable.Range(0, Columns.Count)] : Array.ConvertAll(columns, IndexOf);
        var result = Tensor.Empty(Count, indices.Length);
        var values = result.AsWritableSpan();
        for (int row = 0, i = 0; row < Count; row++)
        {
            foreach (int column in indices)
                values[i++] = Number(row, column);
        }

        return result;
    }

    /// <summary>A column of names as classes: each different name is one, numbered in alphabetical order.</summary>
    /// <param name="column">The name of the column.</param>
    /// <returns>The class of each row, and the names of the classes.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public (Tensor<long> Classes, IReadOnlyList<string> Names) Classes(string column)
    {
        string[] cells = Text(column);
        string[] names = [.. cells.Distinct().Order(StringComparer.Ordinal)];
        return (Tensor<long>.From(Array.ConvertAll(cells, cell => (long)Array.BinarySearch(names, cell, StringComparer.Ordinal)), Count), names);
    }

    /// <summary>A column as it is.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string[] Text(string column)
    {
        int index = IndexOf(column);
        return [.. _rows.Select(row => row[index])];
    }

    private static CsvTable Read(TextReader reader, string source, string delimiter)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(delimiter);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter });
        try
        {
            if (!parser.Read())
                throw new InvalidDataException($"{source} is empty: expected a header.");
            var table = new CsvTable(source, parser.Record!);
            while (parser.Read())
            {
                string[] row = parser.Record!;
                if (row.Length != table.Columns.Count)
                    throw new InvalidDataException($"{source}, line {parser.RawRow}: the row has {row.Length} cells, but the header {table.Columns.Count}.");
                table._rows.Add(row);
                table._lines.Add(parser.RawRow);
            }

            return table;
        }
        catch (CsvHelperException e)
        {
            throw new InvalidDataException($"{source}, line {parser.RawRow}: the row is no CSV. {e.Message.Split('\n')[0].TrimEnd()}", e);
        }
    }

    private int IndexOf(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        int index = Columns.ToList().IndexOf(column);
        return index >= 0
            ? index
            : throw new ArgumentException($"{_source} has no column '{column}', but {string.Join(", ", Columns.Select(name => $"'{name}'"))}.", nameof(column));
    }

    private float Number(int row, int column)
        => float.TryParse(_rows[row][column], NumberStyles.Float, CultureInfo.InvariantCulture, out float value)
            ? value
            : throw new InvalidDataException($"{_source}, line {_lines[row]}: '{_rows[row][column]}' in column '{Columns[column]}' is no number.");
}

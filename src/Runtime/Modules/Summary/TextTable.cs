using System.Text;

namespace NnGen;

/// <summary>Rows of cells, in columns as wide as their longest cell. Words stand at the left end of theirs, numbers at the right.</summary>
/// <param name="words">Heads of the first columns.</param>
/// <param name="numbers">Heads of the others.</param>
internal sealed class TextTable(string[] words, string[] numbers)
{
    private readonly List<string[]> _rows = [[.. words, .. numbers]];

    /// <summary>Adds a row, with a cell for each column.</summary>
    public void Add(string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => column < words.Length ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString(0, text.Length - 1);
    }
}

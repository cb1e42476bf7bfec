using System.Globalization;
using NnGen.Metrics;

namespace NnGen.Pictures;

/// <summary>
/// A picture of a confusion matrix, as SVG: rows are what samples are, columns what they were taken for, the colour says which part of the
/// row.
/// </summary>
public sealed class ConfusionPicture
{
    private const double SmallestCell = 32, CellMargin = 12, Gap = 10, TitleHeight = 44, AxisHeight = 24;
    private const int LongestLabel = 24;
    private const double DarkCell = 0.55;

    private static readonly (int Red, int Green, int Blue) s_lightest = (0xF7, 0xFB, 0xFF), s_darkest = (0x08, 0x45, 0x94);

    private readonly ConfusionMatrix _matrix;
    private readonly string[] _labels;
    private readonly string _title;

    /// <summary>Makes a picture.</summary>
    /// <param name="matrix">The matrix, as it is when the picture is drawn.</param>
    /// <param name="labels">The name of each class. Default: its number.</param>
    /// <param name="title">Stands above. Default: the accuracy.</param>
    /// <exception cref="ArgumentException">There are not as many labels as classes.</exception>
    public ConfusionPicture(ConfusionMatrix matrix, IReadOnlyList<string>? labels = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (labels is not null && labels.Count != matrix.Classes)
            throw new ArgumentException($"There are {labels.Count} labels, but {matrix.Classes} classes.", nameof(labels));
        _matrix = matrix;
        _labels = [.. (labels ?? [.. Enumerable.Range(0, matrix.Classes).Select(i => i.ToString(CultureInfo.InvariantCulture))]).Select(label => SvgCanvas.Shorten(label, LongestLabel))];
        _title = title ?? string.Create(CultureInfo.InvariantCulture, $"accuracy {100 * matrix.Value:F2} %");
    }

    /// <summary>The picture as SVG.</summary>
    public string ToSvg()
    {
        double cell = Math.Max(SmallestCell, CellMargin + SvgCanvas.WidthOf(Text(Largest())));
        double labelWidth = _labels.Max(SvgCanvas.WidthOf);
        bool isTurned = labelWidth > cell - 2;
        double left = AxisHeight + labelWidth + (2 * Gap), size = cell * _matrix.Classes;
        double labelHeight = isTurned ? (labelWidth * Math.Sqrt(0.5)) + Gap : AxisHeight;
        double width = Math.Max(left + size + (2 * Gap), (2 * Gap) + SvgCanvas.WidthOf(_title) * 1.3);
        var canvas = new SvgCanvas(width, TitleHeight + size + Gap + labelHeight + AxisHeight, _title);
        canvas.Text(Gap, TitleHeight / 2, _title, size: 16);
        for (int i = 0; i < _matrix.Classes; i++)
        {
            double middle = (i + 0.5) * cell, below = TitleHeight + size + Gap;
            canvas.Text(left - Gap, TitleHeight + middle, _labels[i], TextAnchor.End);
            canvas.Text(left + middle, below, _labels[i], isTurned ? TextAnchor.End : TextAnchor.Middle, turn: isTurned ? -45 : 0);
            DrawRow(canvas, i, left, cell);
        }

        canvas.Text(AxisHeight / 2, TitleHeight + (size / 2), "true", TextAnchor.Middle, turn: -90);
        canvas.Text(left + (size / 2), TitleHeight + size + Gap + labelHeight + (AxisHeight / 4), "predicted", TextAnchor.Middle);
        return canvas.End();
    }

    /// <summary>Writes the picture.</summary>
    /// <param name="path">The file; usually ends in <c>.svg</c>.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Save(string path) => SvgCanvas.Save(path, ToSvg());

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Colour(double part)
    {
        return $"#{Mix(s_lightest.Red, s_darkest.Red):X2}{Mix(s_lightest.Green, s_darkest.Green):X2}{Mix(s_lightest.Blue, s_darkest.Blue):X2}";

        int Mix(int from, int to) => (int)Math.Round(from + (part * (to - from)));
    }

    private void DrawRow(SvgCanvas canvas, int target, double left, double cell)
    {
        double sum = Enumerable.Range(0, _matrix.Classes).Sum(predicted => (double)_matrix[target, predicted]);
        for (int predicted = 0; predicted < _matrix.Classes; predicted++)
        {
            long count = _matrix[target, predicted];
            double part = sum == 0 ? 0 : count / sum, x = left + (predicted * cell), y = TitleHeight + (target * cell);
            canvas.Rectangle(x, y, cell - 1, cell - 1, Colour(part), $"{_labels[target]} taken for {_labels[predicted]}: {Text(count)}");
            if (count > 0)
                canvas.Text(x + ((cell - 1) / 2), y + ((cell - 1) / 2), Text(count), TextAnchor.Middle, part > DarkCell ? "white" : SvgCanvas.Ink);
        }
    }

    private long Largest()
    {
        long largest = 0;
        for (int target = 0; target < _matrix.Classes; target++)
        {
            for (int predicted = 0; predicted < _matrix.Classes; predicted++)
                largest = Math.Max(largest, _matrix[target, predicted]);
        }

        return largest;
    }
}

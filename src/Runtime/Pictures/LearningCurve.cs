using NnGen.Training;

namespace NnGen.Pictures;

/// <summary>
/// A picture of how values change as training goes on, as SVG: one line for each, with axes and a legend. It can be given to a training
/// as its progress, or filled by hand.
/// </summary>
public sealed class LearningCurve : IProgress<TrainingProgress>
{
    private const double Width = 760, Height = 420, Left = 72, Top = 48, Right = 200, Bottom = 56;
    private const double PlotWidth = Width - Left - Right, PlotHeight = Height - Top - Bottom;
    private const double LegendGap = 20, LegendLine = 22;
    private const int LongestName = 20, LongestTitle = 70;
    private const double LargestDrawn = 1e100;                  // beyond, differences of doubles overflow

    private static readonly string[] s_colours =
        ["#1f77b4", "#d1581b", "#2a8c4a", "#c03a3a", "#8457b2", "#7a5548", "#c9599f", "#6b6b6b", "#9a9a1f", "#1799a8"];

    private readonly string[] _names;
    private readonly Dictionary<string, List<(double X, double Y)>> _series = [];

    /// <summary>Makes a picture without lines.</summary>
    /// <param name="title">Stands above. Default: nothing.</param>
    /// <param name="names">Which of the values that a training reports are drawn. Default: all but the learning rate.</param>
    public LearningCurve(string title = "", params string[] names)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(names);
        (Title, _names) = (title, names);
    }

    /// <summary>Stands above.</summary>
    public string Title { get; }

    /// <summary>What the values stand over. Default: step.</summary>
    public string XLabel { get; set; } = "step";

    /// <summary>What the values are. Default: nothing.</summary>
    public string YLabel { get; set; } = "";

    /// <summary>Adds a point to a line. NaN and infinities interrupt the line.</summary>
    /// <param name="name">The line.</param>
    /// <param name="x">The step.</param>
    /// <param name="y">The value.</param>
    public void Add(string name, double x, double y)
    {
        ArgumentNullException.ThrowIfNull(name);
        lock (_series)
        {
            if (!_series.TryGetValue(name, out var points))
                _series.Add(name, points = []);
            points.Add((x, y));
        }
    }

    /// <summary>Adds values to a line, at 1, 2, 3 and so on where it is new.</summary>
    /// <param name="name">The line.</param>
    /// <param name="values">The values.</param>
    public void Add(string name, IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        lock (_series)
        {
            if (!_series.TryGetValue(name, out var points))
                _series.Add(name, points = []);
            foreach (double value in values)
                points.Add((points.Count + 1, value));
        }
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (var (name, number) in value.Values)
        {
            if (_names.Length == 0 ? name != TrainingProgress.LearningRate : _names.Contains(name))
                Add(name, value.TotalSteps, number);
        }
    }

    /// <summary>The picture as SVG.</summary>
    public string ToSvg()
    {
        lock (_series)
        {
            var drawn = _series.Values.SelectMany(points => points).Where(IsDrawn).ToList();
            var x = new Axis(drawn.Select(point => point.X), isRounded: false);
            var y = new Axis(drawn.Select(point => point.Y), isRounded: true);
            var canvas = new SvgCanvas(Width, Height, Title.Length > 0 ? Title : string.Join(", ", _series.Keys));
            canvas.Text(Left, Top / 2, SvgCanvas.Shorten(Title, LongestTitle), size: 16);
            DrawAxes(canvas, x, y);
            int index = 0;
            foreach (var (name, points) in _series)
            {
                string colour = s_colours[index % s_colours.Length];
                string? dashes = index < s_colours.Length ? null : $"{4 + (index / s_colours.Length)} 3";
                foreach (var segment in Segments(points, x, y))
                    canvas.Curve(segment, colour, dashes: dashes);
                DrawLegend(canvas, index, name, colour, dashes);
                index++;
            }

            if (drawn.Count == 0)
                canvas.Text(Left + (PlotWidth / 2), Top + (PlotHeight / 2), "no data", TextAnchor.Middle);
            return canvas.End();
        }
    }

    /// <summary>Writes the picture.</summary>
    /// <param name="path">The file; usually ends in <c>.svg</c>.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Save(string path) => SvgCanvas.Save(path, ToSvg());

    private static bool IsDrawn((double X, double Y) point) => Math.Abs(point.X) <= LargestDrawn && Math.Abs(point.Y) <= LargestDrawn;

    private static (double X, double Y) Place((double X, double Y) point, Axis x, Axis y)
        => (Left + (x.PartOf(point.X) * PlotWidth), Top + ((1 - y.PartOf(point.Y)) * PlotHeight));

    /// <summary>A line in its parts without interruption; of many points in one column of pixels those that can be seen.</summary>
    private static IEnumerable<List<(double X, double Y)>> Segments(List<(double X, double Y)> points, Axis x, Axis y)
    {
        var segment = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            if (IsDrawn(point))
            {
                segment.Add(Place(point, x, y));
            }
            else if (segment.Count > 0)
            {
                yield return Thin(segment);
                segment = [];
            }
        }

        if (segment.Count > 0)
            yield return Thin(segment);
    }

    private static List<(double X, double Y)> Thin(List<(double X, double Y)> points)
    {
        if (points.Count <= 4 * PlotWidth)
            return points;
        var result = new List<(double X, double Y)>();
        foreach (var column in points.GroupBy(point => Math.Floor(point.X)))
            result.AddRange(new[] { column.First(), column.MinBy(p => p.Y), column.MaxBy(p => p.Y), column.Last() }.Distinct());
        return result;
    }

    private static void DrawLegend(SvgCanvas canvas, int index, string name, string colour, string? dashes)
    {
        double left = Left + PlotWidth + LegendGap, middle = Top + (LegendLine / 2) + (index * LegendLine);
        canvas.Curve([(left, middle), (left + LegendGap, middle)], colour, width: 3, dashes);
        canvas.Text(left + (1.5 * LegendGap), middle, SvgCanvas.Shorten(name, LongestName));
    }

    private void DrawAxes(SvgCanvas canvas, Axis x, Axis y)
    {
        const double Gap = 8;
        double right = Left + PlotWidth, bottom = Top + PlotHeight;
        foreach (var (value, text) in y.Ticks)
        {
            double at = bottom - (y.PartOf(value) * PlotHeight);
            canvas.Curve([(Left, at), (right, at)], SvgCanvas.Faint, width: 1);
            canvas.Text(Left - Gap, at, text, TextAnchor.End);
        }

        foreach (var (value, text) in x.Ticks)
        {
            double at = Left + (x.PartOf(value) * PlotWidth);
            canvas.Curve([(at, bottom), (at, bottom + (Gap / 2))], SvgCanvas.Ink, width: 1);
            canvas.Text(at, bottom + (2 * Gap), text, TextAnchor.Middle);
        }

        canvas.Curve([(Left, Top), (Left, bottom), (right, bottom)], SvgCanvas.Ink, width: 1);
        canvas.Text(Left + (PlotWidth / 2), Height - (2 * Gap), XLabel, TextAnchor.Middle);
        canvas.Text(2 * Gap, Top + (PlotHeight / 2), YLabel, TextAnchor.Middle, turn: -90);
    }
}

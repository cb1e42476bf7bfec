using System.Globalization;
using System.Text;
using System.Xml;
using NnGen.Serialization;

namespace NnGen.Pictures;

/// <summary>Where a text stands beside its point.</summary>
internal enum TextAnchor
{
    /// <summary>It begins there.</summary>
    Start,

    /// <summary>Its middle is there.</summary>
    Middle,

    /// <summary>It ends there.</summary>
    End,
}

/// <summary>Draws an SVG picture on white. Coordinates are pixels from the upper left corner.</summary>
internal sealed class SvgCanvas
{
    /// <summary>The colour of texts.</summary>
    public const string Ink = "#24292f";

    /// <summary>The colour of what stands back.</summary>
    public const string Faint = "#d0d7de";

    private const string Fonts = "system-ui, 'Segoe UI', 'DejaVu Sans', Helvetica, Arial, sans-serif";
    private const int FontSize = 12;
    private const double CharacterWidth = 0.62;                 // of the font size: wide enough for most texts

    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;

    /// <summary>Begins a picture.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="description">What it shows, for whoever cannot see it.</param>
    public SvgCanvas(double width, double height, string description)
    {
        _xml = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" });
        _xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes(("width", Number(width)), ("height", Number(height)), ("viewBox", $"0 0 {Number(width)} {Number(height)}"));
        Attributes(("role", "img"), ("font-family", Fonts), ("font-size", $"{FontSize}"));
        _xml.WriteElementString("title", Printable(description));
        Rectangle(0, 0, width, height, "white");
    }

    /// <summary>How wide a text will be, about.</summary>
    public static double WidthOf(string text) => text.Length * FontSize * CharacterWidth;

    /// <summary>A text, cut where it is longer than so many characters.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    /// <summary>Draws a rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, string fill, string? tip = null)
    {
        _xml.WriteStartElement("rect");
        Attributes(("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("fill", fill));
        if (tip is not null)
            _xml.WriteElementString("title", Printable(tip));
        _xml.WriteEndElement();
    }

    /// <summary>Draws a line through points, or a dot where there is one only.</summary>
    public void Curve(IReadOnlyList<(double X, double Y)> points, string stroke, double width = 1.5, string? dashes = null)
    {
        if (points is [var point])
        {
            _xml.WriteStartElement("circle");
            Attributes(("cx", Number(point.X)), ("cy", Number(point.Y)), ("r", Number(2 * width)), ("fill", stroke));
            _xml.WriteEndElement();
            return;
        }

        _xml.WriteStartElement("polyline");
        Attributes(("points", string.Join(" ", points.Select(p => $"{Number(p.X)},{Number(p.Y)}"))));
        Attributes(("fill", "none"), ("stroke", stroke), ("stroke-width", Number(width)), ("stroke-linejoin", "round"));
        if (dashes is not null)
            Attributes(("stroke-dasharray", dashes));
        _xml.WriteEndElement();
    }

    /// <summary>Writes a text, its middle line at <paramref name="y"/>.</summary>
    public void Text(double x, double y, string text, TextAnchor anchor = TextAnchor.Start, string fill = Ink, int size = FontSize, double turn = 0)
    {
        _xml.WriteStartElement("text");
        Attributes(("x", Number(x)), ("y", Number(y)), ("dy", "0.35em"), ("fill", fill), ("font-size", $"{size}"));
        Attributes(("text-anchor", anchor switch { TextAnchor.Start => "start", TextAnchor.Middle => "middle", _ => "end" }));
        if (turn != 0)
            Attributes(("transform", $"rotate({Number(turn)} {Number(x)} {Number(y)})"));
        _xml.WriteString(Printable(text));
        _xml.WriteEndElement();
    }

    /// <summary>The picture.</summary>
    public string End()
    {
        _xml.WriteEndDocument();
        _xml.Flush();
        return _text.Append('\n').ToString();
    }

    /// <summary>Writes a picture to a file.</summary>
    public static void Save(string path, string svg)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(svg);
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>The text without characters that XML cannot hold.</summary>
    private static string Printable(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())             // a lone surrogate becomes U+FFFD
        {
            bool isHeld = rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value);
            result.Append(isHeld ? rune.ToString() : Rune.ReplacementChar.ToString());
        }

        return result.ToString();
    }

    private void Attributes(params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
            _xml.WriteAttributeString(name, value);
    }
}

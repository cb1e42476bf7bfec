using System.Globalization;

namespace NnGen;

/// <summary>Writes the elements of one tensor, all as wide as the widest that is printed.</summary>
internal abstract class ElementFormat
{
    /// <summary>Characters of an element.</summary>
    public int Width { get; protected set; } = 1;

    /// <summary>An element, padded on the left.</summary>
    public string this[int index] => Text(index).PadLeft(Width);

    protected abstract string Text(int index);

    protected void Widen(IEnumerable<string> texts)
    {
        foreach (var text in texts)
            Width = Math.Max(Width, text.Length);
    }
}

/// <summary>Writes integers and booleans.</summary>
internal sealed class PlainFormat : ElementFormat
{
    private readonly Func<int, string> _text;

    public PlainFormat(Func<int, string> text, List<int> printed)
    {
        _text = text;
        Widen(printed.Select(text));
    }

    protected override string Text(int index) => _text(index);
}

/// <summary>
/// Writes floating-point numbers: whole ones as <c>1.</c>, others with 4 digits, in scientific notation where sizes differ much.
/// </summary>
internal sealed class FloatFormat : ElementFormat
{
    private readonly Func<int, double> _value;
    private readonly bool _isWhole;
    private readonly bool _isScientific;

    public FloatFormat(Func<int, double> value, List<int> printed)
    {
        _value = value;
        var values = printed.Select(value).Where(v => double.IsFinite(v) && v != 0).ToArray();
        _isWhole = values.All(v => v == Math.Ceiling(v));
        if (values.Length == 0)
            return;

        var smallest = values.Min(Math.Abs);
        var largest = values.Max(Math.Abs);
        _isScientific = largest / smallest > 1000 || largest > 1e8 || (!_isWhole && smallest < 1e-4);
        Widen(values.Select(Text));
    }

    protected override string Text(int index) => Text(_value(index));

    private string Text(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        if (_isScientific)
            return Scientific(value);
        return _isWhole
            ? value.ToString("F0", CultureInfo.InvariantCulture) + "."
            : value.ToString("F4", CultureInfo.InvariantCulture);
    }

    /// <summary>For example <c>1.2346e+05</c>: .NET writes exponents of at least three digits.</summary>
    private static string Scientific(double value)
    {
        var text = value.ToString("e4", CultureInfo.InvariantCulture);
        return text[^3] == '0' ? text.Remove(text.Length - 3, 1) : text;
    }
}

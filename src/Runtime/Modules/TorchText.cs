using System.Globalization;

namespace NnGen;

/// <summary>Values as PyTorch prints them.</summary>
internal static class TorchText
{
    public static string Bool(bool value) => value ? "True" : "False";

    public static string Optional(int? number) => number is { } value ? $"{value}" : "None";

    public static string Padding(Padding padding) => padding == NnGen.Padding.Same ? "same" : "valid";

    public static string PaddingMode(PaddingMode mode) => mode switch
    {
        NnGen.PaddingMode.Reflect => "reflect",
        NnGen.PaddingMode.Replicate => "replicate",
        NnGen.PaddingMode.Circular => "circular",
        _ => "zeros",
    };

    /// <summary>What a layer prints that gives its input another size.</summary>
    public static string Resizing(Sizes? size, ScaleFactor? factor, InterpolationMode mode)
    {
        var target = factor is { } given ? $"scale_factor={given}" : size is { Items.Length: 1 } single ? $"size={single.Items[0]}" : $"size={size?.ToString() ?? "None"}";
        return $"{target}, mode='{(mode == InterpolationMode.NearestExact ? "nearest-exact" : mode.ToString().ToLowerInvariant())}'";
    }

    /// <summary>A number as Python prints the literal that people write: without a fraction where it has none.</summary>
    public static string Shortest(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e15 ? value.ToString("0", CultureInfo.InvariantCulture) : Number(value);

    /// <summary>
    /// A number as Python prints it: <c>0.5</c>, <c>1.0</c>, <c>1e-05</c>. One that was given as a float has a float's digits.
    /// </summary>
    public static string Number(double value)
    {
        var single = (float)value;
        var text = single == value ? single.ToString(CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture);
        text = text.Replace('E', 'e');
        return text.AsSpan().ContainsAny(".eN∞") ? text : text + ".0";
    }
}

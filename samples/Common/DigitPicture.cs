using System.Text;
using NnGen;

namespace Samples;

/// <summary>Draws digits side by side with block characters, two pixels in each.</summary>
public static class DigitPicture
{
    private const int Size = 28;
    private const int Margin = 4;                               // MNIST digits keep this free
    private const int Width = Size - (2 * Margin) + 2;
    private const float Threshold = 0.4f;

    /// <summary>Writes them to the console.</summary>
    /// <param name="digits">A title for each, and its 28 x 28 pixels from 0 to 1.</param>
    public static void Write(IEnumerable<(string Title, Tensor Image)> digits)
    {
        var shown = digits.ToList();
        Console.WriteLine(string.Concat(shown.Select(d => d.Title.PadRight(Width))).TrimEnd());
        for (int y = Margin; y < Size - Margin; y += 2)
            Console.WriteLine(string.Concat(shown.Select(d => Row(d.Image.AsSpan(), y))).TrimEnd());
    }

    /// <summary>Two rows of pixels as one line of text.</summary>
    private static string Row(ReadOnlySpan<float> pixels, int y)
    {
        var line = new StringBuilder(Width);
        for (int x = Margin; x < Size - Margin; x++)
        {
            bool upper = pixels[(y * Size) + x] > Threshold, lower = pixels[((y + 1) * Size) + x] > Threshold;
            line.Append((upper, lower) switch { (true, true) => '█', (true, false) => '▀', (false, true) => '▄', _ => ' ' });
        }

        return line.Append("  ").ToString();
    }
}

using NnGen;

namespace AotInferenceSample;

/// <summary>An image as 28 lines of 28 characters, from <c>' '</c> for paper over <c>.:-=+*#%</c> to <c>@</c> for ink.</summary>
internal static class CharacterPicture
{
    private const int Size = 28;
    private const string Shades = " .:-=+*#%@";

    /// <summary>Reads one. Lines may end before their last blanks.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It has another size, or another character.</exception>
    public static Tensor Read(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file '{path}'.");     // .NET's own text is left out of this program
        string[] lines = File.ReadAllLines(path);
        if (lines.Length != Size || lines.Any(line => line.Length > Size))
            throw new InvalidDataException($"'{path}' must have {Size} lines of at most {Size} characters.");
        var image = Tensor.Zeros(1, 1, Size, Size);
        var pixels = image.AsWritableSpan();
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < lines[y].Length; x++)
            {
                int shade = Shades.IndexOf(lines[y][x], StringComparison.Ordinal);
                pixels[(y * Size) + x] = shade >= 0
                    ? shade / (float)(Shades.Length - 1)
                    : throw new InvalidDataException($"'{path}' has '{lines[y][x]}' in line {y + 1}: expected one of '{Shades}'.");
            }
        }

        return image;
    }
}

using System.Globalization;

namespace NnGen.Parity.Tests;

/// <summary>What a script in reference/ printed: lines of a key and values.</summary>
internal sealed class Reference
{
    private readonly Dictionary<string, string[]> _lines;

    private Reference(Dictionary<string, string[]> lines) => _lines = lines;

    public static Reference Read(string name) => new(
        File.ReadLines(PathOf(name))
            .Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "reference", name);

    public string Text(string key) => _lines[key][0];

    public int[] Integers(string key) => Array.ConvertAll(_lines[key], v => int.Parse(v, CultureInfo.InvariantCulture));

    public float[] Numbers(string key) => Array.ConvertAll(_lines[key], v => float.Parse(v, CultureInfo.InvariantCulture));
}

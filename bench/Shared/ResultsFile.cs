using System.Runtime.InteropServices;

namespace NnGen.Benchmarks;

/// <summary>The file of results: a section, which begins with a title, for each program that measures.</summary>
internal static class ResultsFile
{
    /// <summary>Replaces the section of a title, or adds it at the end.</summary>
    /// <param name="path">The file.</param>
    /// <param name="section">The section; its first line is the title, <c># Title</c>.</param>
    public static void Replace(string path, string section)
    {
        const string next = "\n# ";
        string title = section[..(section.IndexOf('\n') + 1)];
        string text = File.Exists(path) ? File.ReadAllText(path) : "";
        int start = ("\n" + text).IndexOf("\n" + title, StringComparison.Ordinal);
        int end = start < 0 ? -1 : text.IndexOf(next, start, StringComparison.Ordinal);
        string before = start < 0 ? text : text[..start];
        string after = end < 0 ? "" : text[(end + 1)..];
        string[] sections = [before, section, after];
        File.WriteAllText(path, string.Join("\n", sections.Where(part => part.Length > 0).Select(part => part.TrimEnd('\n') + "\n")));
    }

    /// <summary>What the results depend on, as the first item of a list.</summary>
    public static string Machine => $"- Machine: {Processor()}, {Environment.ProcessorCount} logical processors, {RuntimeInformation.OSDescription}";

    private static string Processor()
    {
        const string cpuInfo = "/proc/cpuinfo", key = "model name";
        var lines = File.Exists(cpuInfo) ? File.ReadLines(cpuInfo) : [];
        string? line = lines.FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal));
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}

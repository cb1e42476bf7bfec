using System.Runtime.CompilerServices;

namespace NnGen.Generator.Tests.Snapshots;

/// <summary>
/// Compares generated text with a committed file beside the test, <c>Class.Test.verified.cs</c>. With
/// <c>NNGEN_UPDATE_SNAPSHOTS=1</c> the file is written instead; the change is then reviewed as any other.
/// </summary>
internal static class Verifier
{
    private const string UpdateVariable = "NNGEN_UPDATE_SNAPSHOTS";

    /// <summary>Compares a text with its committed file.</summary>
    /// <param name="text">What was generated.</param>
    /// <param name="name">Tells several files of one test apart.</param>
    /// <param name="source">The test's file.</param>
    /// <param name="test">The test.</param>
    public static void Verify(string text, string? name = null, [CallerFilePath] string source = "", [CallerMemberName] string test = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(source)!, string.Join('.', Path.GetFileNameWithoutExtension(source), test) + (name is null ? "" : "." + name));
        var verified = stem + ".verified.cs";
        var received = stem + ".received.cs";
        var actual = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(verified, actual);
            return;
        }

        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"{Difference(expected, actual)}\nCompare {received}\nwith    {verified}\nor run the tests with {UpdateVariable}=1 to accept the change.");
    }

    private static string Difference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
        return $"The generated text differs in line {line + 1}:\n- {left.ElementAtOrDefault(line)}\n+ {right.ElementAtOrDefault(line)}";
    }
}

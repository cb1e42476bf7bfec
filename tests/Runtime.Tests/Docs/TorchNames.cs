using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NnGen.Tests.Docs;

/// <summary>
/// PyTorch's public names (torch/names.txt, written by names.py) and where they are here, found by looking at the assembly. What
/// differs on purpose, or is not offered, stands with its reason in torch/notes.txt; a name that is neither here nor there fails.
/// </summary>
public class TorchNames
{
    private const string NotOffered = "not offered: ";
    private const string Differs = "differs: ";

    /// <summary>For each of PyTorch's modules, what its names may be here, by their spelling without case and underscores.</summary>
    private static readonly (string Prefix, ILookup<string, string> Names)[] s_places =
    [
        ("nn.functional.", Methods(typeof(F))),
        ("nn.init.", Methods(typeof(Init))),
        ("nn.utils.rnn.", Methods(typeof(NnUtils))),
        ("nn.utils.parametrizations.", Methods(typeof(NnGen.Parametrizations))),
        ("nn.utils.parametrize.", Methods(typeof(Parametrize))),
        ("nn.utils.", Methods(typeof(NnUtils))),
        ("nn.", typeof(Module).Assembly.GetExportedTypes().Where(t => t.Namespace == nameof(NnGen)).Select(Plain).Distinct().ToLookup(Spelling)),
    ];

    private static readonly Dictionary<string, string> s_notes = File.ReadLines(PathOf("notes.txt"))
        .Select(line => line.Split(" = ", 2))
        .ToDictionary(parts => parts[0], parts => parts[1]);

    private static IEnumerable<string> Names => File.ReadLines(PathOf("names.txt"));

    [Fact]
    public void Every_name_is_here_or_says_why_not()
    {
        foreach (var name in Names)
        {
            var note = s_notes.GetValueOrDefault(name);
            var isHere = Place(name) is not null;
            Assert.True(isHere || note is not null, $"{name} is missing: offer it, or give the reason in notes.txt");
            Assert.False(!isHere && note?.StartsWith(Differs, StringComparison.Ordinal) == true, $"{name} is not here, but notes.txt says that it differs");
        }
    }

    [Fact]
    public void Notes_are_about_names()
    {
        Assert.Empty(s_notes.Keys.Except(Names));
        Assert.All(s_notes.Values, note => Assert.True(note.StartsWith(NotOffered, StringComparison.Ordinal) || note.StartsWith(Differs, StringComparison.Ordinal), note));
    }

    /// <summary>The table for docs/modules.md.</summary>
    public static string Table()
    {
        var table = new StringBuilder("## PyTorch's names\n\n| torch | here | |\n|---|---|---|\n");
        foreach (var name in Names)
        {
            var note = s_notes.GetValueOrDefault(name, "same");
            var row = Place(name) is { } place ? $"`{place}` | {(note.StartsWith(NotOffered, StringComparison.Ordinal) ? "same" : note)}" : $" | {note}";
            table.Append($"| `{name}` | {row} |\n");
        }

        return table.Append('\n').ToString();
    }

    private static string? Place(string name)
    {
        var (prefix, names) = s_places.First(place => name.StartsWith(place.Prefix, StringComparison.Ordinal));
        return names[Spelling(name[prefix.Length..])].FirstOrDefault();
    }

    private static ILookup<string, string> Methods(Type type)
        => type.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => m.Name).Distinct().ToLookup(Spelling, name => $"{type.Name}.{name}");

    private static string Plain(Type type) => type.Name.Split('`')[0];

    private static string Spelling(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string PathOf(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "torch", file);
}

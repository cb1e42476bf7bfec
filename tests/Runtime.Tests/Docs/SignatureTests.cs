using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NnGen.Tests.Docs;

/// <summary>
/// The functions of F have the arguments of torch.nn.functional (torch/signatures.txt, written by signatures.py): names, order and
/// defaults. What differs stands in docs/signatures.md, which this test writes.
/// </summary>
public class SignatureTests
{
    private static readonly ILookup<string, MethodInfo> s_functions = typeof(F)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .ToLookup(method => Spelling(method.Name));

    [Fact]
    public void Signatures_page_lists_what_differs()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/signatures.md");
        var expected = Page();
        if (Environment.GetEnvironmentVariable("NNGEN_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, expected);
        Assert.Equal(expected, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }

    private static string Page()
    {
        var page = new StringBuilder()
            .Append("# Arguments of functions\n\n")
            .Append("Functions of `F` whose arguments differ from those of `torch.nn.functional` in names, order or defaults, written from the code by\n")
            .Append("a test (`NNGEN_UPDATE_SNAPSHOTS=1 dotnet test tests/Runtime.Tests`). The name of the first tensor is not compared (`x` here,\n")
            .Append("`input` there), nor PyTorch's deprecated arguments; all other functions have PyTorch's.\n\n")
            .Append("| function | PyTorch's arguments | here |\n|---|---|---|\n");
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(Here())!, "torch", "signatures.txt")))
        {
            var parts = line.Split(' ');
            var overloads = s_functions[Spelling(parts[0])].ToArray();
            var theirs = parts[1..].Select(part => part.Split('=', 2)).Select(part => new Argument(part[0], part.ElementAtOrDefault(1))).ToArray();
            if (overloads.Length > 0 && !overloads.Any(method => IsSame(theirs, method.GetParameters())))
                page.Append($"| `{parts[0]}` | `{string.Join(", ", parts[2..])}` | `{string.Join("` or `", overloads.Select(Text).Distinct())}` |\n");
        }

        return page.ToString();
    }

    private static bool IsSame(Argument[] theirs, ParameterInfo[] ours)
        => theirs.Length == ours.Length
            && theirs.Zip(ours).Skip(1).All(pair => Spelling(pair.First.Name) == Spelling(pair.Second.Name!) && IsSameDefault(pair.First.Default, pair.Second));

    /// <summary>Sizes are structs, whose default stands for the number that PyTorch has.</summary>
    private static bool IsSameDefault(string? theirs, ParameterInfo ours)
    {
        if (theirs is null || !ours.HasDefaultValue)
            return theirs is null == !ours.HasDefaultValue;
        return ours.RawDefaultValue switch
        {
            null => theirs == "None" || (ours.ParameterType.IsValueType && Nullable.GetUnderlyingType(ours.ParameterType) is null),
            bool flag => theirs == (flag ? "True" : "False"),
            var value when ours.ParameterType.IsEnum => Spelling(theirs.Trim('\'', '"')) == Spelling(Enum.ToObject(ours.ParameterType, value).ToString()!),
            IFormattable number => double.TryParse(theirs, NumberStyles.Float, CultureInfo.InvariantCulture, out var expected)
                && expected.Equals(Convert.ToDouble(number, CultureInfo.InvariantCulture)),
            _ => false,
        };
    }

    private static string Text(MethodInfo method) => string.Join(", ", method.GetParameters().Skip(1).Select(Text));

    private static string Text(ParameterInfo parameter) => parameter.Name + (parameter.HasDefaultValue ? "=" + Default(parameter) : "");

    private static string Default(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        bool flag => flag ? "true" : "false",
        var value when parameter.ParameterType.IsEnum => Enum.ToObject(parameter.ParameterType, value).ToString()!,
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Spelling(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Here([CallerFilePath] string path = "") => path;

    /// <param name="Name">PyTorch's name.</param>
    /// <param name="Default">Its default as Python writes it; null where there is none.</param>
    private sealed record Argument(string Name, string? Default);
}

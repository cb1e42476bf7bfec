using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NnGen.Tests.Docs;

/// <summary>docs/modules.md lists every layer, function and op as the code declares them.</summary>
public class TablesTests
{
    [Fact]
    public void Modules_page_lists_what_the_code_declares()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/modules.md");
        var expected = Page();
        if (Environment.GetEnvironmentVariable("NNGEN_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, expected);
        Assert.Equal(expected, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }

    private static string Page()
    {
        var types = typeof(Module).Assembly.GetExportedTypes().OrderBy(t => t.Name, StringComparer.Ordinal).ToArray();
        var page = new StringBuilder()
            .Append("# Modules, functions and ops\n\n")
            .Append("Written from the code by a test (`NNGEN_UPDATE_SNAPSHOTS=1 dotnet test tests/Runtime.Tests`).\n\n")
            .Append(TorchNames.Table())
            .Append("## Modules\n\n| class | constructor |\n|---|---|\n");
        foreach (var type in types.Where(t => t.GetCustomAttribute<ModuleAttribute>() is not null || (t.IsSubclassOf(typeof(Module)) && !t.IsAbstract)))
            page.Append($"| `{Name(type)}` | {string.Join("<br>", type.GetConstructors().Select(c => $"`{Parameters(c)}`"))} |\n");

        page.Append("\n## Functions\n\n| function | op |\n|---|---|\n");
        foreach (var method in typeof(F).GetMethods(BindingFlags.Public | BindingFlags.Static).OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(Parameters, StringComparer.Ordinal))
            page.Append($"| `F.{method.Name}{Parameters(method)}` | {Op(method)} |\n");

        page.Append("\n## Ops\n\n| op | contract |\n|---|---|\n");
        foreach (var type in types)
        {
            if (type.GetCustomAttribute<OpAttribute>() is { } op)
                page.Append($"| `{type.Name}` | `{OneLine(op.Contract).Replace("|", "\\|", StringComparison.Ordinal)}` |\n");
        }

        return page.ToString();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Op(MethodInfo method) => method.GetCustomAttribute<LowersAttribute>() is { } lowers ? $"`{lowers.Op.Name}`" : "";

    private static string Parameters(MethodBase method)
        => "(" + string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = " + Default(p) : "")}")) + ")";

    private static string Default(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null => parameter.ParameterType.IsValueType ? "default" : "null",
        bool flag => flag ? "true" : "false",
        var value when parameter.ParameterType.IsEnum => $"{parameter.ParameterType.Name}.{Enum.ToObject(parameter.ParameterType, value)}",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var value => value.ToString()!,
    };

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericType)
            return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 when !type.IsEnum => "int",
            TypeCode.Int64 when !type.IsEnum => "long",
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            TypeCode.Boolean => "bool",
            TypeCode.String => "string",
            _ => type.Name,
        };
    }

    private static string Here([CallerFilePath] string path = "") => path;
}

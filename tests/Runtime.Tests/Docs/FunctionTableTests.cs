using System.Runtime.CompilerServices;
using System.Text;

namespace NnGen.Tests.Docs;

/// <summary>docs/functions.md lists every function of torch and every member of its tensors (reference/torch_names.py), with its status.</summary>
public class FunctionTableTests
{
    [Fact]
    public void Functions_page_lists_every_name_of_torch()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/functions.md");
        var expected = Page();
        if (Environment.GetEnvironmentVariable("NNGEN_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, expected);
        Assert.Equal(expected, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }

    private static string Page()
    {
        var names = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Docs", "reference", "torch_names.txt")).Where(line => !line.StartsWith('#'));
        var page = new StringBuilder()
            .Append("# Tensor functions\n\n")
            .Append("Every function of `torch` and every member of `torch.Tensor`, written from the code by a test\n")
            .Append("(`NNGEN_UPDATE_SNAPSHOTS=1 dotnet test tests/Runtime.Tests`). Layers and functions of `torch.nn`: [modules.md](modules.md).\n\n")
            .Append("| torch | here | status |\n|---|---|---|\n");
        foreach (var name in names)
        {
            var (here, status) = TorchStatus.Of(name);
            page.Append($"| `{name}` | {here} | {status} |\n");
        }

        return page.ToString();
    }

    private static string Here([CallerFilePath] string path = "") => path;
}

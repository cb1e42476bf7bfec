using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NnGen.Analyzers.Tests.PublicApi;

/// <summary>The public surface of each assembly, what generated code calls included, is a reviewed text: a change shows in the diff.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("NnGen")]
    [InlineData("NnGen.Compiler")]
    [InlineData("NnGen.Generator")]
    [InlineData("NnGen.Analyzers")]
    [InlineData("NnGen.CodeFixes")]
    [InlineData("NnGen.Console")]
    [InlineData("NnGen.Csv")]
    [InlineData("NnGen.Logging")]
    [InlineData("NnGen.TensorBoard")]
    public void The_public_surface_is_the_reviewed_one(string assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        var reference = MetadataReference.CreateFromFile(path);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(other => other != path);
        var compilation = CSharpCompilation.Create("Surface", references: platform.Select(other => MetadataReference.CreateFromFile(other)).Append(reference));
        var surface = PublicApiText.Of((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!);

        var reviewed = Path.Combine(Path.GetDirectoryName(Here())!, assembly + ".verified.txt");
        if (Environment.GetEnvironmentVariable("NNGEN_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(reviewed, surface);
        var difference = Lines(surface).Except(Lines(File.ReadAllText(reviewed))).Select(line => "+ " + line)
            .Concat(Lines(File.ReadAllText(reviewed)).Except(Lines(surface)).Select(line => "- " + line)).ToList();
        Assert.True(
            File.ReadAllText(reviewed).ReplaceLineEndings("\n") == surface,
            $"The public surface has changed; accept it with NNGEN_UPDATE_SNAPSHOTS=1.\n{string.Join('\n', difference)}");
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static string Here([CallerFilePath] string path = "") => path;
}

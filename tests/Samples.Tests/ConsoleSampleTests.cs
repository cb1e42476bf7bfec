using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace NnGen.Samples.Tests;

/// <summary>Every console sample runs, briefly, and prints what its README says.</summary>
public class ConsoleSampleTests
{
    private static readonly string s_samples = Path.GetFullPath(Path.Combine(Here(), "../../../samples"));

    [Theory]
    [InlineData("Mnist", "--epochs 0", "test accuracy", "mnist.safetensors")]
    [InlineData("MnistCnn", "--epochs 0", "saved to", "mnist-cnn.safetensors")]
    [InlineData("Autoencoder", "--epochs 0 --code 3", "mean squared error of a pixel", "autoencoder.safetensors")]
    [InlineData("CharRnn", "--iterations 2 --generate 20", "validation loss", "char-rnn.safetensors")]
    [InlineData("NanoGpt", "--iterations 2 --generate 20", "validation loss", "gpt.safetensors")]
    [InlineData("TransferLearning", "--images 1 --iterations 3", "features of the digits 0 to 4", null)]
    [InlineData("CustomOp", "--iterations 3", "Snake", null)]
    [InlineData("AotInference", "", "7 with a probability of 100.0 %", null)]
    public void Runs(string name, string arguments, string printed, string? saved)
    {
        var folder = Directory.CreateTempSubdirectory("nngen-sample");
        try
        {
            var (exitCode, output) = Run(name, arguments, folder.FullName);
            Assert.True(exitCode == 0, output);
            Assert.Contains(printed, output, StringComparison.Ordinal);
            if (saved is not null)
                Assert.NotEmpty(NnGen.Safetensors.Load(Path.Combine(folder.FullName, saved)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("Mnist", "--epochs 1", "mnist.safetensors")]
    [InlineData("MnistCnn", "--epochs 1", "mnist-cnn.safetensors")]
    [InlineData("Autoencoder", "--epochs 1 --code 3", "autoencoder.safetensors")]
    [InlineData("CharRnn", "--iterations 5 --generate 5", "char-rnn.safetensors")]
    [InlineData("NanoGpt", "--iterations 5 --generate 5", "gpt.safetensors")]
    [InlineData("TransferLearning", "--images 1 --iterations 5", null)]
    [InlineData("CustomOp", "--iterations 5", null)]
    public void Results_have_the_same_bits_for_any_number_of_threads(string name, string arguments, string? saved)
    {
        var folder = Directory.CreateTempSubdirectory("nngen-sample");
        try
        {
            var results = new[] { 1, 2, 3, 8 }.Select(threads =>
            {
                var (exitCode, output) = Run(name, arguments, folder.FullName, threads);
                Assert.True(exitCode == 0, output);
                return saved is null ? output : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.FullName, saved))));
            });
            Assert.Single(results.Distinct());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("CustomOp", "--iterations -1", "--iterations must be at least 0: -1.")]
    [InlineData("MnistCnn", "--data nowhere", "There is no folder '")]
    [InlineData("AotInference", "nothing.txt", "Error: There is no file 'nothing.txt'.")]
    [InlineData("AotInference", "one two", "usage: AotInference [PICTURE.txt]")]
    public void A_mistake_is_one_line_and_a_failure(string name, string arguments, string message)
    {
        var (exitCode, output) = Run(name, arguments, Path.GetTempPath());
        Assert.Equal(1, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sample_has_a_page_and_a_test()
    {
        var tested = typeof(ConsoleSampleTests).GetMethod(nameof(Runs))!.GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)[0].Value!);
        var samples = Directory.GetFiles(s_samples, "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetDirectoryName(path)!).ToList();
        Assert.Equal(
            samples.Select(folder => Path.GetFileName(folder)!).Except(["Common", "WebApi"]).Order(StringComparer.Ordinal),
            tested.Order(StringComparer.Ordinal));
        Assert.All(samples.Where(folder => Path.GetFileName(folder) != "Common"), folder => Assert.True(File.Exists(Path.Combine(folder, "README.md")), folder));
    }

    private static (int ExitCode, string Output) Run(string name, string arguments, string folder, int? threads = null)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var assembly = Directory.GetFiles(Path.Combine(s_samples, name, "bin", configuration), $"{name}.dll", SearchOption.AllDirectories)
            .First(path => File.Exists(Path.ChangeExtension(path, ".runtimeconfig.json")));
        var start = new ProcessStartInfo("dotnet", $"\"{assembly}\" {arguments}")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (threads is { } count)
            start.Environment["NNGEN_THREADS"] = count.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}

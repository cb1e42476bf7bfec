using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace NnGen.Analyzers.Tests;

/// <summary>Programs that documents show compile and run as they stand, also in a file that uses System.Numerics.Tensors.</summary>
public class ProgramsOfThePagesTests
{
    private const string OtherTensors = "using System.Numerics.Tensors;\n";

    /// <summary>Depth as a constructor parameter, dims by name, a list of blocks, a buffer, a Sequential made at run time.</summary>
    private const string Composition = """
        using NnGen;
        var net = new Net(depth: 2);
        var y = net.Call(Tensor.Rand(4, 1, 28, 28));
        var plain = new Sequential(new Linear(10, 20), new ReLU(), new Linear(20, 1));
        var z = plain.Call(Tensor.Randn(5, 10));
        if (y.Shape != net.Forward(Tensor.Rand(4, 1, 28, 28)).Shape || z.Shape != new int[] { 5, 1 })
            throw new Exception($"{y.Shape}, {z.Shape}");

        [Module]
        public partial class Block(int channels, int hidden)
        {
            private readonly LayerNorm norm = new(channels);
            private readonly Linear up = new(channels, hidden);
            private readonly Linear down = new(hidden, channels);
            [return: Shape("*B, channels")]
            public Tensor Forward([Shape("*B, channels")] Tensor x)
                => x + down.Forward(F.Gelu(up.Forward(norm.Forward(x))));
        }

        [Module]
        public partial class Net(int depth)
        {
            private readonly Sequential stem = new(new Conv2d(1, 32, 3), new ReLU(), new Flatten());
            private readonly ModuleList<Block> blocks = new(depth, _ => new Block(32 * 26 * 26, 64));
            private readonly Parameter scale = new(Tensor.Ones(1));
            [Buffer] private readonly Tensor mean = Tensor.Zeros(1);
            public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
            {
                x = stem.Forward(x - mean);
                foreach (var block in blocks) x = block.Forward(x);
                return x * scale;
            }
        }
        """;

    /// <summary>What the examples of the training page speak of.</summary>
    private const string TrainingSurroundings = """
        using NnGen;
        using NnGen.Data;
        using NnGen.Metrics;
        using NnGen.Optim;

        [Module]
        public partial class Net
        {
            private readonly Linear fc = new(8, 4);

            public Tensor Forward([Shape("N, 8")] Tensor x) => fc.Forward(x);
        }

        [Module]
        public partial class Loss(Net model)
        {
            public Tensor Forward([Shape("N, 8")] Tensor x, [Shape("N")] Tensor<long> target) => F.CrossEntropy(model.Forward(x), target);
        }

        """;

    [Theory]
    [InlineData("")]
    [InlineData(OtherTensors)]
    public async Task The_README_s_network_compiles(string usings)
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"));
        var example = Regex.Match(readme.ReplaceLineEndings("\n"), "<!-- example: mnist -->\n```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(example.Success);
        var (ours, errors) = await AnalyzedProgram.AnalyzeAsync(AnalyzedProgram.Compile(usings + example.Groups["code"].Value, isLibrary: false));
        Assert.Empty(ours);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_examples_of_the_training_page_compile()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "training.md"));
        var examples = Regex.Matches(page.ReplaceLineEndings("\n"), "^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.NotEmpty(examples);
        var methods = examples.Select((example, i) => Method(i, example.Groups["code"].Value));
        var (ours, errors) = await AnalyzedProgram.AnalyzeAsync(AnalyzedProgram.Compile($"{TrainingSurroundings}public static class Page\n{{\n{string.Concat(methods)}}}\n", isLibrary: true));
        Assert.Empty(ours);
        Assert.Empty(errors);

        static string Method(int number, string code)
        {
            var given = code.Contains("var optimizer =", StringComparison.Ordinal) ? "" : ", Optimizer optimizer";
            return $"    public static void Example{number}(Net model, Loss step, Tensor x, Tensor<long> target, DataLoader loader{given})\n    {{\n{code}    }}\n";
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(OtherTensors)]
    public async Task A_program_of_composed_modules_compiles_and_runs(string usings)
    {
        var program = AnalyzedProgram.Compile(usings + Composition, isLibrary: false);
        var (ours, errors) = await AnalyzedProgram.AnalyzeAsync(program);
        Assert.DoesNotContain(ours, d => d.Severity > DiagnosticSeverity.Info);
        Assert.Empty(errors);
        using var stream = new MemoryStream();
        Assert.True(program.Emit(stream).Success);
        var main = System.Reflection.Assembly.Load(stream.ToArray()).EntryPoint!;
        Assert.Null(main.Invoke(null, [Array.Empty<string>()]));
    }
}

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

    [Fact]
    public async Task The_README_s_network_compiles_beside_other_tensors()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"));
        var example = Regex.Match(readme.ReplaceLineEndings("\n"), "^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(example.Success);
        var (ours, errors) = await AnalyzedProgram.AnalyzeAsync(AnalyzedProgram.Compile(OtherTensors + example.Groups["code"].Value, isLibrary: false));
        Assert.Empty(ours);
        Assert.Empty(errors);
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

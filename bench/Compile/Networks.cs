using System.Globalization;

namespace NnGen.Benchmarks.Compile;

/// <summary>The programs that are compiled.</summary>
internal static class Networks
{
    /// <summary>How many modules of a project call each other: each module the one before it.</summary>
    public const int Depth = 10;

    /// <summary>A network of residual blocks in a list.</summary>
    /// <param name="count">How many blocks it has.</param>
    public static SourceFile[] Blocks(int count) =>
    [
        new("Net.cs", string.Create(CultureInfo.InvariantCulture, $$"""
            [Module]
            public partial class Block(int channels, int hidden)
            {
                private readonly LayerNorm norm = new(channels);
                private readonly Linear up = new(channels, hidden);
                private readonly Linear down = new(hidden, channels);

                [return: Shape("*B, channels")]
                public Tensor Forward([Shape("*B, channels")] Tensor x) => x + down.Forward(F.Gelu(up.Forward(norm.Forward(x))));
            }

            [Module]
            public partial class Net
            {
                private readonly ModuleList<Block> blocks = new({{count}}, _ => new Block(64, 256));
                private readonly Linear head = new(64, 10);

                public Tensor Forward([Shape("N, 64")] Tensor x)
                {
                    foreach (var block in blocks)
                        x = block.Forward(x);
                    return head.Forward(x);
                }
            }
            """)),
    ];

    /// <summary>A project of modules in files of their own, and one file without a module.</summary>
    /// <param name="count">How many modules.</param>
    public static SourceFile[] Project(int count) => [.. Enumerable.Range(0, count).Select(number => Module(number)), Plain(0)];

    /// <summary>A module of a project.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="factor">A constant of its body.</param>
    public static SourceFile Module(int number, int factor = 1)
    {
        bool isFirst = number % Depth == 0;
        return new($"Net{number}.cs", string.Create(CultureInfo.InvariantCulture, $$"""
            [Module]
            public partial class Net{{number}}
            {
                private readonly Linear fc1 = new(32, 64);
                private readonly Linear fc2 = new(64, 32);
                private readonly LayerNorm norm = new(32);
                private readonly {{(isFirst ? "Identity" : $"Net{number - 1}")}} inner = new();

                public Tensor Forward([Shape("N, 32")] Tensor x)
                {
                    var h = norm.Forward(x);
                    h = fc2.Forward(F.Gelu(fc1.Forward(h))) * {{factor}}f;
                    return inner.Forward(x + h);
                }
            }
            """));
    }

    /// <summary>A file without a module.</summary>
    /// <param name="version">What is edited in it.</param>
    public static SourceFile Plain(int version)
        => new("Plain.cs", string.Create(CultureInfo.InvariantCulture, $"public static class Plain {{ public static int Version => {version}; }}"));
}

/// <param name="Name">Its name.</param>
/// <param name="Text">What it says, without usings.</param>
internal sealed record SourceFile(string Name, string Text);

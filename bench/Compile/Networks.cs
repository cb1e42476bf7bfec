using System.Globalization;

namespace NnGen.Benchmarks.Compile;

/// <summary>The programs that are compiled.</summary>
internal static class Networks
{
    /// <summary>A network of transformer-like blocks in a list.</summary>
    public static (string Name, string Text)[] Blocks(int count) =>
    [
        ("Net.cs", string.Create(CultureInfo.InvariantCulture, $$"""
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

    /// <summary>A module of a project of many, each of which calls the one before.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="factor">A constant of its body.</param>
    public static (string Name, string Text) Module(int number, float factor = 1) => ($"Net{number}.cs", string.Create(CultureInfo.InvariantCulture, $$"""
        [Module]
        public partial class Net{{number}}
        {
            private readonly Linear fc1 = new(32, 64);
            private readonly Linear fc2 = new(64, 32);
            private readonly LayerNorm norm = new(32);
        {{(number == 0 ? "" : $"    private readonly Net{number - 1} inner = new();\n")}}
            public Tensor Forward([Shape("N, 32")] Tensor x)
            {
                var h = norm.Forward(x);
                h = fc2.Forward(F.Gelu(fc1.Forward(h))) * {{factor}}f;
                return {{(number == 0 ? "x + h" : "inner.Forward(x + h)")}};
            }
        }
        """));

    /// <summary>A file without modules.</summary>
    public static (string Name, string Text) Other(int version) => ("Other.cs", $"public static class Other {{ public static int Version => {version.ToString(CultureInfo.InvariantCulture)}; }}");
}

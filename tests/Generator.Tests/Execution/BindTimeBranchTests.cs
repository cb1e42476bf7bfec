namespace NnGen.Generator.Tests.Execution;

/// <summary>Conditions that binding decides where variants would be too many, or stand in loops; checks of arguments.</summary>
public class BindTimeBranchTests
{
    private const string Block = """
        [Module]
        public partial class Block(int width, bool projects)
        {
            private readonly Linear fc = new(width, width);
            public Linear? Projection { get; } = projects ? new(width, width) : null;
            public Parameter? Shift { get; } = projects ? null : new(Tensor.Rand(4));
            public bool Projects { get; } = projects;
            public Tensor Forward([Shape("N, width")] Tensor x) => fc.Forward(x).Tanh();
        }


        """;

    [Theory]
    [InlineData("for (var i = 0; i < depth; i++) { x = fc.Forward(x); if (i % 2 == 0) x = x.Tanh(); else if (i == depth - 1) x = x * 2f; } return x;")]
    [InlineData("foreach (var block in blocks) { var y = block.Forward(x); if (block.Projection != null) x = block.Projection.Forward(x) + y; else x = x + y; } return x;")]
    [InlineData("foreach (var block in blocks) { x = (block.Projection?.Forward(x) ?? x) + block.Forward(x); if (block.Shift is { } s) x = x + s; } return x;")]
    [InlineData("foreach (var block in blocks) { x = block.Forward(x); if (block.Projects && Training) x = x.Tanh(); } return x;")]
    [InlineData("foreach (var block in blocks) { if (Training && block.Shift != null) x = x * block.Shift; else x = block.Forward(x); } return x;")]
    [InlineData("if (depth > 0) x = x.Tanh(); if (depth > 1) x = fc.Forward(x); if (depth > 2) x = x * 2f; if (x.Shape[0] > 2) x = x + 1f; if (depth > 4) x = -x; if (mode == \"gelu\") x = F.Gelu(x); return x;")]
    [InlineData("if (depth > 0) { x = x.Tanh(); if (depth > 1) { x = fc.Forward(x); if (depth > 2) { if (depth > 3) { if (depth > 4) return x; x = x.Sigmoid(); } } } } return x * x;")]
    [InlineData("switch (depth) { case 0: return x; case 1: x = x.Tanh(); break; case 2: x = -x; break; case 3: case 4: x = fc.Forward(x); break; case > 4 and < 7: x = x * 3f; break; default: x = x.Sigmoid(); break; } return x * x;")]
    [InlineData("x = (depth, mode) switch { (0, _) => x, (1, \"relu\") => F.Relu(x), ( > 2, \"gelu\") => F.Gelu(x), _ => fc.Forward(x) }; return x;")]
    [InlineData("x = mode switch { \"relu\" => F.Relu(x), \"gelu\" => F.Gelu(x), \"none\" => x, _ => throw new System.ArgumentException(\"no activation \" + mode) }; return fc.Forward(x);")]
    [InlineData("if (x.Shape[1] != 4) throw new System.ArgumentException($\"{x.Shape} has {x.Shape[1]} features, not {depth}\", nameof(x)); System.Diagnostics.Debug.Assert(x.Rank == 2, \"a matrix\"); System.ArgumentOutOfRangeException.ThrowIfNegative(depth); return fc.Forward(x);")]
    [InlineData("var h = depth > 1 ? fc : other; return h.Forward(x);")]
    [InlineData("for (var i = 0; i < depth; i++) { var h = i > 1 ? fc : other; x = h.Forward(x).Tanh(); } return x;")]
    [InlineData("foreach (var block in blocks) { switch (block.Projects) { case true: x = block.Forward(x); break; case false: x = -x; break; } } return x;")]
    public void Every_way_agrees_with_the_op_by_op_path(string body)
    {
        var program = new Generation(("Net.cs", Block + $$"""
            [Module]
            public partial class Net(int depth, string mode)
            {
                private readonly int depth = depth;
                private readonly string mode = mode;
                private readonly Linear fc = new(4, 4);
                private readonly Linear other = new(4, 4);
                private readonly ModuleList<Block> blocks = new(depth, i => new Block(4, i % 2 == 0));
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    {{body}}
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        var assembly = program.Load();
        foreach (var depth in Enumerable.Range(0, 7))
        {
            var net = Generation.Create(assembly, "Net", depth, depth % 2 == 0 ? "relu" : "gelu");
            Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
            net.Eval();
            Gradients.CheckCallAgainstForward(net, Tensor.Randn(2, 4));
        }
    }

    [Theory]
    [InlineData("if (x.Shape[0] > limit) throw new System.ArgumentException($\"{x.Shape[0]} rows\", nameof(x)); return -x;", "3 rows (Parameter 'x')")]
    [InlineData("if (Limit > 1) throw new System.InvalidOperationException(\"limit \" + Limit); return -x;", "limit 2")]
    [InlineData("return Limit switch { 0 => x, 1 => -x, _ => throw new System.InvalidOperationException($\"limit {Limit}\") };", "limit 2")]
    [InlineData("return limit switch { 0 => x, 1 => -x, _ => throw new System.InvalidOperationException($\"{x.Shape} over {limit}\") };", "[3, 4] over 2")]
    public void Checks_throw_the_users_exception(string body, string message)
    {
        var program = new Generation(("Net.cs", $$"""
            [Module]
            public partial class Net(int limit)
            {
                private readonly int limit = limit;
                public int Limit { get; set; } = limit;
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    {{body}}
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        var net = (IModule<Tensor, Tensor>)Generation.Create(program.Load(), "Net", 2);
        var x = Tensor.Rand(3, 4);
        Assert.Equal(message, Assert.ThrowsAny<Exception>(() => net.Forward(x)).Message);
        Assert.Equal(message, Assert.ThrowsAny<Exception>(() => net.Call(x)).Message);
        Assert.Equal(message, Assert.ThrowsAny<Exception>(() => net.Predict(x)).Message);
    }

    [Fact]
    public void Code_size_is_linear_in_the_number_of_conditions()
    {
        int Lines(int count) => new Generation(("Net.cs", $$"""
            [Module]
            public partial class Net(int depth)
            {
                private readonly Linear fc = new(4, 4);
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    {{string.Concat(Enumerable.Range(0, count).Select(i => $"if (depth > {i}) x = fc.Forward(x).Tanh();\n"))}}
                    return x;
                }
            }
            """)).Text("Net.g.cs").Split('\n').Length;

        var (some, more) = (Lines(8), Lines(16));
        Assert.InRange(more, some, (2 * some) + 50);
    }
}

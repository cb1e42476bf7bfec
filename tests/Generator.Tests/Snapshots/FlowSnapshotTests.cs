namespace NnGen.Generator.Tests.Snapshots;

/// <summary>What loops and branches that stay such are compiled to.</summary>
public class FlowSnapshotTests
{
    [Fact]
    public void Loop()
        => Verify("""
            private readonly ModuleList<Linear> layers = new(12, _ => new Linear(4, 4));
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                foreach (var layer in layers)
                    x = F.Relu(layer.Forward(x));
                return x;
            }
            """);

    [Fact]
    public void BranchOnTraining()
        => Verify("""
            private readonly Linear fc = new(4, 4);
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                if (Training)
                    x = x + F.Tanh(fc.Forward(x));
                return x * 2f;
            }
            """);

    [Fact]
    public void BranchOnItem()
        => Verify("""
            private readonly Linear easy = new(4, 4);
            private readonly Linear hard = new(4, 4);
            public Tensor Forward([Shape("N, 4")] Tensor x) => x.Abs().Mean().Item() > 0.5f ? hard.Forward(x) : easy.Forward(x);
            """);

    [Fact]
    public void OpenLoop()
        => Verify("""
            private readonly Linear fc = new(4, 4);
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var steps = 0;
                while (x.Abs().Mean().Item() > 0.1f)
                {
                    x = F.Tanh(fc.Forward(x)) * 0.5f;
                    if (++steps == 20)
                        break;
                }

                return x * (float)steps;
            }
            """);

    [Fact]
    public void ReturnInLoop()
        => Verify("""
            private readonly ModuleList<Linear> layers = new(12, _ => new Linear(4, 4));
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                foreach (var layer in layers)
                {
                    x = F.Tanh(layer.Forward(x));
                    if (x.Mean().Item() > 0.2f)
                        return x;
                }

                return x * 2f;
            }
            """);

    [Fact]
    public void List()
        => Verify("""
            private readonly RNNCell cell = new(3, 4);
            public Tensor Forward([Shape("N, T, 3")] Tensor x, [Shape("N, 4")] Tensor h)
            {
                var outputs = new List<Tensor>();
                for (var t = 0; t < x.Shape[1]; t++)
                {
                    h = cell.Forward(x[.., t], h);
                    outputs.Add(h);
                }

                return F.Stack(outputs, 1);
            }
            """);

    private static void Verify(string members, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var program = new Generation(("Net.cs", $$"""
            using System.Collections.Generic;
            [Module]
            public partial class Net
            {
            {{members}}
            }
            """));
        Assert.Empty(program.Diagnostics);
        Verifier.Verify(program.Text("Net.g.cs"), test: test);
    }
}

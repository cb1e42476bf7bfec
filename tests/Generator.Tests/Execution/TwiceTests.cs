namespace NnGen.Generator.Tests.Execution;

/// <summary>One tensor given as two inputs of one callee, which may write the second input's gradient first.</summary>
public class TwiceTests
{
    [Theory]
    [InlineData("pair.Forward(x, x)")]
    [InlineData("pair.Forward(x.Tanh(), x)")]
    [InlineData("pair.Forward(weight, weight) + x.Sum()")]
    [InlineData("x.MatMul(x)")]
    [InlineData("weight.MatMul(weight) + x.Sum()")]
    [InlineData("F.Cat([x, x, x.Tanh()], 1)")]
    [InlineData("Twice(x.Tanh())")]
    public void Gradients_add_up(string expression)
    {
        var program = new Generation(("Net.cs", $$"""
            [Module]
            public partial class Pair
            {
                public Tensor Forward([Shape("N, M")] Tensor a, [Shape("N, M")] Tensor b) => (a.Softmax(1).Tanh() * b.Softmax(0)).Softmax(1);
            }

            [Module]
            public partial class Net
            {
                private readonly Pair pair = new();
                private readonly Parameter weight = new(Tensor.Rand(3, 3));
                public Tensor Forward([Shape("3, 3")] Tensor x) => {{expression}};
                private Tensor Twice(Tensor y) => pair.Forward(y, y);
            }
            """));
        Assert.DoesNotContain(program.Diagnostics, d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var type = program.Load().GetType("Net", throwOnError: true)!;
        var net = (Module)Activator.CreateInstance(type)!;
        var weight = net.Parameters().First();
        var values = Tensor.Rand(3, 3).ToArray();
        var expected = Run("Forward");
        var actual = Run("Call");
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f);

        float[] Run(string entry)
        {
            weight.Grad = null;
            var x = Tensor.From(values, [3, 3]);
            x.RequiresGrad = true;
            var y = (Tensor)type.GetMethod(entry)!.Invoke(net, [x])!;
            y.Backward(Tensor.Arange(y.Shape.Count).Reshape(y.Shape));
            return [.. x.Grad?.ToArray() ?? [], .. weight.Grad?.ToArray() ?? []];
        }
    }
}

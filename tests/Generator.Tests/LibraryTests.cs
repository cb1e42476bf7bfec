namespace NnGen.Generator.Tests;

/// <summary>Modules over the library's own layers, whose contracts come from its assembly.</summary>
public class LibraryTests
{
    [Fact]
    public void Layers_of_the_library_are_inlined()
    {
        var generation = new Generation(("Net.cs", """
            [Module] public partial class Net
            {
                private readonly Linear fc1 = new(28 * 28, 128);
                private readonly Dropout dropout = new(0.25);
                private readonly Linear fc2 = new(128, 10, bias: false);
                public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => fc2.Forward(dropout.Forward(F.Relu(fc1.Forward(F.Flatten(x, 1)))));
            }

            [Module] public partial class Training(Net model)
            {
                private readonly CrossEntropyLoss criterion = new(labelSmoothing: 0.1);
                public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x, [Shape("N")] Tensor<long> y) => criterion.Forward(model.Forward(x), y);
            }
            """));
        Assert.Empty(generation.Diagnostics);
        Assert.Contains("LinearOp.ForwardRelu(", generation.Text("Net.g.cs"), StringComparison.Ordinal);
        Assert.Contains("dropout.P", generation.Text("Net.g.cs"), StringComparison.Ordinal);
        Assert.Contains("CrossEntropyOp.Forward(", generation.Text("Training.g.cs"), StringComparison.Ordinal);
    }
}

namespace NnGen.Generator.Tests.Snapshots;

/// <summary>Generated files as they are committed, for people to read.</summary>
public class SnapshotTests
{
    private const string MnistSource = """
        [Module]
        public partial class MnistClassifier
        {
            private readonly Linear fc1 = new(28 * 28, 128);
            private readonly Linear fc2 = new(128, 64);
            private readonly Linear fc3 = new(64, 10);

            public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
            {
                x = F.Flatten(x, 1);
                x = F.Relu(fc1.Forward(x));
                x = F.Relu(fc2.Forward(x));
                return fc3.Forward(x);
            }
        }

        [Module]
        public partial class Classification(MnistClassifier model)
        {
            public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x, [Shape("N")] Tensor<long> y)
                => F.CrossEntropy(model.Forward(x), y, labelSmoothing: 0.1f);
        }
        """;

    [Theory]
    [InlineData("MnistClassifier")]
    [InlineData("Classification")]
    public void Mnist(string type)
    {
        var program = new Generation(("Mnist.cs", MnistSource));
        Assert.Empty(program.Diagnostics);
        Verifier.Verify(program.Text(type + ".g.cs"), type);
    }

    [Fact]
    public void Chain()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Swish(float beta)
            {
                private readonly Parameter scale = new(Tensor.Ones(8));
                public Tensor Forward([Shape("N, 8")] Tensor x) => x * (x * beta).Sigmoid() * scale;
            }
            """));
        Assert.Empty(program.Diagnostics);
        Verifier.Verify(program.Text("Swish.g.cs"));
    }

    [Fact]
    public void Branch()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Gated
            {
                private readonly Linear fc = new(4, 4);
                public float Threshold { get; set; }
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    if (x.Shape[0] > 1024)
                        throw new System.ArgumentException($"{x.Shape[0]} rows are too many", nameof(x));
                    if (Training)
                        x = F.Dropout(x);
                    if (x.Mean().Item() > Threshold)
                        return fc.Forward(x);
                    return F.Relu(x);
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        Verifier.Verify(program.Text("Gated.g.cs"));
    }

    [Fact]
    public void Generated_text_is_the_same_each_time()
        => Assert.Equal(new Generation(("Mnist.cs", MnistSource)).Text("MnistClassifier.g.cs"), new Generation(("Mnist.cs", MnistSource)).Text("MnistClassifier.g.cs"));
}

namespace NnGen.Analyzers.Tests;

/// <summary>What <c>[Dim]</c> and <c>[Dims]</c> state is checked when shapes are bound, in the user's words.</summary>
public sealed class PromiseTests
{
    private const string Program = """
        [Module]
        public partial class Net
        {
            private readonly Conv2d conv = new(3, 4, 3, padding: 1);

            [Dim("H", MultipleOf = 4, Max = 32)]
            [Dims("W = 2 * H")]
            public Tensor Forward([Shape("N, 3, H, W")] Tensor x) => conv.Forward(x) + F.Interpolate(F.MaxPool2d(conv.Forward(x), 4), scaleFactor: 4);
        }

        [Module]
        public partial class Attention(int dim = 12, int heads = 5)
        {
            private readonly Linear qkv = new(dim, dim);
            private readonly int heads = heads;
            private readonly int dim = dim;

            [Dims("dim = heads * (dim // heads)")]
            public Tensor Forward([Shape("*B, dim")] Tensor x) => qkv.Forward(x) / heads;
        }

        [Module]
        public partial class Whole
        {
            private readonly Net net = new();

            public Tensor Forward([Shape("N, 3, H, W")] Tensor x) => net.Forward(x);
        }
        """;

    [Theory]
    [InlineData("Net", 16, 32, null)]
    [InlineData("Whole", 16, 32, null)]
    [InlineData("Net", 18, 36, "'Net' takes H as [Dim(\"H\", MultipleOf = 4, Max = 32)] says, but it is 18")]
    [InlineData("Net", 64, 128, "'Net' takes H as [Dim(\"H\", MultipleOf = 4, Max = 32)] says, but it is 64")]
    [InlineData("Net", 16, 16, "'Net' takes W as [Dims(\"W = 2 * H\")] says, but it is 16")]
    [InlineData("Whole", 16, 16, "'Net' takes W as [Dims(\"W = 2 * H\")] says, but it is 16")]
    public void ASizeThatBreaksAPromise_IsRefused(string type, int height, int width, string? message)
        => Assert.Equal(message, Failure(type, [2, 3, height, width]));

    [Fact]
    public void AnEquationOfConstructorParameters_IsChecked()
        => Assert.Equal("'Attention' takes dim as [Dims(\"dim = heads * (dim // heads)\")] says, but it is 12", Failure("Attention", [2, 12]));

    private static string? Failure(string type, int[] shape) => LoadedProgram.Run(Program, program =>
    {
        var module = Fuzz.Runs.Modules(program).Single(module => module.GetType().Name == type);
        try
        {
            // Twice: a plan that is found has been checked.
            LoadedProgram.Call(module, Tensor.Zeros(shape));
            LoadedProgram.Call(module, Tensor.Zeros(shape));
            return null;
        }
        catch (ShapeException failure)
        {
            return failure.Message;
        }
    });
}

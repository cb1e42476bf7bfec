using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Tests.Shapes;

public class ContractParserTests
{
    [Fact]
    public void LinearHasInputsOutputsAndNames()
    {
        var contract = Contract.Parse("x: *B, K; weight: N, K; bias: N? -> y: *B, N");
        Assert.Equal(["x", "weight", "bias"], contract.Inputs.Select(input => input.Name));
        Assert.Equal([false, false, true], contract.Inputs.Select(input => input.IsOptional));
        Assert.Equal(["y"], contract.Outputs.Select(output => output.Name));
        Assert.Equal(["K", "N", "B"], contract.DimNames);
        Assert.Empty(contract.Hypers);
    }

    [Fact]
    public void LowerCaseNamesAreHyperparameters()
    {
        var contract = Contract.Parse(
            "x: N, C, H, W -> y: N, C, Ho, Wo where Ho = (H + 2*padding[0] - kernelSize[0])//stride[0] + 1, Wo = ceil(W / stride[1])");
        Assert.Equal(["padding", "kernelSize", "stride"], contract.Hypers);
        Assert.Equal(["Ho", "Wo"], contract.Alternatives[0].Where.Select(derived => derived.Name));
    }

    [Fact]
    public void GivenHyperparametersAreTheOnlyOnes()
    {
        var contract = Contract.Parse("x: n, Channels -> y: n, Channels", ["Channels"]);
        Assert.Equal(["n"], contract.DimNames);
        Assert.Equal(["Channels"], contract.Hypers);
    }

    [Fact]
    public void MarksTypesAndRolesAreRead()
    {
        var contract = Contract.Parse("x: N, C; t: long[N]; !mean: C; mask: bool[#*S, #C]? -> y: N, C; ~saved: double[C]");
        Assert.Equal([ElementType.Float, ElementType.Long, ElementType.Float, ElementType.Bool], contract.Inputs.Select(input => input.Type));
        Assert.Equal(TensorRole.State, contract.Inputs[2].Role);
        Assert.True(contract.Inputs[3].IsOptional);
        Assert.Equal(TensorRole.Saved, contract.Outputs[1].Role);
        Assert.Equal(ElementType.Double, contract.Outputs[1].Type);
    }

    [Fact]
    public void VariadicInputsAreRead()
    {
        var contract = Contract.Parse("xs: [*B, C_i]... -> y: *B, sum(C_i)");
        Assert.True(contract.Inputs[0].IsVariadic);
        Assert.Equal(["C_i", "B"], contract.DimNames);
    }

    [Theory]
    [InlineData("x: *S -> y: flatten(*S, startDim, endDim)")]
    [InlineData("x: *S -> y: reshape(*S, sizes)")]
    [InlineData("x: *S -> y: permute(*S, dims)")]
    [InlineData("x: *S -> y: transpose(*S, dim0, dim1)")]
    [InlineData("x: *S -> y: squeeze(*S)")]
    [InlineData("x: *S -> y: squeeze(*S, dims)")]
    [InlineData("x: *S -> y: unsqueeze(*S, dim)")]
    [InlineData("x: *S -> y: expand(*S, sizes)")]
    [InlineData("x: *S -> y: reduce(*S, dims, keepDim)")]
    [InlineData("a: *S; b: *T -> y: broadcast(*S, *T)")]
    [InlineData("xs: [*S_i]... -> y: concat(xs, dim)")]
    [InlineData("xs: [*S]... -> y: stack(xs, dim)")]
    [InlineData("x: *S -> y: select(slice(*S, dims, starts, ends, steps), selected, indices)")]
    [InlineData("x: *S -> y: resize(*S, dim, k); indices: long[resize(*S, dim, k)]")]
    [InlineData("x: *S -> y: pad(*S, amounts)")]
    [InlineData("x: *S -> y: repeat([1, *S], times)")]
    [InlineData("x: *B, dims(normalizedShape); weight: dims(normalizedShape)? -> y: *B, dims(normalizedShape)")]
    [InlineData("x: *S; target: *S -> y: *S when reduction == 0 | x: *S; target: *S -> y: ()")]
    [InlineData("xs: [N, C_i]... -> y: N, sum(C_i), count(xs)")]
    [InlineData("x: *S -> y: prod(*S), rank(*S), size(*S, -1)")]
    [InlineData("-> y: dims(sizes)")]
    public void EveryFormIsReadAndWritten(string text)
    {
        var contract = Contract.Parse(text);
        Assert.Equal(text, contract.ToString());
        foreach (var output in contract.Outputs)
        {
            var written = ExpressionText.Write(output.Shape);
            Assert.Contains(written, text);
        }
    }

    [Theory]
    [InlineData("x: *S y: *S", 6, "Expected '->' between inputs and outputs, found 'y'.")]
    [InlineData("x: *S ->", 8, "Expected the name of a tensor, found the end.")]
    [InlineData("x *S -> y: *S", 2, "Expected ':' after 'x', found '*'.")]
    [InlineData("x: *A, *B -> y: *A", 7, "A shape can have one pack only: how many dims each takes would be open.")]
    [InlineData("x: N -> y: M", 11, "No input says what M is.")]
    [InlineData("x: N -> y: *S", 11, "No input says what *S is.")]
    [InlineData("x: N$ -> y: N", 4, "'$' has no meaning here.")]
    [InlineData("x: N -> y: N where n = 3", 19, "'n' is a hyperparameter: a dim's name begins with an upper-case letter.")]
    [InlineData("x: N -> y: N + ", 15, "Expected a size, found the end.")]
    [InlineData("x: N -> y: foo(N)", 11, "There is no function 'foo'.")]
    [InlineData("x: *S -> y: flatten(*S)", 12, "Wrong number of arguments: flatten(*S, startDim, endDim).")]
    [InlineData("x: flatten(*S, 0, 1) -> y: 1", 3, "'flatten' describes results, not inputs.")]
    [InlineData("x: N, 99999999999999999999 -> y: N", 6, "99999999999999999999 is too large.")]
    [InlineData("x: N -> y: ceil(N + 1)", 11, "'ceil' takes one division: ceil(a / b).")]
    [InlineData("x: N -> y: N when 3 + k", 18, "Expected a condition, such as 'bias == true', found a size.")]
    [InlineData("x: N, n -> y: N", 0, "Both the hyperparameter 'n' and the dim 'N' would be the parameter 'n'.")]
    [InlineData("x: B, *B -> y: B", 0, "Both the dim 'B' and the dim 'B' would be the parameter 'b'.")]
    [InlineData("x: N; x: N -> y: N", 6, "Both the tensor 'x' and the tensor 'x' would be the parameter 'x'.")]
    [InlineData("~x: N -> y: N", 0, "'~' marks outputs that are saved, not inputs.")]
    [InlineData("x: N -> y: N | z: N -> y: N", 15, "Every alternative lists the same inputs, in the same order.")]
    [InlineData("x: N -> y: concat(x, 0)", 11, "There is no variadic input 'x'.")]
    [InlineData("x: N -> ~s: N; y: N", 15, "Saved outputs come after the results.")]
    [InlineData("x: N -> y: N when K == 1", 18, "No input says what K is.")]
    public void MistakesAreReportedWhereTheyAre(string text, int position, string message)
    {
        var error = Assert.Throws<ContractException>(() => Contract.Parse(text));
        Assert.Equal((position, message), (error.Position, error.Message));
    }

    [Theory]
    [InlineData("N, 1, 28, 28", "[N, 1, 28, 28]")]
    [InlineData("*B, channels", "[*B, channels]")]
    [InlineData("..., 2 * heads, _", "[..., 2·heads, _]")]
    [InlineData("()", "[]")]
    [InlineData("n, hidden // heads", "[n, hidden//heads]")]
    public void ShapeTextsAreRead(string text, string shape)
        => Assert.Equal(shape, ShapeText.Parse(text).ToShape(_ => null, new ConstraintStore()).ToString());

    [Theory]
    [InlineData("N, , 3", 3)]
    [InlineData("N 3", 2)]
    [InlineData("*A, *B", 4)]
    [InlineData("", 0)]
    public void WrongShapeTextsSayWhere(string text, int position)
        => Assert.Equal(position, Assert.Throws<ContractException>(() => ShapeText.Parse(text)).Position);

    [Fact]
    public void ShapesWriteTextsThatReadBack()
    {
        var shape = ShapeText.Parse("N, 2*(H - 1)//3 + 1, *S").ToShape(_ => null, new ConstraintStore());
        Assert.Equal(shape, ShapeText.Parse(shape.ToText()!).ToShape(_ => null, new ConstraintStore()));
    }

    [Fact]
    public void ParsingNeverFailsInAnotherWay()
    {
        string[] parts = ["x", ":", "*S", "N", ",", "->", "y", "(", ")", "[", "]", "#", "?", "|", "when", "where", "=", "3", "...", "flatten", "/", "_", " ", "!"];
        var random = new System.Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => parts[random.Next(parts.Length)]));
            try
            {
                Contract.Parse(text);
            }
            catch (ContractException error)
            {
                Assert.InRange(error.Position, 0, text.Length);
            }
        }
    }
}

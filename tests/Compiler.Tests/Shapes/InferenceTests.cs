using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Tests.Shapes;

public class InferenceTests
{
    private const string Linear = "x: *B, K; weight: N, K; bias: N? -> y: *B, N";
    private const string Add = "a: #*S; b: #*S -> y: *S";
    private const string MatMul = "a: N, K; b: K, M -> y: N, M | a: *S, N, K; b: K, M -> y: *S, N, M";
    private const string Conv = "x: N, C, H, W; weight: O, C, Kh, Kw -> y: N, O, Ho, Wo "
        + "where Ho = (H + 2*padding[0] - Kh)//stride[0] + 1, Wo = (W + 2*padding[1] - Kw)//stride[1] + 1";

    [Theory]
    [InlineData(Linear, "N, 784", "128, 784", "128", "[N, 128]")]
    [InlineData(Linear, "*B, T, hidden", "4 * hidden, hidden", null, "[*B, T, 4·hidden]")]
    [InlineData(Linear, "784", "128, 784", null, "[128]")]
    [InlineData(Add, "N, 3", "3", null, "[N, 3]")]
    [InlineData(Add, "N, 1, 5", "4, 1", null, "[N, 4, 5]")]
    [InlineData(Add, "*B, 5", "5", null, "[*B, 5]")]
    [InlineData(Add, "()", "*B", null, "[*B]")]
    [InlineData(MatMul, "N, 3", "3, 4", null, "[N, 4]")]
    [InlineData(MatMul, "N, T, 3", "3, 4", null, "[N, T, 4]")]
    [InlineData("x: *S -> y: ()", "*B", null, null, "[]")]
    [InlineData("x: *B, 2*C -> y: *B, C", "N, 8", null, null, "[N, 4]")]
    [InlineData("x: *B, 2*C -> y: *B, C", "N, 6*H", null, null, "[N, 3·H]")]
    [InlineData("x: N, C*4, H, W -> y: N, C, 2*H, 2*W", "N, 8, 3, W", null, null, "[N, 2, 6, 2·W]")]
    [InlineData("x: *S; mask: #*S -> y: *S", "N, 3", "1, 3", null, "[N, 3]")]
    [InlineData("x: N, #C; scale: #C -> y: N, C", "N, 1", "5", null, "[N, 5]")]
    [InlineData("x: Rows, K; weight: K? -> y: K, Rows", "N, 4", null, null, "[4, N]")]
    public void ShapesThatFitAreProven(string contract, string a, string? b, string? c, string expected)
    {
        var call = new Call(contract).Input(a);
        if (call.Contract.Inputs.Count > 1)
            call.Input(b);
        if (call.Contract.Inputs.Count > 2)
            call.Input(c);
        var result = call.Infer();
        Assert.Equal(Truth.Proven, result.Truth);
        Assert.Equal(expected, result.Outputs[0].ToString());
        Assert.Empty(result.Mismatches);
    }

    [Fact]
    public void ConvolutionsStayOneFraction()
    {
        var store = new ConstraintStore();
        var x = ShapeText.Parse("N, 3, H, 32").ToShape(_ => null, store);
        for (var i = 0; i < 3; i++)
        {
            var call = new Call(Conv).Input(x).Input(SymbolicShape.Of(8, x.Dims[1], 3, 3)).Hyper("padding", [1, 1]).Hyper("stride", [2, 2]);
            var result = call.Infer();
            Assert.Equal(Truth.Proven, result.Truth);
            x = result.Outputs[0];
        }

        Assert.Equal("[N, 8, (H + 7)//8, 4]", x.ToString());
    }

    [Fact]
    public void DimsAndPacksAreBound()
    {
        var result = new Call(Linear).Input("N, T, 784").Input("128, 784").Input((string?)null).Infer();
        Assert.Equal("N·T", result.Dims["B"].ToString());
        Assert.Equal(784, result.Dims["K"].Value);
        Assert.Equal(128, result.Dims["N"].Value);
        Assert.Equal(0, result.Alternative);
    }

    [Fact]
    public void AnInputWithoutShapeIsRefinedByItsFirstConsumer()
    {
        var store = new ConstraintStore();
        var x = store.FreshShape("x");
        var first = Infer(Linear, store, x, SymbolicShape.Of(128, 784), null);
        Assert.Equal(Truth.Proven, first.Truth);
        Assert.Equal("[..., 784]", store.Resolve(x).ToString());
        Assert.Equal("*XDims2, 784", store.Resolve(x).ToText());
        Assert.Equal("[..., 128]", first.Outputs[0].ToString());
        var second = Infer(Linear, store, x, SymbolicShape.Of(10, 100), null);
        Assert.Equal("'fc2' takes 100 features, but 'x' is [..., 784]: let 'fc2' take 784", second.Messages(CallSite.Parse("fc2 <- x; this.fc2.Weight; ")).Single());
    }

    [Fact]
    public void AnOpenShapeIsNotDecidedByTheFirstOfSeveralAlternatives()
    {
        var store = new ConstraintStore();
        var x = store.FreshShape("x");
        var result = Infer(MatMul, store, x, SymbolicShape.Of(3, 4));
        Assert.Equal(Truth.Unknown, result.Truth);
        Assert.Null(result.Alternative);
        Assert.False(store.Resolve(x).HasRank);
        Assert.Empty(result.Mismatches);
    }

    [Theory]
    [InlineData("x: N, C, *D; target: long[N, *D] -> y: ()", 0)]
    [InlineData("x: *B, K, L; target: *B, L -> y: ()", 1)]
    public void ADimThatMayBelongToAPackOrToAName_StaysOpen(string contract, int leading)
    {
        var store = new ConstraintStore();
        var (fresh, ten) = (store.FreshShape("x"), new Dim[] { 10 });
        var x = SymbolicShape.WithPack(leading == 1 ? ten : [], fresh.Pack, leading == 1 ? [] : ten);
        var result = Infer(contract, store, x, SymbolicShape.Of(Dim.Symbol("N")));
        Assert.Equal(Truth.Unknown, result.Truth);
        Assert.False(store.Resolve(x).HasRank);
    }

    [Fact]
    public void AnUnknownShapeGivesWhatIsKnownAndNoMessage()
    {
        var result = new Call(Linear).Input("?").Input("128, 784").Input("128").Infer();
        Assert.Equal("[..., 128]", result.Outputs[0].ToString());
        Assert.Empty(result.Mismatches);
    }

    [Fact]
    public void ARefutedCallHasAnUnknownResult()
    {
        var result = new Call(Linear).Input("N, 5").Input("128, 784").Input("128").Infer();
        Assert.Equal(Truth.Refuted, result.Truth);
        Assert.False(result.Outputs[0].IsKnown);
    }

    [Fact]
    public void AnUnknownHyperparameterLeavesAlternativesOpen()
    {
        const string Loss = "x: *S; target: *S -> y: *S when reduction == 0 | x: *S; target: *S -> y: ()";
        Assert.Null(new Call(Loss).Input("N, 3").Input("N, 3").Infer().Alternative);
        Assert.Equal("[]", new Call(Loss).Input("N, 3").Input("N, 3").Hyper("reduction", 1).Infer().Outputs[0].ToString());
        Assert.Equal("[N, 3]", new Call(Loss).Input("N, 3").Input("N, 3").Hyper("reduction", 0).Infer().Outputs[0].ToString());
    }

    [Fact]
    public void AnUnknownHyperparameterMayHaveAnySign()
    {
        var result = new Call("x: N -> y: M where M = N + p").Input("N").Infer();
        Assert.Equal(Truth.Unknown, result.Truth);
        var refuted = new Call("x: N -> y: M where M = N - 3").Input("2").Infer();
        Assert.Equal(Truth.Refuted, refuted.Truth);
    }

    [Fact]
    public void DerivedDimsMayBeEmptyWhereAnInputIs()
    {
        const string Softmax = "x: *S -> y: *S where D = size(*S, dim)";
        Assert.Equal(Truth.Proven, new Call(Softmax).Input("4, 0").Hyper("dim", 1).Infer().Truth);
        Assert.Equal(Truth.Proven, new Call(Softmax).Input("4, N").Hyper("dim", -1).Infer().Truth);
    }

    [Fact]
    public void FlattenCountsFromTheEndToo()
        => Assert.Equal("[N, 4]", new Call("x: *S -> y: flatten(*S, p, q)").Input("N, 4").Hyper("p", -1).Hyper("q", -1).Infer().Outputs[0].ToString());

    [Fact]
    public void VariadicInputsAreSummed()
    {
        var result = new Call("xs: [*B, C_i]... -> y: *B, sum(C_i); n: count(xs)").Input("N, 3").Input("N, C").Input("N, 5").Infer();
        Assert.Equal(Truth.Proven, result.Truth);
        Assert.Equal("[N, C + 8]", result.Outputs[0].ToString());
        Assert.Equal("[3]", result.Outputs[1].ToString());
    }

    [Theory]
    [InlineData("flatten(*S, 1, -1)", "N, 64, 12, 12", "[N, 9216]")]
    [InlineData("flatten(*S, 1, 2)", "N, A, H, W", "[N, A·H, W]")]
    [InlineData("flatten(*S, 0, -1)", "()", "[1]")]
    [InlineData("flatten(*S, 0, -1)", "*B, 3", "[3·*B]")]
    [InlineData("reshape(*S, [-1, 4])", "N, 8", "[2·N, 4]")]
    [InlineData("reshape(*S, [2, 6])", "3, 4", "[2, 6]")]
    [InlineData("permute(*S, [0, 2, 1])", "N, T, E", "[N, E, T]")]
    [InlineData("transpose(*S, -1, -2)", "*B, T, E", "[*B, E, T]")]
    [InlineData("squeeze(*S)", "3, 1, 4", "[3, 4]")]
    [InlineData("squeeze(*S, [1, 2])", "N, 1, 4", "[N, 4]")]
    [InlineData("unsqueeze(*S, -1)", "*B, 3", "[*B, 3, 1]")]
    [InlineData("unsqueeze(*S, 0)", "N", "[1, N]")]
    [InlineData("expand(*S, [5, -1, 4])", "3, 1", "[5, 3, 4]")]
    [InlineData("reduce(*S, [1], true)", "N, 3", "[N, 1]")]
    [InlineData("reduce(*S, [], false)", "N, 3", "[]")]
    [InlineData("reduce(*S, -1, false)", "*B, 3", "[*B]")]
    [InlineData("slice(*S, [1], [1], [3], [1])", "N, 5", "[N, 2]")]
    [InlineData("slice(*S, [-1], [0], [-1], [2])", "N, 5", "[N, 2]")]
    [InlineData("slice(*S, [0], [1], [2147483647], [1])", "T + 1, 5", "[T, 5]")]
    [InlineData("select(slice(*S, [0], [1], [3], [1]), [1], [0])", "4, 5, 6", "[2, 6]")]
    [InlineData("resize(*S, -1, 3)", "*B, 10", "[*B, 3]")]
    [InlineData("pad(*S, [1, 2])", "*B, 10", "[*B, 13]")]
    [InlineData("repeat(*S, [2, 3])", "N", "[2, 3·N]")]
    [InlineData("broadcast(*S, [4, 1, 3])", "N, 1", "[4, N, 3]")]
    [InlineData("prod(*S), rank(*S), size(*S, 1)", "N, 3", "[3·N, 2, 3]")]
    public void RulesGiveTheResult(string rule, string shape, string expected)
    {
        var result = new Call($"x: *S -> y: {rule}").Input(shape).Infer();
        Assert.Equal(Truth.Proven, result.Truth);
        Assert.Equal(expected, result.Outputs[0].ToString());
    }

    [Theory]
    [InlineData("concat(xs, 1)", "N, 3, 4", "N, 5, 4", "[N, 8, 4]")]
    [InlineData("stack(xs, 1)", "N, 3", "N, 3", "[N, 2, 3]")]
    [InlineData("stack(xs, -1)", "N, 3", "N, 3", "[N, 3, 2]")]
    public void JoinsGiveTheResult(string rule, string first, string second, string expected)
    {
        var result = new Call($"xs: [*S_i]... -> y: {rule}").Input(first).Input(second).Infer();
        Assert.Equal(Truth.Proven, result.Truth);
        Assert.Equal(expected, result.Outputs[0].ToString());
    }

    [Fact]
    public void MethodsAreContractsToo()
    {
        var contract = MethodContract.Create(
            [new MethodInput("x", ElementType.Float, false, "N, channels"), new MethodInput("n", ElementType.Float, true, null)],
            ["N, channels + 1", null],
            ["channels"]);
        var hypers = new Dictionary<string, HyperValue<Dim>> { ["channels"] = HyperValue<Dim>.Of(16) };
        var result = SymbolicInference.Infer(contract, [SymbolicShape.Of(Dim.Symbol("Batch"), 16), null], null, hypers, new ConstraintStore());
        Assert.Equal(Truth.Proven, result.Truth);
        Assert.Equal(["[Batch, 17]", "[?]"], result.Outputs.Select(output => output.ToString()));
        result = SymbolicInference.Infer(contract, [SymbolicShape.Of(4, 8), null], null, hypers, new ConstraintStore());
        Assert.Equal("'block' takes 16 at dim 1, but 'x' is [4, 8]", result.Messages(new CallSite("block", [])).Single());
    }

    private static InferenceResult Infer(string contract, ConstraintStore store, params SymbolicShape?[] inputs)
        => SymbolicInference.Infer(Contract.Parse(contract), inputs, null, new Dictionary<string, HyperValue<Dim>>(), store);
}

using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Tests.Shapes;

public class MessageTests
{
    private const string Linear = "x: *B, K; weight: N, K; bias: N? -> y: *B, N";
    private const string LinearSite = "fc1 <- x; this.fc1.Weight; this.fc1.Bias";
    private const string CrossEntropy = "x: N, C, *D; target: long[N, *D] -> y: ()";
    private const string Conv = "x: N, C, H, W; weight: O, C, Kh, Kw -> y: N, O, Ho, Wo where Ho = (H - Kh)//1 + 1, Wo = (W - Kw)//1 + 1";
    private const string ConvSite = "conv1 <- x; this.conv1.Weight";

    [Theory]
    [InlineData("N, 64, 12, 12", "128, 9216", "'fc1' takes 9216 features, but 'x' is [N, 64, 12, 12]: flatten it first (64·12·12 = 9216)")]
    [InlineData("N, T, 4, 4", "128, 16", "'fc1' takes 16 features, but 'x' is [N, T, 4, 4]: flatten it from dim 2 first (4·4 = 16)")]
    [InlineData("N, 3, H, W", "8, 3*H*W", "'fc1' takes 3·H·W features, but 'x' is [N, 3, H, W]: flatten it first")]
    [InlineData("N, 128", "64, 784", "'fc1' takes 784 features, but 'x' is [N, 128]: let 'fc1' take 128")]
    [InlineData("()", "64, 784", "'fc1' takes 'x' with at least 1 dim [*B, K], but it is []")]
    [InlineData("N, hidden", "64, hidden + 1", "'fc1' takes hidden + 1 features, but 'x' is [N, hidden]: let 'fc1' take hidden")]
    [InlineData("N, D", "64, 784", "'fc1' fits only where D = 784, which is checked when bound")]
    public void LinearSaysWhatItTakes(string x, string weight, string expected)
        => Assert.Equal(expected, new Call(Linear).Input(x).Input(weight).Input((string?)null).Message(LinearSite));

    [Theory]
    [InlineData("N, 10", "N, 10", "'F.CrossEntropy' takes 'labels' as [N] to match 'y' [N, 10], but it is [N, 10]: give one index each, not a row")]
    [InlineData("N, 10, 5", "N", "'F.CrossEntropy' takes 'labels' as [N, 5] to match 'y' [N, 10, 5], but it is [N]")]
    [InlineData("4, 10", "5", "'F.CrossEntropy' takes equal sizes at dim 0 of 'y' and dim 0 of 'labels', but 'y' is [4, 10] and 'labels' is [5]: 4 and 5 differ")]
    public void LossesSayWhatTargetTheyTake(string x, string target, string expected)
        => Assert.Equal(expected, new Call(CrossEntropy).Input(x).Input(target).Message("F.CrossEntropy <- y; labels"));

    [Fact]
    public void TargetsOfTheWrongTypeAreNamed()
    {
        var call = new Call(CrossEntropy) { Types = [ElementType.Float, ElementType.Float] }.Input("N, 10").Input("N");
        Assert.Equal("'F.CrossEntropy' takes 'labels' as long, but it is float", call.Message("F.CrossEntropy <- y; labels"));
    }

    [Theory]
    [InlineData("N, 3", "4", "'x - mean' cannot broadcast 'x' [N, 3] with 'mean' [4]: 3 and 4 at dim -1 are neither equal nor 1")]
    [InlineData("2, N, 3", "3, N, 3", "'x - mean' cannot broadcast 'x' [2, N, 3] with 'mean' [3, N, 3]: 2 and 3 at dim -3 are neither equal nor 1")]
    [InlineData("N, 3", "M, 3", "'x - mean' fits only where N = M or one of them is 1, which is checked when bound")]
    public void BroadcastsSayWhereTheyFail(string a, string b, string expected)
        => Assert.Equal(expected, new Call("a: #*S; b: #*S -> y: *S").Input(a).Input(b).Message("x - mean <- x; mean"));

    [Theory]
    [InlineData("N, 3, 28, 28", "8, 1, 3, 3", "'conv1' takes 1 channels, but 'x' is [N, 3, 28, 28]: let 'conv1' take 3")]
    [InlineData("N, 784", "8, 1, 3, 3", "'conv1' takes 'x' with 4 dims [N, C, H, W], but it is [N, 784]")]
    [InlineData("N, 1, 2, 28", "8, 1, 3, 3", "'conv1' gives Ho = 0 for 'x' [N, 1, 2, 28]: it must be at least 1")]
    [InlineData("N, 1, H, 28", "8, 1, 3, 3", "'conv1' fits only where H - 2 >= 1, which is checked when bound")]
    public void ConvolutionsSayWhatTheyTake(string x, string weight, string expected)
        => Assert.Equal(expected, new Call(Conv).Input(x).Input(weight).Message(ConvSite));

    [Theory]
    [InlineData("a: N, K; b: K, M -> y: N, M", "N, 3", "4, 5", "a @ b <- a; b", "'a @ b' takes equal sizes at dim 1 of 'a' and dim 0 of 'b', but 'a' is [N, 3] and 'b' is [4, 5]: 3 and 4 differ")]
    [InlineData("x: *S; target: *S -> y: ()", "N, 1", "N", "F.MseLoss <- y; target", "'F.MseLoss' takes 'target' as [N, 1] to match 'y' [N, 1], but it is [N]: give it a last dim of size 1")]
    [InlineData("x: *B, 2*C; z: *B -> y: *B, C", "N, 7", "N", "glu", "'glu' takes a multiple of 2 at dim 1, but 'x' is [N, 7]")]
    [InlineData("xs: [*S_i]... -> y: concat(xs, 1)", "N, 3, 4", "N, 3, 5", "F.Cat <- a; b", "'F.Cat' cannot take 'b' [N, 3, 5]: dim 2 must be 4 as in the first tensor, [N, 3, 4]")]
    [InlineData("x: *S; z: *S -> y: *S when 1 == 2", "N", "N", "f", "'f' has no case for these options: 1 == 2 does not hold")]
    [InlineData("x: N; z: M -> y: N//0", "N", "N", "f", "'f' has no shape for 'x' [N] and 'z' [N]: a size is divided by 0")]
    public void OtherMismatchesAreExplained(string contract, string a, string b, string site, string expected)
        => Assert.Equal(expected, new Call(contract).Input(a).Input(b).Message(site));

    [Theory]
    [InlineData("flatten(*S, 1, 4)", "N, 3", "'f' cannot take 'x' [N, 3]: dim 4 is out of range, which is -2 to 1")]
    [InlineData("flatten(*S, 1, 0)", "N, 3", "'f' cannot take 'x' [N, 3]: the first dim to flatten, 1, comes after the last, 0")]
    [InlineData("reshape(*S, [4, 100])", "4, 1, 28, 28", "'f' cannot take 'x' [4, 1, 28, 28]: its 3136 elements do not fill [4, 100], which has 400")]
    [InlineData("reshape(*S, [-1, 100])", "4, 28", "'f' cannot take 'x' [4, 28]: its 112 elements do not fill [-1, 100], which has a multiple of 100")]
    [InlineData("reshape(*S, [-1, -1])", "4, 28", "'f' cannot take 'x' [4, 28]: one size only can be -1")]
    [InlineData("permute(*S, [0, 0])", "4, 28", "'f' cannot take 'x' [4, 28]: dim 0 is named twice")]
    [InlineData("permute(*S, [0])", "4, 28", "'f' cannot take 'x' [4, 28]: an order of 1 dims does not fit its 2")]
    [InlineData("expand(*S, [5, 28])", "4, 28", "'f' cannot take 'x' [4, 28]: dim 0 of size 4 cannot be expanded to 5")]
    [InlineData("slice(*S, [1], [20], [30], [1])", "4, 28", "'f' cannot take 'x' [4, 28]: 20..30 is out of range for dim 1 of size 28")]
    [InlineData("select(*S, [0], [-5])", "4, 28", "'f' cannot take 'x' [4, 28]: index -5 is out of range for dim 0 of size 4")]
    [InlineData("reshape(*S, [-1, 4])", "N, 6", "'f' fits only where 6·N is a multiple of 4, which is checked when bound")]
    [InlineData("select(*S, [0], [3])", "N, 28", "'f' fits only where N >= 4, which is checked when bound")]
    public void RulesSayWhy(string rule, string shape, string expected)
        => Assert.Equal(expected, new Call($"x: *S -> y: {rule}").Input(shape).Message("f <- x"));

    [Fact]
    public void TheAlternativeThatCameFarthestIsExplained()
    {
        var call = new Call("a: N, K; b: K, M -> y: N, M | a: *S, N, K; b: *S, K, M -> y: *S, N, M").Input("2, 3, 4").Input("2, 5, 6");
        Assert.Contains("4 and 5 differ", call.Message("a @ b <- a; b"), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatMadeAValueIsNamed()
    {
        var call = new Call(Linear).Input("N, 128").Input("64, 784").Input((string?)null);
        Assert.Equal("'fc2' takes 784 features, but 'x' from 'fc1' is [N, 128]: let 'fc2' take 128", call.Message("fc2 <- x from fc1; this.fc2.Weight; this.fc2.Bias"));
    }

    [Fact]
    public void AMemberThatIsNotTheCalleesIsNamed()
    {
        var call = new Call(Linear).Input("N, 128").Input("64, 784").Input((string?)null);
        Assert.Equal("'F.Linear' takes 784 features since 'matrix' is [64, 784], but 'x' is [N, 128]", call.Message("F.Linear <- x; this.matrix; "));
    }

    [Fact]
    public void CallSitesReadBack()
    {
        var site = new CallSite("(a <- b) * c", [new CallArgument("x", false), new CallArgument("h", false, "fc1"), new CallArgument("", false), new CallArgument("fc1.Weight", true)]);
        var read = CallSite.Parse(site.ToString());
        Assert.Equal(site.Callee, read.Callee);
        Assert.Equal(site.Arguments, read.Arguments);
    }
}

using NnGen.CompilerServices;

namespace NnGen.Tests.Shapes;

public class BinderTests
{
    [Fact]
    public void InputsGiveSymbolsTheirSizes()
    {
        var binder = new Binder(new Sequential(), "Net");
        binder.Hyper("channels", 3);
        binder.Input("x", "N, channels, 2*H, W", [8, 3, 28, 30]);
        binder.Input("y", "N", [8]);
        binder.Input("mask", null, [1, 2, 3]);
        binder.Input("state", "*B, H", [5, 6, 14]);
        Assert.Equal((8, 3, 14, 30, 30), (binder["N"], binder["channels"], binder["H"], binder["W"], binder["*B"]));
        Assert.Throws<ArgumentException>(() => binder["Q"]);
    }

    [Fact]
    public void AbsentInputsBindNothing()
    {
        var binder = new Binder(new Sequential(), "Net");
        binder.Input("x", "N, 3", [8, 3]);
        binder.Input("mask", "N", null);
        Assert.Equal(8, binder["N"]);
    }

    [Fact]
    public void InputsThatDoNotFitAreRefused()
    {
        Assert.Equal("'Net' takes 1 at dim 1, but 'x' is [4, 3, 28, 28]", Error(b => b.Input("x", "N, 1, 28, 28", [4, 3, 28, 28])));
        Assert.Equal("'Net' takes 'x' with 4 dims [N, 1, 28, 28], but it is [4, 784]", Error(b => b.Input("x", "N, 1, 28, 28", [4, 784])));
        Assert.Equal("'Net' takes 784 at dim 1, but 'x' is [4, 1, 28, 28]", Error(b => b.Input("x", "N, 784, ...", [4, 1, 28, 28])));
        Assert.Equal("'Net' takes 784 at dim 3, but 'x' is [4, 1, 28, 28]: flatten it first (1·28·28 = 784)", Error(b => b.Input("x", "..., 784", [4, 1, 28, 28])));
        Assert.Equal(
            "'Net' takes equal sizes at dim 0 of 'x' and dim 0 of 'y', but 'x' is [4, 784] and 'y' is [5]: 4 and 5 differ",
            Error(b =>
            {
                b.Input("x", "N, 784", [4, 784]);
                b.Input("y", "N", [5]);
            }));
    }

    [Fact]
    public void ResultsAreCheckedAgainstTheirDeclaration()
    {
        var binder = new Binder(new Sequential(), "Net");
        binder.Input("x", "N, 784", [4, 784]);
        binder.Result("N, classes", [4, 10]);
        binder.Result(null, [1, 2]);
        Assert.Equal("'Net' declares its result as [N, 784], but it is [4, 10]", Assert.Throws<ShapeException>(() => binder.Result("N, 784", [4, 10])).Message);
    }

    [Fact]
    public void OpsAreBoundByTheirContracts()
    {
        var binder = new Binder(new Sequential(), "Net");
        binder.Input("x", "N, 3", [8, 3]);
        var bound = binder.Op(OpContract.Parse("a: #*S; b: #*S -> y: *S"), "x + y", [new Shape?([8, 3]), new Shape?([3])], []);
        Assert.Equal([8, 3], bound[0]);
    }

    [Fact]
    public void DimsRoundDown() => Assert.Equal((-2, 1, -1), (DimMath.FloorDivide(-3, 2), DimMath.FloorDivide(3, 2), DimMath.FloorDivide(-1, 4)));

    private static string Error(Action<Binder> bind) => Assert.Throws<ShapeException>(() => bind(new Binder(new Sequential(), "Net"))).Message;
}

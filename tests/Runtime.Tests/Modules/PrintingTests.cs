using NnGen.Tests.Modules.Handwritten;

namespace NnGen.Tests.Modules;

public class PrintingTests
{
    [Fact]
    public void InTheFormInWhichPyTorchPrints()
    {
        var net = new Tree
        {
            ["stem"] = new Sequential(new SquaredScale(2), new Sequential()),
            ["weight"] = new Parameter(Tensor.Ones(1)),
            ["head"] = new SquaredScale(3),
        };
        Assert.Equal(
            """
            Tree(
              (stem): Sequential(
                (0): SquaredScale(size=2)
                (1): Sequential()
              )
              (head): SquaredScale(size=3)
            )
            """.ReplaceLineEndings("\n"),
            net.ToString());
    }

    [Fact]
    public void EmptyContainer() => Assert.Equal("Sequential()", new Sequential().ToString());
}

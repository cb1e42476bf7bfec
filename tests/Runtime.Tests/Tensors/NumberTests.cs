namespace NnGen.Tests.Tensors;

/// <summary>Numbers beside tensors of integers are exact.</summary>
public class NumberTests
{
    private const long Large = (1L << 53) + 1;

    [Fact]
    public void Arithmetic_of_longs_is_exact_beyond_doubles()
    {
        var x = Tensor<long>.From([1L, Large]);
        Assert.Equal([Large + 1, 2 * Large], (x + Large).ToArray());
        Assert.Equal([1 - Large, 0L], (x - Large).ToArray());
        Assert.Equal([Large - 1, 0L], (Large - x).ToArray());
        Assert.Equal([3L, 3 * Large], (x * 3).ToArray());
        Assert.Equal([1L, 0L], (x % Large).ToArray());
        Assert.Equal([Large + 1, 2 * Large], x.Clone().Add_(Large).ToArray());
    }

    [Fact]
    public void Comparisons_of_longs_are_exact_beyond_doubles()
    {
        var x = Tensor<long>.From([Large - 1, Large, Large + 1]);
        Assert.Equal([false, true, false], x.Eq(Large).ToArray());
        Assert.Equal([true, false, false], x.Lt(Large).ToArray());
        Assert.Equal([false, true, true], x.Ge(Large).ToArray());
    }

    [Fact]
    public void Fractions_stay_with_doubles()
        => Assert.Equal([1.5, 2.25], (Tensor<double>.From([1.0, 1.75]) + 0.5).ToArray());
}

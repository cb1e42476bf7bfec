using NnGen;

namespace Programs.Shapes.RunTimeIndices;

// Indices that only a call knows, alone and among ranges, and indices that binding computes.
[Module]
public partial class RunTimeIndices
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, T, 4")] Tensor x, Tensor<long> chosen)
    {
        var h = fc.Forward(x);
        var middle = x.Shape[1] / 2;
        var sum = h[.., middle] * 2 + h[.., ^middle] + h[.., (middle - 1)..(middle + 1)].Sum(1);
        for (var i = 0; i < chosen.Shape[0]; i++)
        {
            var k = (int)chosen[i].Item();
            sum = sum + h[.., k] * (i + 1) + h[0, Tensor.Ellipsis, k].Sum() + h[k % 2, 1.., ^1].Mean() + h[.., ^(k + 1), k].Unsqueeze(1);
        }

        return sum;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new RunTimeIndices(), n => [Tensor.Randn(n, 6, 4), Tensor<long>.From([1L, 0, 3, 2, 2, 0, 1, 3, 0, 1], 10)]);
}

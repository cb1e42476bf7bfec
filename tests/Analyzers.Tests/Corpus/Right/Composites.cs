public static class Helpers
{
    [Differentiable]
    public static Tensor Squash(this Tensor x, Tensor weight, float scale = 2f) => Half(x * scale) * weight;

    private static Tensor Half(Tensor x) => (x / 2f).Tanh();
}

public static class Sizes
{
    [Differentiable]
    public static Tensor Center(this Tensor x, int dim, Tensor? weight = null, bool isScaled = false)
    {
        if (x.Rank < 2)
            throw new System.ArgumentException("There are too few dims.");
        var y = x - x.Sum(dim, keepDim: true) / x.Size(dim);
        if (isScaled)
            y = y / x.Size(dim);
        return weight is null ? y : y * weight;
    }
}

public static class Helpers
{
    [Differentiable]
    public static Tensor Squash(this Tensor x, Tensor weight, float scale = 2f) => Half(x * scale) * weight;

    private static Tensor Half(Tensor x) => (x / 2f).Tanh();
}

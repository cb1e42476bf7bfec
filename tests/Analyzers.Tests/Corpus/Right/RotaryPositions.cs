[Module]
public partial class Rotary(int heads, int headDim, int length)
{
    [Buffer(Persistent = false)] private readonly Tensor cos = Tensor.Ones(length, headDim);
    [Buffer(Persistent = false)] private readonly Tensor sin = Tensor.Zeros(length, headDim);

    public Tensor Forward([Shape("B, heads, T, headDim")] Tensor x)
    {
        var t = x.Size(2);
        return x * cos[..t] + Rotate(x) * sin[..t];
    }

    private static Tensor Rotate(Tensor x)
    {
        var half = x.Size(-1) / 2;
        return F.Cat([-x[.., .., .., half..], x[.., .., .., ..half]], -1);
    }
}

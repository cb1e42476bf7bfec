[Module]
public partial class Net
{
    private readonly Linear f = new(8, 16);
    public Tensor Forward([Shape("N, T, 8")] Tensor x, [Shape("N, T")] Tensor<bool> mask)
    {
        var h = f.Forward(x);
        var m = mask[.., .., null];
        var a = h[.., null, .., .., null];
        var b = a[.., 0, .., .., 0];
        var c = h[Tensor.Ellipsis, null][.., .., .., 0];
        return (b + c).MaskedFill(m, 0) * x[.., null, 0][.., 0, ..1, null];
    }
}

[Module]
public partial class Affine(int features)
{
    private readonly Parameter scale = new(Tensor.Ones(features));
    private readonly Parameter shift = new(Tensor.Zeros(features));
    [Buffer] private readonly Tensor mean = Tensor.Zeros(features);

    public Tensor Forward([Shape("*B, features")] Tensor x) => (x - mean) * scale + shift;
}

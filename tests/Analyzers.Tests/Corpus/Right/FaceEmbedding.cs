[Module]
public partial class ArcFace(int features, int people)
{
    private readonly Parameter weight = new(Tensor.Randn(people, features));

    public Tensor Forward([Shape("N, features")] Tensor x, [Shape("N")] Tensor<long> labels)
    {
        var cosine = F.Linear(F.Normalize(x, dim: 1), F.Normalize(weight, dim: 1)).Clamp(-0.999, 0.999);
        var sine = (1 - cosine.Square()).Sqrt();
        var shifted = cosine * Math.Cos(0.5) - sine * Math.Sin(0.5);
        var own = F.OneHot(labels, people).Float();
        return F.CrossEntropy(64 * (own * shifted + (1 - own) * cosine), labels);
    }
}

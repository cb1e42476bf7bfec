using NnGen.CompilerServices;

namespace NnGen;

/// <summary>A weight as length times direction, w = g v / ‖v‖ (Salimans and Kingma 2016): the originals are g and v.</summary>
/// <param name="dim">The dim along which each slice has a length of its own; null: the whole weight has one.</param>
internal sealed class WeightNormParametrization(int? dim) : Parametrization
{
    /// <inheritdoc/>
    public override bool HasSeveralOriginals => true;

    /// <inheritdoc/>
    public override Tensor Compute(IReadOnlyList<Tensor> originals, bool training)
        => originals[1] * (originals[0] / NormExceptDim(originals[1]));

    /// <inheritdoc/>
    public override Tensor[] RightInverse(Tensor value) => [NormExceptDim(value), value];

    /// <inheritdoc/>
    public override void VisitAsHook(MemberVisitor visitor, string key, IReadOnlyList<Parameter> originals)
    {
        visitor.Parameter(key + "_g", originals[0]);
        visitor.Parameter(key + "_v", originals[1]);
    }

    /// <summary>The Euclidean norm over all dims but the one: torch.norm_except_dim.</summary>
    private Tensor NormExceptDim(Tensor value)
    {
        if (dim is not { } kept)
            return value.Norm();
        int[] others = [.. Enumerable.Range(0, value.Rank).Where(d => d != (kept < 0 ? kept + value.Rank : kept))];
        return others.Length == 0 ? value.Abs() : value.Norm(2, others, keepDim: true);
    }
}

namespace NnGen;

/// <summary>Inserts a dim of size 1.</summary>
[Op("x: any[*S] -> y: any[unsqueeze(*S, dim)]", IsView = true)]
public static partial class UnsqueezeOp
{
    /// <summary>Inserts a dim of size 1, sharing memory.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">Where it stands in the result.</param>
    public static partial Tensor Apply(Tensor x, int dim);
}

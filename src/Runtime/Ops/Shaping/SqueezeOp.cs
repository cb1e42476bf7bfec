namespace NnGen;

/// <summary>Drops dims of size 1.</summary>
[Op("x: any[*S] -> y: any[squeeze(*S, dim)]", IsView = true)]
public static partial class SqueezeOp
{
    /// <summary>Drops those of the named dims that have size 1, sharing memory.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims. Default: every dim of size 1.</param>
    public static partial Tensor Apply(Tensor x, int[]? dim = null);
}

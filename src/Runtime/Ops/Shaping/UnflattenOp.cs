namespace NnGen;

/// <summary>One dim taken apart into several.</summary>
[Op("x: *S -> y: unflatten(*S, dim, sizes)", IsView = true)]
public static partial class UnflattenOp
{
    /// <summary>Takes a dim apart, sharing memory.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim, counted from the end where negative.</param>
    /// <param name="sizes">What it becomes; one size may be -1, which is then computed.</param>
    public static partial Tensor Apply(Tensor x, int dim, Sizes sizes);
}

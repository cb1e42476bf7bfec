namespace NnGen;

/// <summary>A copy through which no gradient flows, made where it stands: of a buffer that is about to change.</summary>
[Op("x: *S -> y: *S", IsDifferentiable = false)]
public static partial class SnapshotOp
{
    /// <summary>The result.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => x.CopyTo(y);
}

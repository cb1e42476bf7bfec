namespace NnGen;

/// <summary>A copy through which no gradient flows, made where it stands: of a buffer that is about to change.</summary>
[Op("x: any[*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class SnapshotOp
{
    /// <summary>The result.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged
        => x.CopyTo(y);
}

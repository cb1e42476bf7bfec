namespace NnGen;

/// <summary>The elements of another tensor of the same shape.</summary>
[Op("x: any[*S]; other: any[*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class CopyElementsOp
{
    /// <summary>The result.</summary>
    public static void Forward<T>(ReadOnlySpan<T> other, Span<T> y)
        where T : unmanaged
        => other.CopyTo(y);
}

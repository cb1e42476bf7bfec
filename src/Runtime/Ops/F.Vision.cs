namespace NnGen;

public static partial class F
{
    /// <summary>Images, sequences or volumes at another size, by the nearest element: <paramref name="size"/> or <paramref name="scaleFactor"/> says which.</summary>
    /// <param name="input">Shape <c>N, C</c> and one to three dims.</param>
    /// <param name="size">Sizes of those dims: a number for all, or one for each. Default: none.</param>
    /// <param name="scaleFactor">Whole factors of those dims: a number for all, or one for each. Default: none.</param>
    /// <returns>The input's shape with other sizes.</returns>
    /// <exception cref="ShapeException">Neither size nor factor is given, or the rank is not 3 to 5.</exception>
    /// <exception cref="ArgumentException">Both are given, or not one for each dim.</exception>
    [Lowers(typeof(InterpolateNearestOp))]
    public static Tensor Interpolate(Tensor input, Sizes? size = null, Sizes? scaleFactor = null)
        => InterpolateNearestOp.Apply(input, size, scaleFactor);
}

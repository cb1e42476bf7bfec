namespace NnGen;

/// <summary>Another shape of as many elements.</summary>
[Op("x: any[*S] -> y: any[reshape(*S, shape)]", IsView = true)]
public static partial class ReshapeOp
{
    /// <summary>Gives the elements another shape, sharing memory.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="shape">The sizes; one of them may be -1, which is then computed.</param>
    public static partial Tensor Apply(Tensor x, int[] shape);
}

namespace NnGen;

/// <summary>Joins a range of dims into one.</summary>
[Op("x: any[*S] -> y: any[flatten(*S, startDim, endDim)]", IsView = true)]
public static partial class FlattenOp
{
    /// <summary>Joins a range of dims into one, sharing memory.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="startDim">The first of them.</param>
    /// <param name="endDim">The last of them.</param>
    public static partial Tensor Apply(Tensor x, int startDim = 0, int endDim = -1);
}

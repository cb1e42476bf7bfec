namespace NnGen.Kernels;

/// <summary>Where in a grid the elements of a window along one dim are read, seen from the place that is computed.</summary>
/// <param name="Axis">The window.</param>
/// <param name="Place">Which elements of the input are computed, modulo the stride; -1 where it is the output.</param>
internal readonly record struct Taps(WindowAxis Axis, int Place)
{
    /// <summary>Those of the output, which reads the input.</summary>
    public static Taps OfInput(WindowAxis axis) => new(axis, -1);

    /// <summary>The cell under an element of the window at place 0.</summary>
    /// <returns>False where the element does not meet these places.</returns>
    public bool TryGet(int element, out int phase, out int cell)
    {
        var at = Place < 0 ? Axis.At(0, element) : Place - Axis.At(0, element);
        cell = GridAxis.FloorDivide(at, Axis.Stride);
        phase = at - (cell * Axis.Stride);
        return Place < 0 || phase == 0;
    }
}

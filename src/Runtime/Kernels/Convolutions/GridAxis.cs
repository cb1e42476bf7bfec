namespace NnGen.Kernels;

/// <summary>One dim of a <see cref="Grid"/>.</summary>
/// <param name="Size">Elements of the image.</param>
/// <param name="Phases">Into how many stretches they fall: every so-manieth element lies in one of them.</param>
/// <param name="Outputs">How many places are computed.</param>
/// <param name="Low">The first cell that the place 0 reads, less than 0 in the padding.</param>
/// <param name="High">The last cell that it reads.</param>
internal readonly record struct GridAxis(int Size, int Phases, int Outputs, int Low, int High)
{
    /// <summary>Cells of a stretch: its elements, then zeros enough for the padding behind them and in front of the next.</summary>
    public int Cells
    {
        get
        {
            var data = (Size + Phases - 1) / Phases;
            return Math.Max(data + Math.Max(0, Math.Max(-Low, Outputs + High - data)), Outputs);
        }
    }

    /// <summary>The same with zeros enough for stretches of whole cache lines.</summary>
    public GridAxis WithAlignedCells()
    {
        const int line = 16;
        var data = (Size + Phases - 1) / Phases;
        return this with { Low = Math.Min(Low, data - ((Cells + line - 1) / line * line)) };
    }

    /// <summary>The input as the windows read it.</summary>
    public static GridAxis OfInput(WindowAxis axis)
        => new(axis.Input, axis.Stride, axis.Output, FloorDivide(axis.At(0, 0), axis.Stride), FloorDivide(axis.At(0, axis.Kernel - 1), axis.Stride));

    /// <summary>The output as the gradient of the input reads it, for each element of the input modulo the stride.</summary>
    public static GridAxis OfOutput(WindowAxis axis)
        => new(
            axis.Output,
            1,
            (axis.Input + axis.Stride - 1) / axis.Stride,
            FloorDivide(-axis.At(0, axis.Kernel - 1), axis.Stride),
            FloorDivide(axis.Stride - 1 - axis.At(0, 0), axis.Stride));

    /// <summary>Elements of one stretch.</summary>
    public int Elements(int phase) => Math.Max(0, (Size - phase + Phases - 1) / Phases);

    /// <summary>The quotient rounded down.</summary>
    public static int FloorDivide(int a, int b) => (a / b) - (a % b < 0 ? 1 : 0);
}

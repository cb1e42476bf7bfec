namespace NnGen.Kernels;

/// <summary>The places of one dim that are computed together: every <paramref name="Step"/>th from <paramref name="Start"/>.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Start">The first.</param>
/// <param name="Step">Their distance.</param>
/// <param name="Size">Elements of the image that is written.</param>
internal readonly record struct LatticeAxis(int Count, int Start, int Step, int Size)
{
    /// <summary>All places of the output.</summary>
    public static LatticeAxis OfOutput(WindowAxis axis) => new(axis.Output, 0, 1, axis.Output);

    /// <summary>Some of the input, modulo the stride.</summary>
    public static LatticeAxis OfInput(WindowAxis axis, int place) => new(Math.Max(0, (axis.Input - place + axis.Stride - 1) / axis.Stride), place, axis.Stride, axis.Input);
}

/// <summary>Where in images the places of a grid are written.</summary>
/// <param name="Planes">The depth.</param>
/// <param name="Rows">The height.</param>
/// <param name="Columns">The width.</param>
/// <param name="SampleStep">Distance of two samples.</param>
internal readonly record struct Lattice(LatticeAxis Planes, LatticeAxis Rows, LatticeAxis Columns, nint SampleStep)
{
    /// <summary>Elements of a channel.</summary>
    public int ChannelStep => Planes.Size * Rows.Size * Columns.Size;

    /// <summary>Places of a sample.</summary>
    public int Count => Planes.Count * Rows.Count * Columns.Count;

    /// <summary>Where the first column of a row is written.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="plane">The plane.</param>
    /// <param name="row">The row.</param>
    public nint Row(int sample, int plane, int row)
        => (sample * SampleStep)
            + ((((nint)(Planes.Start + (plane * Planes.Step)) * Rows.Size) + Rows.Start + (row * Rows.Step)) * Columns.Size)
            + Columns.Start;
}

namespace NnGen.Kernels;

/// <summary>Patches of images written out as columns, [N, C·Kh·Kw, L], and added up again.</summary>
/// <param name="Samples">How many images there are.</param>
/// <param name="Channels">Their channels.</param>
/// <param name="Rows">The patches along the height.</param>
/// <param name="Columns">Along the width.</param>
internal readonly unsafe record struct Patches(int Samples, int Channels, WindowAxis Rows, WindowAxis Columns)
{
    /// <summary>How many patches there are in an image.</summary>
    public int Count => Rows.Output * Columns.Output;

    private int ImageSize => Channels * Rows.Input * Columns.Input;

    private int ColumnsSize => Channels * Rows.Kernel * Columns.Kernel * Count;

    /// <summary>How the patches lie in an image.</summary>
    /// <param name="image">[N, C, H, W] or [C, H, W].</param>
    /// <param name="kernel">Size of a patch.</param>
    /// <param name="dilation">Distance of two elements of a patch.</param>
    /// <param name="padding">Zeros on each side.</param>
    /// <param name="stride">Distance of two patches.</param>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    public static Patches Of(Shape image, Size2D kernel, Size2D dilation, Padding2D padding, Size2D stride)
    {
        if (padding.IsSame)
            throw new ArgumentException("patches take padding as numbers only");
        var rows = Axis(image[^2], kernel.Height, dilation.Height, padding.Height, stride.Height);
        var columns = Axis(image[^1], kernel.Width, dilation.Width, padding.Width, stride.Width);
        return new Patches(image.Rank == 4 ? image[0] : 1, image[^3], rows, columns);
    }

    /// <summary>Writes the patches out.</summary>
    public void Read(ReadOnlySpan<float> images, Gradient columns)
    {
        if (!columns.IsWanted)
            return;
        images.Check(Samples * ImageSize);
        columns.Span.Check(Samples * ColumnsSize);
        using var scratch = Scratch.Rent(ColumnsSize);
        fixed (float* source = images)
        {
            for (var sample = 0; sample < Samples; sample++)
            {
                Move<ReadPatches>(source + ((nint)sample * ImageSize), scratch.Pointer);
                new Gradient(columns.Span.Slice(sample * ColumnsSize, ColumnsSize), columns.Accumulate).Write(scratch.Span(ColumnsSize));
            }
        }
    }

    /// <summary>Adds the patches up where they lie.</summary>
    public void Add(ReadOnlySpan<float> columns, Gradient images)
    {
        if (!images.IsWanted)
            return;
        columns.Check(Samples * ColumnsSize);
        images.Span.Check(Samples * ImageSize);
        if (!images.Accumulate)
            images.Span.Clear();
        fixed (float* source = columns, target = images.Span)
        {
            for (var sample = 0; sample < Samples; sample++)
                Move<AddPatches>(target + ((nint)sample * ImageSize), source + ((nint)sample * ColumnsSize));
        }
    }

    /// <summary>Moves between an image and its columns: one element of all patches is a row of these.</summary>
    private void Move<TMove>(float* image, float* columns)
        where TMove : struct, IPatchMove
    {
        for (var channel = 0; channel < Channels; channel++)
        {
            for (var row = 0; row < Rows.Kernel; row++)
            {
                for (var column = 0; column < Columns.Kernel; column++)
                {
                    Move<TMove>(image, row, column, columns);
                    columns += Count;
                }
            }

            image += (nint)Rows.Input * Columns.Input;
        }
    }

    private void Move<TMove>(float* channel, int row, int column, float* columns)
        where TMove : struct, IPatchMove
    {
        var (start, end) = Columns.Inside(column);
        for (var patch = 0; patch < Rows.Output; patch++, columns += Columns.Output)
        {
            var at = Rows.At(patch, row);
            if ((uint)at >= (uint)Rows.Input || end <= start)
            {
                TMove.Zeros(columns, Columns.Output);
                continue;
            }

            TMove.Zeros(columns, start);
            TMove.Move(channel + ((nint)at * Columns.Input) + Columns.At(start, column), Columns.Stride, columns + start, end - start);
            TMove.Zeros(columns + end, Columns.Output - end);
        }
    }

    private static WindowAxis Axis(int input, int kernel, int dilation, int padding, int stride)
    {
        if (kernel < 1)
            throw new ArgumentException($"kernel size should be greater than zero, but got {kernel}");
        new WindowAxis(input, 0, kernel, stride, padding, dilation).Validate(PaddingMode.Zeros);
        var output = ((input + (2 * padding) - (dilation * (kernel - 1)) - 1) / stride) + 1;
        return new WindowAxis(input, output, kernel, stride, padding, dilation);
    }
}

namespace NnGen.Kernels;

/// <summary>Patches of images written out as columns, [N, C·Kh·Kw, L], and added up again.</summary>
internal static unsafe class Patches
{
    /// <summary>How the patches lie in an image.</summary>
    /// <param name="image">[N, C, H, W] or [C, H, W].</param>
    /// <param name="kernel">Size of a patch.</param>
    /// <param name="dilation">Distance of two elements of a patch.</param>
    /// <param name="padding">Zeros on each side.</param>
    /// <param name="stride">Distance of two patches.</param>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    public static Convolution Of(Shape image, Size2D kernel, Size2D dilation, Padding2D padding, Size2D stride)
    {
        if (padding.IsSame)
            throw new ArgumentException("patches take padding as numbers only");
        var rows = Axis(image[^2], kernel.Height, dilation.Height, padding.Height, stride.Height);
        var columns = Axis(image[^1], kernel.Width, dilation.Width, padding.Width, stride.Width);
        return new Convolution(image.Rank == 4 ? image[0] : 1, 1, image[^3], 0, WindowAxis.Single, rows, columns, PaddingMode.Zeros);
    }

    /// <summary>Writes the patches out.</summary>
    public static void Read(in Convolution patches, ReadOnlySpan<float> images, Gradient columns)
    {
        if (!columns.IsWanted)
            return;
        var (image, column) = (patches.InChannels * patches.InputSize, patches.Window * patches.OutputSize);
        images.Check(patches.Batch * image);
        columns.Span.Check(patches.Batch * column);
        using var scratch = Scratch.Rent(column);
        fixed (float* source = images)
        {
            for (var sample = 0; sample < patches.Batch; sample++)
            {
                ColumnTile.Run<ReadColumns>(patches, source + ((nint)sample * image), scratch.Pointer, 0, patches.OutputSize);
                new Gradient(columns.Span.Slice(sample * column, column), columns.Accumulate).Write(scratch.Span(column));
            }
        }
    }

    /// <summary>Adds the patches up where they lie.</summary>
    public static void Add(in Convolution patches, ReadOnlySpan<float> columns, Gradient images)
    {
        if (!images.IsWanted)
            return;
        var (image, column) = (patches.InChannels * patches.InputSize, patches.Window * patches.OutputSize);
        columns.Check(patches.Batch * column);
        images.Span.Check(patches.Batch * image);
        if (!images.Accumulate)
            images.Span.Clear();
        fixed (float* source = columns, target = images.Span)
        {
            for (var sample = 0; sample < patches.Batch; sample++)
                ColumnTile.Run<AddColumns>(patches, target + ((nint)sample * image), source + ((nint)sample * column), 0, patches.OutputSize);
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

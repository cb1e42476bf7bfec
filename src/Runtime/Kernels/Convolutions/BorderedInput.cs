namespace NnGen.Kernels;

/// <summary>The input of a convolution with its borders written out, where these are no zeros.</summary>
internal readonly ref struct BorderedInput
{
    private readonly Convolution _original;
    private readonly bool _isNeeded;

    /// <param name="convolution">The convolution.</param>
    public BorderedInput(in Convolution convolution)
    {
        _original = convolution;
        _isNeeded = convolution.Mode != PaddingMode.Zeros;
        Convolution = _isNeeded
            ? convolution with { Mode = PaddingMode.Zeros, Planes = Whole(convolution.Planes), Rows = Whole(convolution.Rows), Columns = Whole(convolution.Columns) }
            : convolution;
    }

    /// <summary>The convolution of the input with its borders.</summary>
    public Convolution Convolution { get; }

    /// <summary>Floats of that input; 0 where the input itself is read.</summary>
    public int Length => _isNeeded ? Convolution.Batch * Convolution.InChannels * Convolution.InputSize : 0;

    /// <summary>The input with its borders.</summary>
    public ReadOnlySpan<float> Read(ReadOnlySpan<float> x, in Scratch scratch)
    {
        if (!_isNeeded)
            return x;
        var target = scratch.Span(Length);
        Borders.Forward(x, target, Dims(_original, stackalloc int[5]), Dims(Convolution, stackalloc int[5]), Sides(stackalloc int[6]), _original.Mode, 0);
        return target;
    }

    /// <summary>Where its gradient is computed.</summary>
    public Gradient Gradient(Gradient dx, in Scratch scratch) => _isNeeded ? new Gradient(scratch.Span(Length), accumulate: false) : dx;

    /// <summary>Adds the gradient of the borders to the elements that stand there.</summary>
    public void Write(Gradient gradient, Gradient dx)
    {
        if (_isNeeded)
            Borders.Backward(gradient.Span, dx, Dims(_original, stackalloc int[5]), Dims(Convolution, stackalloc int[5]), Sides(stackalloc int[6]), _original.Mode);
    }

    private static WindowAxis Whole(WindowAxis axis) => axis with { Input = axis.Before + axis.Input + After(axis), Before = 0 };

    private static int After(WindowAxis axis) => Math.Max(0, axis.At(axis.Output - 1, axis.Kernel - 1) - (axis.Input - 1));

    private static ReadOnlySpan<int> Dims(in Convolution c, Span<int> dims)
    {
        (dims[0], dims[1], dims[2], dims[3], dims[4]) = (c.Batch, c.InChannels, c.Planes.Input, c.Rows.Input, c.Columns.Input);
        return dims;
    }

    private ReadOnlySpan<int> Sides(Span<int> sides)
    {
        var axes = (_original.Columns, _original.Rows, _original.Planes);
        (sides[0], sides[2], sides[4]) = (axes.Columns.Before, axes.Rows.Before, axes.Planes.Before);
        (sides[1], sides[3], sides[5]) = (After(axes.Columns), After(axes.Rows), After(axes.Planes));
        return sides;
    }
}

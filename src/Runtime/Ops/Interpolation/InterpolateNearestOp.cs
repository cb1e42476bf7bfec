using NnGen.Kernels;

namespace NnGen;

/// <summary>Images, sequences or volumes at another size, by the nearest element. The size is given, or a whole factor of each dim.</summary>
[Op("""
    input: N, C, W -> y: N, C, size[0]
    | input: N, C, W -> y: N, C, W*scaleFactor[0]
    | input: N, C, H, W -> y: N, C, size[0], size[1]
    | input: N, C, H, W -> y: N, C, H*scaleFactor[0], W*scaleFactor[1]
    | input: N, C, D, H, W -> y: N, C, size[0], size[1], size[2]
    | input: N, C, D, H, W -> y: N, C, D*scaleFactor[0], H*scaleFactor[1], W*scaleFactor[2]
    """)]
public static partial class InterpolateNearestOp
{
    /// <summary>Copies elements.</summary>
    /// <param name="input">The input.</param>
    /// <param name="y">The result.</param>
    /// <param name="inputShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="size">Sizes of the result's dims after the channels.</param>
    /// <param name="scaleFactor">Factors of the input's dims after the channels.</param>
    /// <exception cref="ArgumentException">There are both sizes and factors, or not one for each dim.</exception>
    public static void Forward(ReadOnlySpan<float> input, Span<float> y, Shape inputShape, Shape yShape, Sizes? size = null, Sizes? scaleFactor = null)
    {
        if (size is not null && scaleFactor is not null)
            throw new ArgumentException("only one of size or scale_factor should be defined", nameof(scaleFactor));
        if ((size ?? scaleFactor) is { Items.Length: > 1 } given && given.Items.Length != inputShape.Rank - 2)
            throw new ArgumentException($"There are {given.Items.Length} sizes or factors for an input of shape {inputShape}.", nameof(size));
        var grid = new NearestGrid(inputShape, yShape);
        for (var row = 0; row < grid.Rows; row++)
        {
            var source = input.Slice(grid.SourceOf(row), grid.Width);
            var target = y.Slice(row * grid.ResultWidth, grid.ResultWidth);
            for (var i = 0; i < target.Length; i++)
                target[i] = source[grid.ColumnOf(i)];
        }
    }

    /// <summary>Adds each gradient to the element that was copied.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dinput, Shape inputShape, Shape yShape)
    {
        if (!dinput.IsWanted)
            return;
        if (!dinput.Accumulate)
            dinput.Span.Clear();
        var grid = new NearestGrid(inputShape, yShape);
        for (var row = 0; row < grid.Rows; row++)
        {
            var source = dinput.Span.Slice(grid.SourceOf(row), grid.Width);
            var target = dy.Slice(row * grid.ResultWidth, grid.ResultWidth);
            for (var i = 0; i < target.Length; i++)
                source[grid.ColumnOf(i)] += target[i];
        }
    }
}

namespace NnGen.Kernels;

/// <summary>
/// Recurrent layers on top of each other, each in one or two directions, with dropout between them. What the backward pass needs
/// lies in one piece of memory: for each layer and direction the gates, the cell states and the states before a projection, then
/// the results of all layers but the last.
/// </summary>
internal static class RecurrentStack<TCell>
    where TCell : struct, IRecurrentCell
{
    /// <summary>Computes the results.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="dropout">Dropout between layers; its probability is 0 in evaluation.</param>
    /// <param name="weights">The weights of all layers and directions.</param>
    /// <param name="x">The sequences.</param>
    /// <param name="h0">The first hidden states of all layers and directions, or absent.</param>
    /// <param name="c0">The first cell states, or absent.</param>
    /// <param name="y">The hidden states of the last layer.</param>
    /// <param name="hn">The last hidden states of all layers and directions.</param>
    /// <param name="cn">The last cell states; empty for a cell without them.</param>
    /// <param name="reserve">What the backward pass needs: at least <see cref="ReserveLength"/>.</param>
    /// <exception cref="ArgumentException">The sequences are empty, or the weights do not fit.</exception>
    public static void Forward(
        RecurrentSizes sizes,
        LayerDropout dropout,
        TensorSpans weights,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> h0,
        ReadOnlySpan<float> c0,
        Span<float> y,
        Span<float> hn,
        Span<float> cn,
        Span<float> reserve)
    {
        if (sizes.Steps == 0)
            throw new ArgumentException("Expected sequence length to be larger than 0 in RNN", nameof(x));
        LayerWeights.Check(weights, sizes, TCell.Gates);
        using var scratch = Scratch.Rent(Math.Max(1, sizes.Rows * sizes.Width));
        var dropped = scratch.Span(sizes.Rows * sizes.Width);
        for (var layer = 0; layer < sizes.Layers; layer++)
        {
            var input = Input(sizes, dropout, x, reserve, layer, dropped);
            var result = Result(sizes, y, reserve, layer);
            for (var direction = 0; direction < sizes.Directions; direction++)
            {
                var stack = (layer * sizes.Directions) + direction;
                var states = States(sizes, input, h0, c0, result, reserve, stack);
                RecurrentLayer<TCell>.Forward(
                    sizes,
                    sizes.FeaturesOf(layer),
                    direction == 1,
                    LayerWeights.Of(weights, sizes, stack),
                    states,
                    Part(hn, sizes.Batch * sizes.Output, stack),
                    TCell.HasCellState ? Part(cn, sizes.Batch * sizes.Hidden, stack) : default);
            }
        }
    }

    /// <summary>Computes the gradients, from the last layer to the first.</summary>
    /// <inheritdoc cref="Forward"/>
    /// <param name="dy">The gradient of <paramref name="y"/>; absent where there is none.</param>
    /// <param name="dhn">The gradient of the last hidden states; absent where there is none.</param>
    /// <param name="dcn">The gradient of the last cell states; absent where there is none.</param>
    /// <param name="dx">Where the gradient of the sequences goes.</param>
    /// <param name="dh0">Where that of the first hidden states goes.</param>
    /// <param name="dc0">Where that of the first cell states goes.</param>
    /// <param name="dweights">Where those of the weights go.</param>
    public static void Backward(
        RecurrentSizes sizes,
        LayerDropout dropout,
        TensorSpans weights,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> h0,
        ReadOnlySpan<float> c0,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> reserve,
        ReadOnlySpan<float> dy,
        ReadOnlySpan<float> dhn,
        ReadOnlySpan<float> dcn,
        Gradient dx,
        Gradient dh0,
        Gradient dc0,
        GradientSpans dweights)
    {
        var length = sizes.Rows * sizes.Width;
        using var scratch = Scratch.Rent(Math.Max(1, 3L * length));
        var dropped = scratch.Span(3 * length)[..length];
        var gradients = scratch.Span(3 * length)[length..];
        var dresult = dy;
        var results = LayerStates.Written(y);
        var kept = LayerStates.Written(reserve);
        for (var layer = sizes.Layers - 1; layer >= 0; layer--)
        {
            var input = Input(sizes, dropout, x, kept, layer, dropped);
            var result = Result(sizes, results, kept, layer);
            var below = gradients.Slice(layer % 2 * length, length);
            var dinput = layer == 0 ? dx : new Gradient(below, accumulate: false);
            for (var direction = 0; direction < sizes.Directions; direction++)
            {
                var stack = (layer * sizes.Directions) + direction;
                var (hidden, cell) = (sizes.Batch * sizes.Output, sizes.Batch * sizes.Hidden);
                var from = new LayerStateGradients
                {
                    Y = dresult.IsAbsent() ? default : dresult[(direction * sizes.Output)..],
                    LastHidden = Part(dhn, hidden, stack),
                    LastCell = Part(dcn, cell, stack),
                    X = direction == 0 ? dinput : dinput.Next,
                    FirstHidden = Part(dh0, hidden, stack),
                    FirstCell = Part(dc0, cell, stack),
                };
                RecurrentLayer<TCell>.Backward(
                    sizes,
                    sizes.FeaturesOf(layer),
                    direction == 1,
                    LayerWeights.Of(weights, sizes, stack),
                    States(sizes, input, h0, c0, result, kept, stack),
                    from,
                    LayerGradients.Of(dweights, weights.Count, sizes, stack));
            }

            if (layer > 0)
                dropout.Apply(sizes, layer - 1, below, below);
            dresult = below;
        }
    }

    /// <summary>Elements that each unit of a row keeps, and the results of all layers but the last.</summary>
    public static int ReserveLength(RecurrentSizes sizes) => ResultStart(sizes, sizes.Layers - 1);

    private static int StackLength(RecurrentSizes sizes)
        => checked(sizes.Rows * sizes.Hidden * (RecurrentLayer<TCell>.Blocks + (TCell.HasCellState ? 1 : 0) + (sizes.HasProjection ? 1 : 0)));

    private static int ResultStart(RecurrentSizes sizes, int layer)
        => checked((sizes.Layers * sizes.Directions * StackLength(sizes)) + (layer * sizes.Rows * sizes.Width));

    /// <summary>What a layer takes: the sequences, or the results of the layer below after dropout.</summary>
    private static ReadOnlySpan<float> Input(
        RecurrentSizes sizes, LayerDropout dropout, ReadOnlySpan<float> x, Span<float> reserve, int layer, Span<float> dropped)
    {
        if (layer == 0)
            return x;
        var below = Result(sizes, default, reserve, layer - 1);
        if (!dropout.IsActive)
            return below;
        dropout.Apply(sizes, layer - 1, below, dropped);
        return dropped;
    }

    private static Span<float> Result(RecurrentSizes sizes, Span<float> y, Span<float> reserve, int layer)
        => layer == sizes.Layers - 1 ? y : reserve.Slice(ResultStart(sizes, layer), sizes.Rows * sizes.Width);

    private static LayerStates States(
        RecurrentSizes sizes,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> h0,
        ReadOnlySpan<float> c0,
        Span<float> result,
        Span<float> reserve,
        int stack)
    {
        var units = sizes.Rows * sizes.Hidden;
        var kept = reserve.Slice(stack * StackLength(sizes), StackLength(sizes));
        var gates = units * RecurrentLayer<TCell>.Blocks;
        return new LayerStates
        {
            X = input,
            FirstHidden = Part(h0, sizes.Batch * sizes.Output, stack),
            FirstCell = Part(c0, sizes.Batch * sizes.Hidden, stack),
            Y = result[(stack % sizes.Directions * sizes.Output)..],
            Gates = kept[..gates],
            Cells = TCell.HasCellState ? kept.Slice(gates, units) : default,
            Raw = sizes.HasProjection ? kept[^units..] : default,
        };
    }

    private static ReadOnlySpan<float> Part(ReadOnlySpan<float> states, int length, int stack)
        => states.IsAbsent() ? default : states.Slice(stack * length, length);

    private static Span<float> Part(Span<float> states, int length, int stack) => states.Slice(stack * length, length);

    private static Gradient Part(Gradient states, int length, int stack)
        => states.IsWanted ? new Gradient(states.Span.Slice(stack * length, length), states.Accumulate) : default;
}

namespace NnGen.Kernels;

/// <summary>The weights of one direction of a recurrent layer, as PyTorch lists them.</summary>
internal readonly ref struct LayerWeights
{
    /// <summary>weight_ih: gates by features.</summary>
    public ReadOnlySpan<float> Input { get; init; }

    /// <summary>weight_hh: gates by features of the hidden state.</summary>
    public ReadOnlySpan<float> Hidden { get; init; }

    /// <summary>bias_ih, or absent.</summary>
    public ReadOnlySpan<float> InputBias { get; init; }

    /// <summary>bias_hh, or absent.</summary>
    public ReadOnlySpan<float> HiddenBias { get; init; }

    /// <summary>weight_hr: projected features by units, or absent.</summary>
    public ReadOnlySpan<float> Projection { get; init; }

    /// <summary>How many tensors each direction of a layer has.</summary>
    public static int CountOf(RecurrentSizes sizes, bool hasBias) => 2 + (hasBias ? 2 : 0) + (sizes.HasProjection ? 1 : 0);

    /// <summary>The weights of one direction of a layer.</summary>
    /// <param name="weights">Those of all layers and directions, in order.</param>
    /// <param name="sizes">Sizes of the stack.</param>
    /// <param name="stack">Number of the layer's direction.</param>
    public static LayerWeights Of(TensorSpans weights, RecurrentSizes sizes, int stack)
    {
        var count = weights.Count / (sizes.Layers * sizes.Directions);
        var hasBias = HasBias(sizes, count);
        var first = stack * count;
        return new LayerWeights
        {
            Input = weights[first],
            Hidden = weights[first + 1],
            InputBias = hasBias ? weights[first + 2] : default,
            HiddenBias = hasBias ? weights[first + 3] : default,
            Projection = sizes.HasProjection ? weights[first + count - 1] : default,
        };
    }

    /// <summary>Refuses a list of tensors that are not the weights of a stack.</summary>
    /// <exception cref="ArgumentException">Their number or a size differs.</exception>
    public static void Check(TensorSpans weights, RecurrentSizes sizes, int gates)
    {
        var stacks = sizes.Layers * sizes.Directions;
        if (weights.Count != stacks * CountOf(sizes, hasBias: false) && weights.Count != stacks * CountOf(sizes, hasBias: true))
            throw new ArgumentException($"{stacks} recurrent layers and directions cannot have {weights.Count} weights.", nameof(weights));
        for (var stack = 0; stack < stacks; stack++)
            Of(weights, sizes, stack).Check(sizes, gates, sizes.FeaturesOf(stack / sizes.Directions));
    }

    /// <summary>Refuses weights that do not have the sizes of a layer.</summary>
    public void Check(RecurrentSizes sizes, int gates, int features)
    {
        Input.Check(gates * sizes.Hidden * features);
        Hidden.Check(gates * sizes.Hidden * sizes.Output);
        if (!InputBias.IsAbsent())
            InputBias.Check(gates * sizes.Hidden);
        if (!HiddenBias.IsAbsent())
            HiddenBias.Check(gates * sizes.Hidden);
        if (sizes.HasProjection)
            Projection.Check(sizes.Output * sizes.Hidden);
    }

    /// <summary>Whether a direction of a layer with that many tensors has biases.</summary>
    public static bool HasBias(RecurrentSizes sizes, int count) => count == CountOf(sizes, hasBias: true);
}

/// <summary>The gradients of the weights of one direction of a recurrent layer.</summary>
internal readonly ref struct LayerGradients
{
    public Gradient Input { get; init; }

    public Gradient Hidden { get; init; }

    public Gradient InputBias { get; init; }

    public Gradient HiddenBias { get; init; }

    public Gradient Projection { get; init; }

    /// <summary>The gradients of one direction of a layer.</summary>
    /// <param name="gradients">Those of all layers and directions, in order.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="sizes">Sizes of the stack.</param>
    /// <param name="stack">Number of the layer's direction.</param>
    public static LayerGradients Of(GradientSpans gradients, int total, RecurrentSizes sizes, int stack)
    {
        var count = total / (sizes.Layers * sizes.Directions);
        var hasBias = LayerWeights.HasBias(sizes, count);
        var first = stack * count;
        return new LayerGradients
        {
            Input = gradients[first],
            Hidden = gradients[first + 1],
            InputBias = hasBias ? gradients[first + 2] : default,
            HiddenBias = hasBias ? gradients[first + 3] : default,
            Projection = sizes.HasProjection ? gradients[first + count - 1] : default,
        };
    }
}

using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>What one direction of a recurrent layer reads and writes besides its weights. It keeps gates and cell states for the backward pass.</summary>
internal readonly ref struct LayerStates
{
    /// <summary>The input: rows by features.</summary>
    public ReadOnlySpan<float> X { get; init; }

    /// <summary>The first hidden states: samples by output; absent: zeros.</summary>
    public ReadOnlySpan<float> FirstHidden { get; init; }

    /// <summary>The first cell states: samples by units; absent: zeros.</summary>
    public ReadOnlySpan<float> FirstCell { get; init; }

    /// <summary>The results, from this direction's first column on; rows lie the layer's width apart.</summary>
    public Span<float> Y { get; init; }

    /// <summary>Gates of all rows.</summary>
    public Span<float> Gates { get; init; }

    /// <summary>Cell states of all rows; empty for a cell without them.</summary>
    public Span<float> Cells { get; init; }

    /// <summary>Hidden states of all rows before they are projected; empty without a projection.</summary>
    public Span<float> Raw { get; init; }

    /// <summary>The same with first states in the order of the samples, zeros where they were absent.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="memory">Room for both states of all samples.</param>
    public LayerStates InOrder(RecurrentSizes sizes, Span<float> memory)
    {
        if (sizes.Order is null && !FirstHidden.IsAbsent())
            return this;
        var hidden = memory[..(sizes.Batch * sizes.Output)];
        var cell = FirstCell.IsAbsent() ? default : memory[hidden.Length..];
        Sort(sizes, FirstHidden, hidden);
        if (!FirstCell.IsAbsent())
            Sort(sizes, FirstCell, cell);
        return this with { FirstHidden = hidden, FirstCell = cell };
    }

    /// <summary>States in the order of the samples; zeros where they are absent.</summary>
    public static void Sort(RecurrentSizes sizes, ReadOnlySpan<float> states, Span<float> target)
    {
        if (states.IsAbsent())
        {
            target.Clear();
            return;
        }

        var width = target.Length / Math.Max(1, sizes.Batch);
        for (var n = 0; n < sizes.Batch; n++)
            states.Slice(sizes.PlaceOf(n) * width, width).CopyTo(target[(n * width)..]);
    }

    /// <summary>Memory that the forward pass wrote, in the form in which both passes name it; the backward pass only reads it.</summary>
    public static Span<float> Written(ReadOnlySpan<float> memory) => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(memory), memory.Length);
}

/// <summary>The gradients that one direction of a recurrent layer starts from, and those of what it read.</summary>
internal readonly ref struct LayerStateGradients
{
    /// <summary>The gradient of the results, laid out as they are; absent: zeros.</summary>
    public ReadOnlySpan<float> Y { get; init; }

    /// <summary>The gradient of the last hidden states; absent: zeros.</summary>
    public ReadOnlySpan<float> LastHidden { get; init; }

    /// <summary>The gradient of the last cell states; absent: zeros.</summary>
    public ReadOnlySpan<float> LastCell { get; init; }

    public Gradient X { get; init; }

    public Gradient FirstHidden { get; init; }

    public Gradient FirstCell { get; init; }
}

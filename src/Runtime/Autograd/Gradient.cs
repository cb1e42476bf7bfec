using System.Numerics.Tensors;

namespace NnGen;

/// <summary>
/// Where an op's Backward writes the gradient of one input. It obeys three states: unwanted (compute nothing), overwrite
/// (the first write) and accumulate (add to what is there).
/// </summary>
public readonly ref struct Gradient
{
    /// <summary>A gradient to be written.</summary>
    /// <param name="span">Its memory, as long as the input.</param>
    /// <param name="accumulate">Whether to add to what is there.</param>
    public Gradient(Span<float> span, bool accumulate)
    {
        Span = span;
        Accumulate = accumulate;
        IsWanted = true;
    }

    /// <summary>A gradient that nobody needs.</summary>
    public static Gradient Unwanted => default;

    /// <summary>Whether anybody needs it. When false, <see cref="Span"/> is empty and nothing may be written.</summary>
    public bool IsWanted { get; }

    /// <summary>True: add to <see cref="Span"/>. False: overwrite it, whatever it holds.</summary>
    public bool Accumulate { get; }

    /// <summary>The memory to be written.</summary>
    public Span<float> Span { get; }

    /// <summary>Writes values that are already computed, or adds them; does nothing where nobody needs them.</summary>
    /// <param name="values">As many as the input has elements.</param>
    public void Write(ReadOnlySpan<float> values)
    {
        if (!IsWanted)
            return;
        if (Accumulate)
            TensorPrimitives.Add(Span, values, Span);
        else
            values.CopyTo(Span);
    }

    /// <summary>The same gradient for a later write, which adds.</summary>
    public Gradient Next => IsWanted ? new Gradient(Span, accumulate: true) : default;

    /// <summary>The same gradient where <paramref name="wanted"/>, else <see cref="Unwanted"/>.</summary>
    public Gradient If(bool wanted) => wanted ? this : default;
}

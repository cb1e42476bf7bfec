namespace NnGen.Kernels;

/// <summary>
/// The part of a recurrent step that follows the matrix products: gates and states of some units of one sample. Gates lie in
/// blocks of <c>hidden</c> elements.
/// </summary>
internal unsafe interface IRecurrentCell
{
    /// <summary>Blocks that the weights give.</summary>
    static abstract int Gates { get; }

    /// <summary>How many of them add the products of input and hidden state. Those of the others stand apart, behind all gates.</summary>
    static abstract int SharedGates { get; }

    /// <summary>Whether there is a cell state beside the hidden state.</summary>
    static abstract bool HasCellState { get; }

    /// <summary>Whether a step passes part of its hidden state on without a product.</summary>
    static abstract bool HasDirectPath { get; }

    /// <summary>Computes the hidden state.</summary>
    /// <param name="gates">The products; replaced by what <see cref="Backward"/> reads.</param>
    /// <param name="hidden">Distance of two blocks.</param>
    /// <param name="mask">Which units there are.</param>
    /// <param name="previous">The hidden state before.</param>
    /// <param name="cell">The cell state before; replaced by the new one.</param>
    static abstract V Forward<V>(float* gates, int hidden, V mask, V previous, ref V cell)
        where V : struct, IVector<V>;

    /// <summary>Computes the gradients of the products, and what of the hidden state's gradient passes on directly.</summary>
    /// <param name="gates">What <see cref="Forward"/> left.</param>
    /// <param name="dgates">The gradients of the products.</param>
    /// <param name="hidden">Distance of two blocks.</param>
    /// <param name="mask">Which units there are.</param>
    /// <param name="previous">The hidden state before.</param>
    /// <param name="previousCell">The cell state before.</param>
    /// <param name="cell">The new cell state.</param>
    /// <param name="dy">The gradient of the hidden state.</param>
    /// <param name="dcell">The gradient of the cell state; replaced by that of the one before.</param>
    static abstract V Backward<V>(float* gates, float* dgates, int hidden, V mask, V previous, V previousCell, V cell, V dy, ref V dcell)
        where V : struct, IVector<V>;
}

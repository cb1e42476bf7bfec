using NnGen.CompilerServices;

namespace NnGen;

public abstract partial class Module
{
    /// <summary>
    /// A table of this module and all below it: the shape of what each gives, its own parameters, how many of them are trainable, and how
    /// many multiply-adds its own products are (linear layers, convolutions, matrix products, attention, recurrent layers; additions of biases and
    /// functions of elements are not counted). Then totals, and the memory of parameters and of a pass. Sizes of a batch stand as the symbol that <c>[Shape]</c> gives them.
    /// Where <c>Forward</c> does not say the shapes of its inputs, or has more symbols than the batch, results are left out.
    /// </summary>
    /// <remarks>
    /// A module that is called several times shows its last result and the sum of its products. Of a branch that only a call decides, all
    /// arms count; a loop of which only a call knows how many turns there are counts as the turns that are bound. Parameters that are shared count once.
    /// Megabytes are 10⁶ bytes.
    /// </remarks>
    public string Summary() => ModuleSummary.OfSymbols(this);

    /// <summary>The same table with the sizes of a batch.</summary>
    /// <param name="batch">How many samples.</param>
    /// <exception cref="ArgumentException">Batch size is not the only one that <c>Forward</c> leaves open: state the shapes of its inputs.</exception>
    /// <exception cref="ShapeException">The module does not fit its own shapes.</exception>
    public string Summary(int batch)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch);
        return ModuleSummary.OfBatch(this, batch);
    }

    /// <summary>The same table for inputs of the given shapes.</summary>
    /// <param name="inputs">Shapes of the inputs of <c>Forward</c>.</param>
    /// <exception cref="ShapeException">They do not fit the module.</exception>
    public string Summary(params Shape[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return ModuleSummary.OfInputs(this, Array.ConvertAll(inputs, shape => (Shape?)shape));
    }

    /// <summary>The same table for the shapes of tensors.</summary>
    /// <param name="inputs">Inputs of <c>Forward</c>, of which only the shapes are used.</param>
    /// <exception cref="ShapeException">They do not fit the module.</exception>
    public string Summary(params TensorBase[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Summary(Array.ConvertAll(inputs, tensor => tensor.Shape));
    }
}

using NnGen.CompilerServices;

namespace NnGen;

public abstract partial class Module
{
    /// <summary>
    /// A table of all modules below this one with the shapes and numbers of their parameters. Shared ones are counted once.
    /// </summary>
    public string Summary() => new ModuleSummary(this, null).ToString();

    /// <summary>The same table with the shape of what each module gives for inputs of the given shapes.</summary>
    /// <param name="inputs">Shapes of the inputs of <c>Forward</c>.</param>
    /// <exception cref="ShapeException">They do not fit the module.</exception>
    public string Summary(params Shape[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new ModuleSummary(this, LayerShapes.Of(this, Array.ConvertAll(inputs, shape => (Shape?)shape))).ToString();
    }

    /// <summary>The same table with the shape of what each module gives for a batch.</summary>
    /// <param name="batch">Inputs of <c>Forward</c>, of which only the shapes are used.</param>
    /// <exception cref="ShapeException">They do not fit the module.</exception>
    public string Summary(params TensorBase[] batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Summary(Array.ConvertAll(batch, tensor => tensor.Shape));
    }
}

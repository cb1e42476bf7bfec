namespace NnGen.Data;

/// <summary>A dataset over tensors: sample i is row i of each. Batches are gathered at once, without a tensor for each sample.</summary>
/// <typeparam name="TInput">The type of the inputs: <see cref="Tensor"/> or a <see cref="Tensor{T}"/>.</typeparam>
/// <typeparam name="TTarget">The type of the targets.</typeparam>
public class TensorDataset<TInput, TTarget> : Dataset<(TInput Input, TTarget Target)>, IBatchSource<(TInput Inputs, TTarget Targets)>
    where TInput : TensorBase
    where TTarget : TensorBase
{
    /// <summary>Makes a dataset of rows.</summary>
    /// <param name="inputs">The inputs, one a row.</param>
    /// <param name="targets">The targets, one a row.</param>
    /// <exception cref="ArgumentException">The tensors differ in the number of rows, or have none because they are scalars.</exception>
    public TensorDataset(TInput inputs, TTarget targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.Rank == 0 || targets.Rank == 0 || inputs.Shape[0] != targets.Shape[0])
        {
            throw new ArgumentException(
                $"Size mismatch between tensors: inputs {inputs.Shape} and targets {targets.Shape} must have the same first dimension.",
                nameof(targets));
        }

        Inputs = inputs;
        Targets = targets;
    }

    /// <summary>All inputs.</summary>
    public TInput Inputs { get; }

    /// <summary>All targets.</summary>
    public TTarget Targets { get; }

    /// <inheritdoc/>
    public override int Count => Inputs.Shape[0];

    /// <inheritdoc/>
    public override (TInput Input, TTarget Target) this[int index] => (Row(Inputs, index), Row(Targets, index));

    /// <inheritdoc/>
    public (TInput Inputs, TTarget Targets) Gather(ReadOnlySpan<int> indices, CancellationToken cancellation)
        => (Rows(Inputs, indices), Rows(Targets, indices));

    private static T Row<T>(T tensor, int index)
        where T : TensorBase
        => Rows(tensor, [index], Shape.Create(tensor.Shape.Dims[1..]));

    private static T Rows<T>(T tensor, ReadOnlySpan<int> indices)
        where T : TensorBase
        => Rows(tensor, indices, [indices.Length, .. tensor.Shape.Dims[1..]]);

    private static T Rows<T>(T tensor, ReadOnlySpan<int> indices, Shape shape)
        where T : TensorBase
    {
        var result = TensorBytes.Create(tensor.DType, shape);
        var source = TensorBytes.Read(tensor);
        var destination = TensorBytes.Write(result);
        int count = tensor.Shape[0];
        foreach (int index in indices)
        {
            if ((uint)index >= (uint)count)
                throw new ArgumentOutOfRangeException(nameof(indices), index, $"The dataset has {count} samples.");
            int width = source.Length / count;
            source.Slice(index * width, width).CopyTo(destination);
            destination = destination[width..];
        }

        return (T)result;
    }
}

/// <summary>Inputs and their classes, the usual dataset of a classifier.</summary>
/// <param name="inputs">The inputs, one a row.</param>
/// <param name="targets">The class of each.</param>
/// <exception cref="ArgumentException">The tensors differ in the number of rows.</exception>
public sealed class TensorDataset(Tensor inputs, Tensor<long> targets) : TensorDataset<Tensor, Tensor<long>>(inputs, targets);

namespace NnGen.Optim;

/// <summary>Reads or writes an optimizer's state of one parameter by name.</summary>
public abstract class StateVisitor
{
    private protected StateVisitor()
    {
    }

    /// <summary>A tensor of the parameter's shape; null where it does not exist yet.</summary>
    public abstract void Visit(string name, ref Tensor? value);

    /// <summary>A number of steps, which state dicts hold as a scalar tensor.</summary>
    public abstract void Visit(string name, ref long value);
}

/// <summary>Collects the values.</summary>
internal sealed class StateWriter(Dictionary<string, TensorBase> target) : StateVisitor
{
    /// <inheritdoc/>
    public override void Visit(string name, ref Tensor? value)
    {
        if (value is not null)
            target[name] = value;
    }

    /// <inheritdoc/>
    public override void Visit(string name, ref long value) => target[name] = Tensor.From((float)value);
}

/// <summary>Sets the values to copies of those that are given by name; the others stay.</summary>
internal sealed class StateReader(IReadOnlyDictionary<string, TensorBase> source, Shape shape) : StateVisitor
{
    /// <inheritdoc/>
    public override void Visit(string name, ref Tensor? value)
    {
        if (!source.TryGetValue(name, out var found))
            return;
        if (found is not Tensor tensor || tensor.Shape != shape)
        {
            throw new ArgumentException(
                $"The state '{name}' is of shape {found.Shape} and type {found.DType}: "
                + $"expected {shape} and {DType.Float32}, as its parameter.");
        }

        value = StateTensor.Zeros(shape);
        tensor.AsSpan().CopyTo(value.AsWritableSpan());
    }

    /// <inheritdoc/>
    public override void Visit(string name, ref long value)
    {
        if (!source.TryGetValue(name, out var found))
            return;
        value = found switch
        {
            Tensor { Count: 1 } scalar => (long)scalar.Item(),
            Tensor<long> { Count: 1 } scalar => scalar.Item(),
            Tensor<double> { Count: 1 } scalar => (long)scalar.Item(),
            _ => throw new ArgumentException($"The state '{name}' is of shape {found.Shape} and type {found.DType}: expected a number."),
        };
    }
}

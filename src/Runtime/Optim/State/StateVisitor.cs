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

    /// <summary>A number, which state dicts hold as a scalar tensor.</summary>
    public abstract void Visit(string name, ref float value);
}

/// <summary>Collects the values.</summary>
internal sealed class StateWriter(Dictionary<string, object> target) : StateVisitor
{
    /// <inheritdoc/>
    public override void Visit(string name, ref Tensor? value)
    {
        if (value is not null)
            target[name] = value;
    }

    /// <inheritdoc/>
    public override void Visit(string name, ref long value) => target[name] = Tensor.From((float)value);

    /// <inheritdoc/>
    public override void Visit(string name, ref float value) => target[name] = Tensor.From(value);
}

/// <summary>Sets the values to copies of those that are given by name; the others stay.</summary>
internal sealed class StateReader(IReadOnlyDictionary<string, object> source, Shape shape) : StateVisitor
{
    /// <inheritdoc/>
    public override void Visit(string name, ref Tensor? value)
    {
        if (source.TryGetValue(name, out object? found))
            value = StateValue.Copy(name, found, shape);
    }

    /// <inheritdoc/>
    public override void Visit(string name, ref long value)
    {
        if (source.TryGetValue(name, out object? found))
            value = (long)StateValue.Number(name, found);
    }

    /// <inheritdoc/>
    public override void Visit(string name, ref float value)
    {
        if (source.TryGetValue(name, out object? found))
            value = (float)StateValue.Number(name, found);
    }
}

namespace NnGen.Optim;

/// <summary>Reads or writes hyperparameters by name. Null: not set.</summary>
public abstract class OptionVisitor
{
    private protected OptionVisitor()
    {
    }

    /// <summary>A number.</summary>
    public abstract void Visit(string name, ref double? value);

    /// <summary>A count.</summary>
    public abstract void Visit(string name, ref long? value);

    /// <summary>A switch.</summary>
    public abstract void Visit(string name, ref bool? value);

    /// <summary>A word.</summary>
    public abstract void Visit(string name, ref string? value);

    /// <summary>A pair of numbers.</summary>
    public abstract void Visit(string name, ref (double First, double Second)? value);
}

/// <summary>Collects the hyperparameters that are set.</summary>
internal sealed class OptionWriter(Dictionary<string, object> target) : OptionVisitor
{
    /// <inheritdoc/>
    public override void Visit(string name, ref double? value) => Write(name, value);

    /// <inheritdoc/>
    public override void Visit(string name, ref long? value) => Write(name, value);

    /// <inheritdoc/>
    public override void Visit(string name, ref string? value) => Write(name, value);

    /// <inheritdoc/>
    public override void Visit(string name, ref bool? value) => Write(name, value);

    /// <inheritdoc/>
    public override void Visit(string name, ref (double First, double Second)? value) => Write(name, value);

    private void Write(string name, object? value)
    {
        if (value is not null)
            target[name] = value;
    }
}

/// <summary>Sets hyperparameters to the values that are given by name; the others stay.</summary>
internal sealed class OptionReader(IReadOnlyDictionary<string, object> source, OptionReader.Mode mode) : OptionVisitor
{
    /// <summary>Which hyperparameters are set.</summary>
    public enum Mode
    {
        /// <summary>None: types are checked only.</summary>
        Check,

        /// <summary>Those that are not set yet.</summary>
        Complete,

        /// <summary>All.</summary>
        Overwrite,
    }

    /// <inheritdoc/>
    public override void Visit(string name, ref double? value) => Read(name, ref value);

    /// <inheritdoc/>
    public override void Visit(string name, ref long? value) => Read(name, ref value);

    /// <inheritdoc/>
    public override void Visit(string name, ref string? value)
    {
        if (Find<string>(name) is string found && IsTaken(value is null))
            value = found;
    }

    /// <inheritdoc/>
    public override void Visit(string name, ref bool? value) => Read(name, ref value);

    /// <inheritdoc/>
    public override void Visit(string name, ref (double First, double Second)? value) => Read(name, ref value);

    private void Read<T>(string name, ref T? value)
        where T : struct
    {
        if (Find<T>(name) is { } found && IsTaken(value is null))
            value = (T)found;
    }

    private object? Find<T>(string name)
    {
        if (!source.TryGetValue(name, out object? found))
            return null;
        if (found is long number && typeof(T) == typeof(double))
            found = (double)number;                             // PyTorch writes 0 and 1 as integers
        return found is T ? found : throw new ArgumentException($"The option '{name}' is a {found.GetType().Name}: expected a {typeof(T).Name}.");
    }

    private bool IsTaken(bool isUnset) => mode == Mode.Overwrite || (mode == Mode.Complete && isUnset);
}

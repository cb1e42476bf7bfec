namespace NnGen;

/// <summary>Where a state is loaded from: memory, or a file from which each tensor is read straight into its place.</summary>
internal abstract class StateSource
{
    /// <summary>The keys, in order.</summary>
    public abstract IEnumerable<string> Keys { get; }

    /// <summary>A source of tensors in memory.</summary>
    public static StateSource Of(StateDict state) => new Memory(state);

    /// <summary>A source of tensors in a file.</summary>
    public static StateSource Of(TensorFile file) => new Stored(file);

    /// <summary>The shape of a tensor.</summary>
    public abstract Shape Shape(string key);

    /// <summary>The version of the module of a prefix; null where there is none.</summary>
    public abstract long? Version(string prefix);

    /// <summary>Makes sure that a tensor can be copied.</summary>
    public abstract void Verify(string key);

    /// <summary>Copies a tensor, converting its elements.</summary>
    public abstract void CopyTo(string key, TensorBase target);

    private static long? Version(Dictionary<string, long> versions, string prefix)
        => versions.TryGetValue(prefix, out var version) ? version : null;

    private sealed class Memory(StateDict state) : StateSource
    {
        public override IEnumerable<string> Keys => state.Keys;

        public override Shape Shape(string key) => state[key].Shape;

        public override long? Version(string prefix) => Version(state.Versions, prefix);

        public override void Verify(string key) => ElementCopy.Check(state[key].DType);

        public override void CopyTo(string key, TensorBase target) => ElementCopy.To(target, state[key]);
    }

    private sealed class Stored(TensorFile file) : StateSource
    {
        public override IEnumerable<string> Keys => file.Tensors.Select(tensor => tensor.Name);

        public override Shape Shape(string key) => file[key].Shape;

        public override long? Version(string prefix) => Version(file.Versions, prefix);

        public override void Verify(string key)
        {
            ElementCopy.Check(file[key].DType);
            file[key].Verify();
        }

        public override void CopyTo(string key, TensorBase target) => file[key].CopyTo(target);
    }
}

using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>
/// The parameters and buffers that a backward pass will read, with the versions they had in the forward pass. One list lives
/// in each workspace and is filled anew by every recorded call.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SavedValues
{
    private readonly List<SavedTensor> _values = [];

    internal SavedValues()
    {
    }

    /// <summary>Names a parameter or buffer that the backward pass reads; null where an optional one is absent.</summary>
    /// <param name="name">Its path from the module, for messages.</param>
    /// <param name="tensor">The tensor.</param>
    public void Add(string name, TensorBase? tensor)
    {
        if (tensor is not null)
            _values.Add(new SavedTensor(tensor, name));
    }

    internal void Clear() => _values.Clear();

    /// <summary>Throws in PyTorch's words where a value has changed since.</summary>
    internal void Check(Node node)
    {
        foreach (var value in _values)
            value.Value(node);
    }
}

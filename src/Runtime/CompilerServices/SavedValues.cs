using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>
/// The parameters and buffers that a backward pass will read, with the versions they had in the forward pass. One list lives
/// in each workspace and is filled anew by every recorded call.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SavedValues
{
    private readonly List<(TensorBase Tensor, SavedTensor Saved)> _values = [];

    /// <summary>The node whose backward pass is about to begin, while values are compared; null while they are saved.</summary>
    private Node? _reader;
    private int _next;

    internal SavedValues()
    {
    }

    /// <summary>Names a parameter or buffer that the backward pass reads; null where an optional one is absent.</summary>
    /// <param name="name">Its path from the module, for messages.</param>
    /// <param name="tensor">The tensor.</param>
    public void Add(string name, TensorBase? tensor)
    {
        if (tensor is null)
            return;
        if (_reader is null)
            _values.Add((tensor, new SavedTensor(tensor, name)));
        else
            Compare(name, tensor, _reader);
    }

    internal void Clear() => _values.Clear();

    /// <summary>Throws, for changed values in PyTorch's words, where a backward pass would not read what the forward pass read.</summary>
    internal void Check(Plan plan, Node reader)
    {
        (_reader, _next) = (reader, 0);
        try
        {
            plan.VisitSaved(this);
        }
        finally
        {
            _reader = null;
        }
    }

    private void Compare(string name, TensorBase tensor, Node reader)
    {
        if (_next >= _values.Count || !ReferenceEquals(_values[_next].Tensor, tensor))
        {
            throw new AutogradException(
                $"{name} was replaced between the call and its backward pass, which needs the old one: run Backward() first.");
        }

        _values[_next++].Saved.Value(reader);
    }
}

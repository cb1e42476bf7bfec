using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>Decides whether an op adds a node to the graph.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Recording
{
    /// <summary>Whether gradients are recorded on this thread and an input carries one.</summary>
    public static bool IsWanted(params ReadOnlySpan<TensorBase?> inputs)
    {
        if (!Autograd.IsEnabled)
            return false;
        foreach (var input in inputs)
        {
            if (input is Tensor { RequiresGrad: true })
                return true;
        }

        return false;
    }
}

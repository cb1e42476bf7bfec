namespace NnGen;

public abstract partial class Module
{
    /// <summary>
    /// Parameters and persistent buffers by key, in PyTorch's order. A shared tensor stands under each of its keys. The tensors
    /// share the module's memory.
    /// </summary>
    public StateDict StateDict()
    {
        var state = new StateDict();
        AddState(state, "");
        return state;
    }

    /// <summary>Copies a state dict into the parameters and buffers. A <c>Predict</c> that runs meanwhile sees all old or all new values.</summary>
    /// <param name="state">The state, e.g. that of another instance or of a checkpoint. Element types are converted.</param>
    /// <param name="strict">Whether missing and unexpected keys are errors. Default: true.</param>
    /// <returns>The missing and the unexpected keys.</returns>
    /// <exception cref="StateDictException">A shape differs or, if <paramref name="strict"/>, a key. Nothing has been changed then.</exception>
    public IncompatibleKeys LoadStateDict(StateDict state, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new StateDictLoader(state).Load(this, strict);
    }

    /// <summary>Writes the state dict to a file that PyTorch can read.</summary>
    /// <param name="path">A path ending in <c>.safetensors</c>.</param>
    /// <exception cref="NotSupportedException">The extension stands for another format.</exception>
    public void Save(string path)
    {
        CheckFormat(path);
        Safetensors.Save(path, StateDict());
    }

    /// <summary>Loads a file that <see cref="Save"/> or PyTorch wrote.</summary>
    /// <param name="path">A path ending in <c>.safetensors</c>.</param>
    /// <param name="strict">Whether missing and unexpected keys are errors. Default: true.</param>
    /// <returns>The missing and the unexpected keys.</returns>
    /// <exception cref="NotSupportedException">The extension stands for another format.</exception>
    /// <exception cref="StateDictException">The file does not fit the module. Nothing has been changed then.</exception>
    public IncompatibleKeys Load(string path, bool strict = true)
    {
        CheckFormat(path);
        return LoadStateDict(Safetensors.Load(path), strict);
    }

    private static void CheckFormat(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension == ".safetensors")
            return;
        throw new NotSupportedException(extension is ".pth" or ".pt"
            ? $"'{path}': PyTorch's own format ({extension}) is not offered yet. Use a path ending in .safetensors, which PyTorch reads too."
            : $"'{path}': the format is chosen by the extension, and '{extension}' stands for none. Use .safetensors.");
    }

    private void AddState(StateDict state, string prefix)
    {
        var members = MemberLists.Of(this);
        foreach (var (key, parameter) in members.Parameters)
            state.Add(Join(prefix, key), parameter.Detach());
        foreach (var (key, buffer, isPersistent) in members.Buffers)
        {
            if (isPersistent)
                state.Add(Join(prefix, key), buffer);
        }

        foreach (var (key, child) in members.Children)
            child.AddState(state, Join(prefix, key));
    }
}

namespace NnGen;

public abstract partial class Module
{
    /// <summary>
    /// Parameters and persistent buffers by key, in PyTorch's order. A shared tensor stands under each of its keys. The tensors
    /// share the module's memory.
    /// </summary>
    /// <exception cref="InvalidOperationException">A lazy layer has no values yet.</exception>
    public StateDict StateDict()
    {
        var state = new StateDict();
        AddState(state, "");
        return state;
    }

    /// <summary>
    /// Copies a state dict into the parameters and buffers. A <c>Predict</c> that runs meanwhile sees all old or all new values.
    /// </summary>
    /// <param name="state">The state, e.g. that of another instance or of a checkpoint. Element types are converted.</param>
    /// <param name="strict">Whether missing and unexpected keys are errors. Default: true.</param>
    /// <returns>The missing and the unexpected keys.</returns>
    /// <exception cref="StateDictException">
    /// A shape differs or, if <paramref name="strict"/>, a key. Nothing has been changed then.
    /// </exception>
    public IncompatibleKeys LoadStateDict(StateDict state, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new StateDictLoader(StateSource.Of(state)).Load(this, strict);
    }

    /// <summary>
    /// The version of this module's part of a state dict (PyTorch's <c>_version</c>), which <see cref="StateDict.Versions"/> holds.
    /// Raise it when keys change, and let <see cref="UpgradeState"/> read older states. Default: 1.
    /// </summary>
    protected internal virtual int StateVersion => 1;

    /// <summary>Adapts a state that is about to be loaded to this module's version. Children have their own turn.</summary>
    /// <param name="state">Its keys below this module, and its version.</param>
    protected internal virtual void UpgradeState(StateUpgrade state)
    {
    }

    /// <summary>Refuses what has no values yet.</summary>
    private protected virtual void CheckInitialized(string name)
    {
    }

    private void AddState(StateDict state, string prefix)
    {
        state.Versions[prefix] = StateVersion;
        var members = MemberLists.Of(this);
        CheckInitialized(prefix);
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

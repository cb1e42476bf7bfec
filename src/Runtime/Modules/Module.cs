namespace NnGen;

/// <summary>
/// The base class of neural network modules: what a class marked <see cref="ModuleAttribute"/> has without anything being
/// generated for it. It mirrors <c>torch.nn.Module</c>; the generator adds registration and the compiled entries.
/// </summary>
public abstract partial class Module
{
    /// <summary>
    /// Whether dropout and batch statistics behave as in training. Default: true. Gradients are recorded in both modes; each
    /// layer reads its own flag at every call.
    /// </summary>
    public bool Training { get; internal set; } = true;

    /// <summary>Whether any parameter wants a gradient. Setting it freezes or thaws every parameter, children's included.</summary>
    public bool RequiresGrad
    {
        get => Parameters().Any(parameter => parameter.RequiresGrad);
        set => Do(value ? SetRequiresGrad.Yes : SetRequiresGrad.No);
    }

    /// <summary>Sets training mode for this module and all below it.</summary>
    /// <param name="mode">False: evaluation mode. Default: true.</param>
    public Module Train(bool mode = true)
    {
        Do(mode ? SetTraining.Train : SetTraining.Eval);
        return this;
    }

    /// <summary>Sets evaluation mode for this module and all below it.</summary>
    public Module Eval() => Train(false);

    /// <summary>Resets the gradient of every parameter.</summary>
    /// <param name="setToNone">True (the default): gradients become null. False: they are filled with 0.</param>
    public void ZeroGrad(bool setToNone = true) => Do(setToNone ? ZeroGradients.ToNone : ZeroGradients.ToZero);

    /// <summary>Applies an action to every module below this one, children before parents, and then to this one.</summary>
    public Module Apply(Action<Module> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        foreach (var child in Children())
            child.Apply(action);
        action(this);
        return this;
    }

    /// <summary>Frees the memory that passes of this module and of those below it keep for the next ones.</summary>
    public void Trim() => Do(TrimWorkspaces.Instance);

    /// <summary>Sets training mode for this module alone.</summary>
    internal virtual void SetMode(bool mode) => Training = mode;

    private void Do(MemberAction action) => action.Module("", this);
}

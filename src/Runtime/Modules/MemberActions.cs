using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// Does something to every module and parameter below a module. Actions keep no state, so that one instance serves all and nothing
/// is allocated.
/// </summary>
internal abstract class MemberAction : MemberVisitor
{
    public override void Parameter(string key, Parameter? parameter)
    {
        if (parameter is { Parametrization: null })
            Do(parameter);
    }

    public override void Buffer(string key, TensorBase? buffer, bool persistent)
    {
    }

    public override void Module(string key, Module? module)
    {
        if (module is null)
            return;
        Do(module);
        module.Visit(this);
    }

    protected virtual void Do(Parameter parameter)
    {
    }

    protected virtual void Do(Module module)
    {
    }
}

internal sealed class SetTraining(bool mode) : MemberAction
{
    public static readonly SetTraining Train = new(true);
    public static readonly SetTraining Eval = new(false);

    protected override void Do(Module module) => module.SetMode(mode);
}

internal sealed class SetRequiresGrad(bool value) : MemberAction
{
    public static readonly SetRequiresGrad Yes = new(true);
    public static readonly SetRequiresGrad No = new(false);

    protected override void Do(Parameter parameter) => parameter.RequiresGrad = value;
}

internal sealed class ZeroGradients(bool setToNone) : MemberAction
{
    public static readonly ZeroGradients ToNone = new(true);
    public static readonly ZeroGradients ToZero = new(false);

    protected override void Do(Parameter parameter) => parameter.ZeroGrad(setToNone);
}

internal sealed class TrimWorkspaces : MemberAction
{
    public static readonly TrimWorkspaces Instance = new();

    protected override void Do(Module module) => module.TrimOwn();
}

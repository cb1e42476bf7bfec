namespace NnGen.Optim;

/// <summary>What an optimizer remembers of one parameter. It begins when the parameter first has a gradient at a step.</summary>
public abstract class ParameterState
{
    /// <summary>Names every value as PyTorch does, for the state dict.</summary>
    /// <param name="visitor">Reads or writes each.</param>
    protected internal abstract void VisitValues(StateVisitor visitor);
}

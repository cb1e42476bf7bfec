namespace NnGen;

/// <summary>What loading a state needs of lazy layers.</summary>
internal interface ILazyModule
{
    /// <summary>A layer of the sizes that a state has; null where there is a layer already, or the state says nothing of it.</summary>
    /// <param name="state">The state.</param>
    /// <param name="prefix">Name of this module in it.</param>
    Module? Create(StateDict state, string prefix);

    /// <summary>Takes over the values of a layer.</summary>
    void Become(Module layer);
}

namespace NnGen;

/// <summary>What loading a state needs of lazy layers.</summary>
internal interface ILazyModule
{
    /// <summary>A layer of the sizes that a state has; null where there is a layer already, or the state says nothing of it.</summary>
    /// <param name="shapeOf">The shape of a key's tensor in the state; null where it has none.</param>
    /// <param name="prefix">Name of this module in it.</param>
    Module? Create(Func<string, Shape?> shapeOf, string prefix);

    /// <summary>Takes over the values of a layer.</summary>
    void Become(Module layer);
}

namespace NnGen;

/// <summary>Copies of modules, as PyTorch's containers of equal layers are filled.</summary>
internal static class ModuleCopy
{
    /// <summary>A module with the values and the mode of another one.</summary>
    public static TModule Of<TModule>(TModule module, Func<TModule> create)
        where TModule : Module
    {
        var copy = WithoutDraws(create);
        copy.LoadStateDict(module.StateDict());
        copy.Train(module.Training);
        return copy;
    }

    /// <summary>A module whose initial values do not matter: what making it draws is taken back.</summary>
    public static TModule WithoutDraws<TModule>(Func<TModule> create)
        where TModule : Module
    {
        var random = Rng.GetState();
        var module = create();
        Rng.SetState(random);
        return module;
    }
}

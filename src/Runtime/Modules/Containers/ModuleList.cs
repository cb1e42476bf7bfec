namespace NnGen;

/// <summary>Modules of any class by number: torch.nn.ModuleList.</summary>
public sealed class ModuleList : ModuleList<Module>
{
    /// <summary>The given modules, in order.</summary>
    public ModuleList(params Module[] modules)
        : base(modules)
    {
    }

    /// <summary>The given modules, in order.</summary>
    public ModuleList(IEnumerable<Module> modules)
        : base(modules)
    {
    }

    /// <summary>Modules created one after the other.</summary>
    /// <param name="count">How many.</param>
    /// <param name="create">Gives the module of a number.</param>
    public ModuleList(int count, Func<int, Module> create)
        : base(count, create)
    {
    }
}

namespace NnGen;

/// <summary>Modules of any class by name: torch.nn.ModuleDict.</summary>
public sealed class ModuleDict : ModuleDict<Module>
{
    /// <summary>The given modules, in order.</summary>
    public ModuleDict(params (string Name, Module Module)[] modules)
        : base(modules)
    {
    }
}

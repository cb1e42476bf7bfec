using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>Everything that emission prints of a module: plain data, equal where nothing changed.</summary>
/// <param name="Module">The module as it stands in contracts, with inferred shapes of its results.</param>
/// <param name="Contract">The text of its contract, or null where other assemblies cannot see it.</param>
/// <param name="Aliases">Properties through which members with shadowed names are read.</param>
/// <param name="Methods">Its compiled methods and variants of methods.</param>
/// <param name="Selections">The methods that stand for variants.</param>
/// <param name="Structs">Pointwise chains that need a struct, each with its name.</param>
/// <param name="Layers">The table of its members for the class's documentation.</param>
/// <param name="Total">How many parameters it has in all, or null where that is not known.</param>
internal sealed record ModulePlan(
    ModuleIr Module,
    string? Contract,
    EquatableArray<AliasPlan> Aliases,
    EquatableArray<MethodPlan> Methods,
    EquatableArray<SelectionPlan> Selections,
    EquatableArray<StructPlan> Structs,
    EquatableArray<LayerPlan> Layers,
    string? Total);

/// <summary>A method that stands for variants: which of them is bound.</summary>
/// <param name="Index">Number of the method among the module's.</param>
/// <param name="Names">Names of what is generated for it.</param>
/// <param name="Variants">The variants; the last one is bound where no other is.</param>
internal sealed record SelectionPlan(int Index, MethodNames Names, EquatableArray<VariantPlan> Variants);

/// <param name="Condition">C# expression, evaluated when bound.</param>
/// <param name="Method">Number of the variant among the module's methods.</param>
/// <param name="Names">Names of what is generated for it.</param>
internal sealed record VariantPlan(string Condition, int Method, MethodNames Names);

/// <param name="Name">Name of the generated struct.</param>
internal sealed record StructPlan(string Name, Chain Chain);

/// <summary>A line of the table in the class's documentation.</summary>
/// <param name="Name">The member.</param>
/// <param name="Type">Its simple type name.</param>
/// <param name="Shape">The shape of what it gives, or of itself; null where not known.</param>
/// <param name="Count">How many parameters it has, as a number or a polynomial; null where not known.</param>
internal sealed record LayerPlan(string Name, string Type, string? Shape, string? Count);

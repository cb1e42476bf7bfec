using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Linking;

/// <summary>A module as lowering leaves it, with what only symbols could tell: everything that follows is plain data.</summary>
/// <param name="Module">The module; calls of other modules are symbolic.</param>
/// <param name="Ops">The ops that its bodies apply.</param>
/// <param name="References">Contracts of the modules of other assemblies that it holds or calls.</param>
internal sealed record LoweredModule(ModuleIr Module, EquatableArray<OpModel> Ops, EquatableArray<ModuleContract> References);

/// <summary>What others need to know of a module: bodies only where they can be inlined.</summary>
/// <param name="Module">The module.</param>
/// <param name="Ops">The ops that the remaining bodies apply.</param>
internal sealed record ModuleContract(ModuleIr Module, EquatableArray<OpModel> Ops);

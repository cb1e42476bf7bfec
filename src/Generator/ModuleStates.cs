using NnGen.Compiler.Headers;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Planning;

namespace NnGen.Generator;

/// <summary>A class after lowering.</summary>
/// <param name="Headers">Its headers, which stand in for it where it cannot be compiled.</param>
/// <param name="Module">Null where no other part of the class can be written.</param>
/// <param name="Error">An error of the lowering itself, or null.</param>
internal sealed record LoweredClass(ModuleHeaders Headers, LoweredModule? Module, string? Error = null);

/// <summary>A lowered class with the contracts of the modules of its compilation that it names.</summary>
internal sealed record LinkableClass(LoweredClass Lowered, EquatableArray<ModuleContract> Contracts);

/// <summary>A class after linking.</summary>
internal sealed record LinkedClass(ModuleHeaders Headers, Attempt<LinkedModule> Module);

/// <summary>A class after planning.</summary>
internal sealed record PlannedClass(ModuleHeaders Headers, Attempt<ModulePlan> Plan);

/// <summary>What a step gave: a value, an error of this generator, or neither where the user's module has errors.</summary>
internal readonly record struct Attempt<T>(T? Value, string? Error);

/// <param name="Name">Hint name, unique to the class.</param>
internal sealed record GeneratedFile(string Name, string Text);

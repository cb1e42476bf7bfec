using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Linking;

/// <summary>A module whose small layers stand inlined, with what planning must know of everything it still names.</summary>
/// <param name="Module">The module. Values read from inlined children have paths as <c>fc1.Weight</c> and their shapes.</param>
/// <param name="Children">Contracts of the modules it holds or calls, by metadata name; one without a contract is known only by the protocol.</param>
/// <param name="Ops">The ops its bodies name, by metadata name.</param>
internal sealed record LinkedModule(ModuleIr Module, EquatableArray<ModuleIr> Children, EquatableArray<OpModel> Ops)
{
    /// <summary>The op of a metadata name.</summary>
    public OpModel Op(string type)
        => Ops.FirstOrDefault(op => op.Type == type) ?? throw new KeyNotFoundException($"The linked module does not list the op {type}.");

    /// <summary>The contract of a module by metadata name, or null where only the protocol is known.</summary>
    public ModuleIr? Child(string type) => Module.Type.MetadataName == type ? Module : Children.FirstOrDefault(child => child.Type.MetadataName == type);
}

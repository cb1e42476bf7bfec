using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Contracts that other assemblies carry. Each is read once while its assembly is referenced.</summary>
internal static class MetadataContracts
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, ConcurrentDictionary<string, ContractReading>> s_assemblies = new();

    /// <summary>The contract of a module of another assembly.</summary>
    /// <param name="module">The module's definition.</param>
    /// <param name="compilation">Where the ops of its bodies are found.</param>
    public static ContractReading Read(INamedTypeSymbol module, Compilation compilation)
        => s_assemblies.GetOrCreateValue(module.ContainingAssembly).GetOrAdd(TypeDeclarations.MetadataName(module), _ => ReadAttribute(module, compilation));

    private static ContractReading ReadAttribute(INamedTypeSymbol module, Compilation compilation)
    {
        if (KnownTypes.Attribute(module, KnownTypes.ModuleContractAttribute)?.ConstructorArguments is not { Length: 2 } arguments
            || arguments[0].Value is not int version
            || arguments[1].Value is not string text)
            return new ContractReading(null, null);
        if (IrCodec.Read(version, text) is not { } contract)
            return new ContractReading(null, version);
        var ops = Contracts.OpsOf(contract).Select(name => Find(name, module, compilation)).Where(op => op is not null).Select(op => op!);
        return new ContractReading(Contracts.Complete(contract, ops), null);
    }

    /// <summary>An op that a contract names: of the module's own assembly, or of one that it references.</summary>
    private static OpModel? Find(string op, INamedTypeSymbol module, Compilation compilation)
    {
        var type = module.ContainingAssembly.GetTypeByMetadataName(op) ?? compilation.GetTypeByMetadataName(op);
        return type is not null && OpCatalogue.Read(type) is { Model: { } model, Problems.Count: 0 } ? model : null;
    }
}

/// <param name="Contract">The contract, or null.</param>
/// <param name="UnknownVersion">The version that cannot be read, or null.</param>
internal sealed record ContractReading(ModuleContract? Contract, int? UnknownVersion);

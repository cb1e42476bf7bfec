using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Diagnostics;

/// <summary>How a module is declared.</summary>
internal static class RulesDeclaration
{
    private const string Category = "NnGen.Declaration";

    public static readonly DiagnosticDescriptor NotPartial = new(
        "NNG0001",
        "A module must be partial",
        "Module '{0}' must be partial: the generator writes its other half",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0001"));

    public static readonly DiagnosticDescriptor NoForward = new(
        "NNG0002",
        "A module needs a public Forward",
        "Module '{0}' has no public method 'Forward' that takes and returns tensors",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0002"));

    public static readonly DiagnosticDescriptor TensorNotRegistered = new(
        "NNG0003",
        "A tensor member must be a parameter or a buffer",
        "'{0}' is a tensor that is neither trained nor part of the state: make it a Parameter, or mark it [Buffer] ([Buffer(Persistent = false)] keeps it out of the state dict)",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0003"));

    public static readonly DiagnosticDescriptor CollectionOfModules = new(
        "NNG0004",
        "Modules in an array or list are not registered",
        "'{0}' holds modules in a {1}, which registration does not see: use ModuleList or ModuleDict",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0004"));

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "NNG0005",
        "A type that contains a module must be partial",
        "'{0}' contains module '{1}' and must be partial too",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0005"));

    public static readonly DiagnosticDescriptor ForeignBase = new(
        "NNG0006",
        "A module derives from NnGen.Module or from another module",
        "Module '{0}' derives from '{1}', which is no module: hold it in a field instead",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0006"));

    public static readonly DiagnosticDescriptor FileLocal = new(
        "NNG0007",
        "A module cannot be a file-local class",
        "Module '{0}' is visible in its file only, where no generated half can join it: make it private inside a class, or internal",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0007"));

    public static readonly DiagnosticDescriptor ContractVersionUnknown = new(
        "NNG0008",
        "A module was compiled by another version of NnGen",
        "'{0}' carries a contract of version {1}, which this version of NnGen does not read, so its shapes are checked only when bound: update the NnGen package",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0008"));

    public static readonly DiagnosticDescriptor UnsupportedSignature = new(
        "NNG0009",
        "A compiled method takes tensors and plain values, and returns tensors",
        "{0} '{1}', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0009"));

    public static readonly DiagnosticDescriptor KeyClash = new(
        "NNG0010",
        "Two members have the same state-dict key",
        "'{0}' and '{1}' both have the state-dict key '{2}': rename one, or give it a key with [Name]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0010"));

    public static readonly DiagnosticDescriptor RecordModule = new(
        "NNG0011",
        "A module is a class",
        "Module '{0}' is a record, which compares and copies by value: make it a class",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0011"));

    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        NotPartial,
        NoForward,
        TensorNotRegistered,
        CollectionOfModules,
        ContainerNotPartial,
        ForeignBase,
        FileLocal,
        ContractVersionUnknown,
        UnsupportedSignature,
        KeyClash,
        RecordModule,
    ];
}

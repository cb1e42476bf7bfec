using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;
using NnGen.Generator.Emission;

namespace NnGen.Generator;

/// <summary>Writes for each type marked <c>[Op]</c> its contract, <c>Apply</c>, and the node that differentiates it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OpGenerator : IIncrementalGenerator
{
    /// <summary>Reads ops from their symbols.</summary>
    public const string ReadStep = "ReadOps";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var ops = context.SyntaxProvider
            .ForAttributeWithMetadataName(OpSourceReader.OpAttribute, static (node, _) => node is TypeDeclarationSyntax, Read)
            .Where(static op => op is not null)
            .WithTrackingName(ReadStep);
        context.RegisterSourceOutput(
            ops, static (output, op) => output.AddSource(CodeWriter.HintName(op!.Type), OpWriter.Write(op.Type, op.Op)));
    }

    /// <summary>An op with problems is not written: the analyzers report them, and its <c>Apply</c> does not exist.</summary>
    private static OpDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
        => context.TargetSymbol is INamedTypeSymbol type && OpCatalogue.Read(type) is { Model: { } op, Problems.Count: 0 }
            ? new OpDeclaration(TypeDeclarations.Of(type), op)
            : null;

    private sealed record OpDeclaration(TypeIr Type, OpModel Op);
}

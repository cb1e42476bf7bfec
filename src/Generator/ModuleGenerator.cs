using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Headers;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Ops;

namespace NnGen.Generator;

/// <summary>
/// For each class marked <c>[Module]</c>: registration, compiled passes, entries. Every step gives plain data that compares by
/// content. Lowering runs after each edit, since any edit may change what a name means; its result is the same for all modules
/// that the edit does not touch, and from there on nothing runs for them.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModuleGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.ModuleAttribute, static (node, _) => node is TypeDeclarationSyntax, ModuleSteps.Headers)
            .Where(static headers => headers is not null)
            .Select(static (headers, _) => headers!)
            .WithTrackingName(ModuleStep.Headers);
        var ops = context.SyntaxProvider
            .ForAttributeWithMetadataName(OpSourceReader.OpAttribute, static (node, _) => node is TypeDeclarationSyntax, static (op, _) => OpHeader.Write((TypeDeclarationSyntax)op.TargetNode))
            .WithTrackingName(ModuleStep.OpHeaders);
        var program = context.CompilationProvider.Combine(classes.Collect()).Combine(ops.Collect())
            .Select(static (source, cancellation) => ModuleSteps.Complete(source.Left.Left, source.Left.Right, source.Right, cancellation));

        var lowered = classes.Combine(program)
            .Select(static (source, cancellation) => ModuleSteps.Lower(source.Left, source.Right, cancellation))
            .WithTrackingName(ModuleStep.Lower);
        var contracts = lowered.Collect()
            .Select(static (modules, _) => ModuleSteps.Contracts(modules))
            .WithTrackingName(ModuleStep.Contracts);
        var linked = lowered.Combine(contracts)
            .Select(static (source, _) => ModuleSteps.Callees(source.Left, source.Right))
            .Select(static (module, _) => ModuleSteps.Link(module))
            .WithTrackingName(ModuleStep.Link);
        var planned = linked.Select(static (module, _) => ModuleSteps.Plan(module)).WithTrackingName(ModuleStep.Plan);
        var emitted = planned.SelectMany(static (module, _) => ModuleSteps.Emit(module)).WithTrackingName(ModuleStep.Emit);
        var composites = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.DifferentiableAttribute, static (node, _) => node is MethodDeclarationSyntax, static (method, _) => CompositeSteps.Name(method))
            .Combine(program)
            .Select(static (source, cancellation) => CompositeSteps.Lower(source.Left, source.Right, cancellation))
            .Collect()
            .SelectMany(static (attributes, _) => CompositeSteps.Emit(attributes));
        context.RegisterSourceOutput(composites, static (output, file) => output.AddSource(file.Name, file.Text));
        context.RegisterSourceOutput(emitted, static (output, file) => output.AddSource(file.Name, file.Text));
    }
}

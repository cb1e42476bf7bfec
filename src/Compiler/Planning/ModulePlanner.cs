using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Planning;

/// <summary>Plans a module: the last step before printing.</summary>
internal static class ModulePlanner
{
    /// <param name="linked">The module.</param>
    /// <param name="inferred">What inference found of it.</param>
    /// <param name="contract">The text of its contract, or null where other assemblies cannot see it.</param>
    public static ModulePlan Plan(LinkedModule linked, InferredModule inferred, string? contract)
    {
        (linked, var aliases) = ShadowedNames.Rewrite(linked);
        var module = linked.Module;
        var names = MethodNaming.Of(module);
        var methods = module.Methods.Select((method, index) => (method, index))
            .Where(numbered => numbered.method.Body is not null)
            .Select(numbered => MethodPlanner.Plan(linked, numbered.index, names[numbered.index], inferred.Methods[numbered.index]))
            .ToEquatableArray();
        var selections = Enumerable.Range(0, module.Methods.Count)
            .Where(index => module.Methods[index].IsSelecting)
            .Select(index => SelectionPlanner.Plan(module, index, names));
        var layers = Layers.Of(linked, inferred, out var total);
        return new ModulePlan(module, contract, aliases, methods, selections.ToEquatableArray(), Structs(module, methods).ToEquatableArray(), layers, total);
    }

    private static IEnumerable<StructPlan> Structs(ModuleIr module, EquatableArray<MethodPlan> methods)
    {
        var names = new NameAllocator(module.Members.Select(member => member.Name).Concat(methods.SelectMany(method => method.All).SelectMany(method => new[] { method.Names.Plan, method.Names.Frame })));
        return methods
            .SelectMany(method => method.All)
            .SelectMany(method => method.Forward)
            .OfType<PointwiseCallStep>()
            .Select(step => step.Function.Chain)
            .Where(chain => !chain.IsSingleOp)
            .Distinct()
            .Select(chain => new StructPlan(names.Allocate(string.Concat(chain.Links.Select(link => Stem(link.Op)))), chain));
    }

    private static string Stem(OpModel op) => op.Name.EndsWith("Op", StringComparison.Ordinal) ? op.Name.Substring(0, op.Name.Length - 2) : op.Name;
}

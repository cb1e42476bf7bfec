using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;

namespace NnGen.Analyzers;

/// <summary>Layers that do something else in training than in evaluation.</summary>
/// <param name="bodies">What modules hold.</param>
internal sealed class TrainingLayers(IModuleBodies bodies)
{
    private static readonly string[] s_layers = ["NnGen.Dropout", "NnGen.BatchNorm", "NnGen.AlphaDropout", "NnGen.FeatureAlphaDropout", "NnGen.RReLU"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The name of one that a module is or holds; null where there is none that is known.</summary>
    /// <param name="type">The module's class.</param>
    /// <param name="creation">How it is created, where that is known.</param>
    public string? Find(string type, CreationIr? creation)
    {
        if (s_layers.Any(layer => type.StartsWith(layer, StringComparison.Ordinal)))
            return type.Substring("NnGen.".Length);
        foreach (var element in creation?.Elements ?? default)
        {
            if (Find(element.Type, element) is { } found)
                return found;
        }

        if (!_seen.Add(type) || bodies.Find(type)?.Module is not { } module)
            return null;
        return module.Members
            .Where(member => member.Kind == MemberKind.Module)
            .Select(member => Find(member.TypeMetadataName, bodies.CreationOf(type, member.Name)))
            .FirstOrDefault(found => found is not null);
    }
}

using System.Linq;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;

namespace NnGen.Analyzers;

/// <summary>What a module, or a value of it, went through last.</summary>
/// <param name="bodies">What called modules compute.</param>
internal sealed class ResultActivation(IModuleBodies bodies)
{
    public const string Softmax = "Softmax";
    public const string Relu = "ReLU";

    private const int MaxDepth = 8;

    /// <summary>The activation that the result of a module's Forward went through last; null for another op, or where it is not known.</summary>
    public string? Of(string type, int depth = 0)
        => depth < MaxDepth && bodies.Find(type) is { } linked && linked.Module.Methods.FirstOrDefault(method => method is { Name: "Forward", Variant: null, Results.Count: 1 }) is { Body: not null } forward
            ? Of(linked, forward, forward.Results[0].Value, depth)
            : null;

    /// <summary>The activation that a module that is created so ends with.</summary>
    public string? Of(CreationIr creation, int depth = 0)
    {
        if (creation.Type != CreationIr.Sequential)
            return Named(creation.Type) ?? Of(creation.Type, depth);
        return creation is { Elements: { Count: > 0 } elements, Repeat: null } ? Of(elements[elements.Count - 1], depth + 1) : null;
    }

    /// <summary>The activation that a value of a method went through last.</summary>
    public string? Of(LinkedModule linked, MethodIr method, int value, int depth = 0)
        => method.Body!.Statements.FirstOrDefault(statement => statement switch
        {
            OpIr op => op.Results.Contains(value),
            CallIr call => call.Results.Contains(value),
            _ => false,
        }) switch
        {
            OpIr op => Named(op.Op),
            CallIr { IsOfChild: true } call when bodies.CreationOf(linked.Module.Type.MetadataName, call.Target) is { } creation => Of(creation, depth + 1),
            CallIr { IsOfChild: true } call => Of(call.TargetType, depth + 1),
            _ => null,
        };

    private static string? Named(string type) => type switch
    {
        "NnGen.SoftmaxOp" or "NnGen.Softmax" => Softmax,
        "NnGen.ReluOp" or "NnGen.ReLU" => Relu,
        _ => null,
    };
}

using System.Linq;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Ops;

/// <summary>What an indexer marked <c>[LowersPart]</c> is: ops for ranges, for numbers that binding knows and for others.</summary>
/// <param name="Slice">Takes ranges: dims, starts, ends, steps.</param>
/// <param name="Select">Takes numbers: dims, indices.</param>
/// <param name="SelectAt">Takes a number as a tensor, and a dim.</param>
/// <param name="Pick">Takes a tensor of indices, a dim, and whether negative indices count from the end.</param>
/// <param name="Insert">Takes the place of a new dim.</param>
internal sealed record PartBinding(OpModel Slice, OpModel Select, OpModel SelectAt, OpModel Pick, OpModel Insert)
{
    private const string LowersPartAttribute = "NnGen.LowersPartAttribute";

    /// <summary>The binding of an indexer; null where it is not marked.</summary>
    public static PartBinding? Of(IPropertySymbol indexer)
    {
        var arguments = indexer.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == LowersPartAttribute)?.ConstructorArguments;
        return arguments is { Length: 5 } types && Op(types[0]) is { } slice && Op(types[1]) is { } select && Op(types[2]) is { } selectAt
            && Op(types[3]) is { } pick && Op(types[4]) is { } insert
            ? new PartBinding(slice, select, selectAt, pick, insert)
            : null;
    }

    private static OpModel? Op(TypedConstant type) => type.Value is INamedTypeSymbol named ? OpCatalogue.Read(named)?.Model : null;
}

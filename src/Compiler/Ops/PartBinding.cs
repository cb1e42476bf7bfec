using System.Linq;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Ops;

/// <summary>What an indexer marked <c>[LowersPart]</c> is: two ops whose hyperparameters are lists with an entry for each dim.</summary>
/// <param name="Slice">Takes ranges: dims, starts, ends, steps.</param>
/// <param name="Select">Takes numbers: dims, indices.</param>
internal sealed record PartBinding(OpModel Slice, OpModel Select)
{
    private const string LowersPartAttribute = "NnGen.LowersPartAttribute";

    /// <summary>The binding of an indexer; null where it is not marked.</summary>
    public static PartBinding? Of(IPropertySymbol indexer)
    {
        var arguments = indexer.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == LowersPartAttribute)?.ConstructorArguments;
        return arguments is { Length: 2 } types && Op(types[0]) is { } slice && Op(types[1]) is { } select ? new PartBinding(slice, select) : null;
    }

    private static OpModel? Op(TypedConstant type) => type.Value is INamedTypeSymbol named ? OpCatalogue.Read(named)?.Model : null;
}

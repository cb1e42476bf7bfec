using System.Collections.Immutable;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Ops;

/// <summary>What binding by name needs to know of a contract.</summary>
/// <param name="Inputs">Its inputs, in order.</param>
/// <param name="Outputs">Its results, in order.</param>
/// <param name="Dims">Names of the dims that methods can take, packs (their product) without their star.</param>
/// <param name="Hypers">Hyperparameters that shapes or guards depend on, in the order in which inference takes them.</param>
internal sealed record ContractFacts(
    EquatableArray<OpInput> Inputs,
    EquatableArray<OpOutput> Outputs,
    ImmutableArray<string> Dims,
    EquatableArray<string> Hypers)
{
    /// <summary>Reads a contract.</summary>
    /// <param name="text">The contract.</param>
    /// <param name="multiplyAdds">How many products the op adds up, which is checked only; or null.</param>
    /// <exception cref="ContractException">A text is none.</exception>
    public static ContractFacts Read(string text, string? multiplyAdds = null)
    {
        var contract = Compiler.Shapes.Contract.Parse(text);
        if (multiplyAdds is not null)
            ProductCount.Parse(multiplyAdds, contract);
        return new ContractFacts(
            contract.Inputs.Select(Input).ToEquatableArray(),
            contract.Outputs.Select(o => new OpOutput(o.Name, TypeOf(o.Type), o.Role == TensorRole.Saved)).ToEquatableArray(),
            contract.DimNames.ToImmutableArray(),
            contract.Hypers.ToEquatableArray());
    }

    private static OpInput Input(TensorPattern input)
        => new(
            input.Name,
            TypeOf(input.Type),
            input.IsOptional,
            input.IsVariadic,
            input.Role == TensorRole.State,
            input.Shape.Elements.Any(e => e is PackElement { Broadcasts: true } or SizeElement { Broadcasts: true }));

    private static DType TypeOf(ElementType type) => type switch
    {
        ElementType.Long => DType.Int64,
        ElementType.Int => DType.Int32,
        ElementType.Bool => DType.Bool,
        ElementType.Byte => DType.UInt8,
        ElementType.Double => DType.Float64,
        ElementType.Any => DType.Any,
        _ => DType.Float32,
    };
}

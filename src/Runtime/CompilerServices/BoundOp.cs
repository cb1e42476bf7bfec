using System.ComponentModel;
using NnGen.Compiler.Shapes;

namespace NnGen.CompilerServices;

/// <summary>An op bound to shapes: what its contract makes of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BoundOp
{
    private readonly Contract _contract;
    private readonly Shape[] _outputs;
    private readonly int[] _dims;

    internal BoundOp(Contract contract, Shape[] outputs, int[] dims, int alternative)
        => (_contract, _outputs, _dims, Alternative) = (contract, outputs, dims, alternative);

    /// <summary>Which alternative of the contract matched.</summary>
    public int Alternative { get; }

    /// <summary>Shape of an output: results first, then saved ones, as the contract lists them.</summary>
    public Shape this[int output] => _outputs[output];

    /// <summary>Size of a dim that the contract names; for a pack (<c>B</c> of <c>*B</c>) the product. 0 where only an absent input has it.</summary>
    /// <exception cref="ArgumentException">The contract has no such dim.</exception>
    public int Dim(string name)
    {
        var dims = _contract.Names.Dims;
        for (var i = 0; i < dims.Count; i++)
        {
            if (dims[i] == name)
                return _dims[i];
        }

        var packs = _contract.Names.Packs;
        for (var i = 0; i < packs.Count; i++)
        {
            if (packs[i] == name)
                return _dims[dims.Count + i];
        }

        throw new ArgumentException($"The contract '{_contract}' has no dim '{name}'.", nameof(name));
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>The names in a contract, numbered, so that matching looks nothing up.</summary>
internal sealed class NameTable
{
    private readonly List<string> _dims = [];
    private readonly List<string> _packs = [];
    private readonly List<string> _hypers;
    private readonly bool _hypersAreKnown;

    /// <summary>A name that begins with a lower-case letter is a hyperparameter.</summary>
    public NameTable() => _hypers = [];

    /// <summary>Only the names given are hyperparameters.</summary>
    public NameTable(IEnumerable<string> hypers)
    {
        _hypers = hypers.ToList();
        _hypersAreKnown = true;
    }

    public IReadOnlyList<string> Dims => _dims;

    /// <summary>Without <c>*</c>.</summary>
    public IReadOnlyList<string> Packs => _packs;

    public IReadOnlyList<string> Hypers => _hypers;

    public bool IsHyper(string name) => _hypersAreKnown ? _hypers.Contains(name) : char.IsLower(name[0]);

    public int Dim(string name) => Number(_dims, name);

    public int Pack(string name) => Number(_packs, name);

    public int Hyper(string name) => Number(_hypers, name);

    /// <summary>Whether each tensor of a variadic input has its own: <c>C_i</c>.</summary>
    public static bool IsPerItem(string name) => name.EndsWith("_i", StringComparison.Ordinal);

    private static int Number(List<string> names, string name)
    {
        var index = names.IndexOf(name);
        if (index >= 0)
            return index;
        names.Add(name);
        return names.Count - 1;
    }
}

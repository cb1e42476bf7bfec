using System;
using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

/// <summary>The sizes that names have during one match, by slot.</summary>
internal sealed class Bindings<TDim>
{
    private Entry<TDim>[] _dims = [];
    private Entry<DimList<TDim>>[] _packs = [];
    private TDim[] _sums = [];

    public void Clear(NameTable names, TDim zero)
    {
        if (_dims.Length < names.Dims.Count)
        {
            _dims = new Entry<TDim>[names.Dims.Count];
            _sums = new TDim[names.Dims.Count];
        }

        if (_packs.Length < names.Packs.Count)
            _packs = new Entry<DimList<TDim>>[names.Packs.Count];
        Array.Clear(_dims, 0, _dims.Length);
        Array.Clear(_packs, 0, _packs.Length);
        for (var i = 0; i < _sums.Length; i++)
            _sums[i] = zero;
    }

    public bool HasDim(int slot) => _dims[slot].IsBound;

    public TDim Dim(int slot) => _dims[slot].Value;

    /// <summary>The dim of an input that gave the name its size; null for a derived one.</summary>
    public DimRef? SourceOf(int slot) => _dims[slot].Source;

    public void SetDim(int slot, TDim value, DimRef? source) => _dims[slot] = new(value, source);

    public bool HasPack(int slot) => _packs[slot].IsBound;

    public DimList<TDim> Pack(int slot) => _packs[slot].Value;

    public InputRef? PackSourceOf(int slot) => _packs[slot].Source?.Input;

    public void SetPack(int slot, DimList<TDim> value, InputRef source) => _packs[slot] = new(value, new DimRef(source, 0));

    public TDim Sum(int slot) => _sums[slot];

    /// <summary>Forgets the names that each tensor of a variadic input binds anew, keeping their sums.</summary>
    public void NextItem<TAlgebra>(NameTable names, TAlgebra algebra)
        where TAlgebra : IDimAlgebra<TDim>
    {
        for (var i = 0; i < names.Dims.Count; i++)
        {
            if (!NameTable.IsPerItem(names.Dims[i]) || !_dims[i].IsBound)
                continue;
            _sums[i] = algebra.Add(_sums[i], _dims[i].Value);
            _dims[i] = default;
        }

        for (var i = 0; i < names.Packs.Count; i++)
        {
            if (NameTable.IsPerItem(names.Packs[i]))
                _packs[i] = default;
        }
    }

    private readonly struct Entry<T>(T value, DimRef? source)
    {
        public bool IsBound { get; } = true;

        public T Value { get; } = value;

        public DimRef? Source { get; } = source;
    }
}

using NnGen.CompilerServices;

namespace NnGen;

/// <summary>Compares a state with a module, in the order in which PyTorch does, and copies it when everything fits.</summary>
internal sealed class StateDictLoader(StateSource source)
{
    private readonly StateKeys _keys = new(source.Keys);
    private readonly List<(TensorBase Target, string Key)> _copies = [];
    private readonly List<(ILazyModule Module, Module Layer)> _sized = [];
    private readonly List<string> _missing = [];
    private readonly List<string> _unexpected = [];
    private readonly List<string> _mismatches = [];

    /// <summary>Loads into <paramref name="module"/>, or throws with nothing changed.</summary>
    public IncompatibleKeys Load(Module module, bool strict)
    {
        var keys = Prepare(module, strict);
        Apply();
        return keys;
    }

    /// <summary>Checks everything, so that <see cref="Apply"/> fails only where a disk does.</summary>
    public IncompatibleKeys Prepare(Module module, bool strict)
    {
        Upgrade(module, "");
        Compare(module, "");
        var keys = new IncompatibleKeys(_missing, _unexpected);
        var errors = Errors(strict).ToList();
        if (errors.Count > 0)
            throw new StateDictException($"Error(s) in loading state_dict for {module.TypeName}:\n\t{string.Join("\n\t", errors)}", keys);
        foreach (var (_, key) in _copies)
            source.Verify(key);
        return keys;
    }

    /// <summary>Copies what was prepared.</summary>
    public void Apply()
    {
        WeightGate.EnterWrite();
        try
        {
            foreach (var (lazy, layer) in _sized)
                lazy.Become(layer);
            foreach (var (target, key) in _copies)
                source.CopyTo(key, target);
        }
        finally
        {
            WeightGate.ExitWrite();
        }
    }

    private static string TorchShape(Shape shape) => $"torch.Size({shape})";

    private static string Quoted(IEnumerable<string> keys) => string.Join(", ", keys.Select(key => $"\"{key}\""));

    private IEnumerable<string> Errors(bool strict)
    {
        if (strict && _missing.Count > 0)
            yield return $"Missing key(s) in state_dict: {Quoted(_missing)}. ";
        if (strict && _unexpected.Count > 0)
            yield return $"Unexpected key(s) in state_dict: {Quoted(_unexpected)}. ";
        foreach (var mismatch in _mismatches)
            yield return mismatch;
    }

    /// <summary>Lets modules rename what states of older versions call differently.</summary>
    private void Upgrade(Module module, string prefix)
    {
        module.UpgradeState(new StateUpgrade(_keys, prefix, source.Version(prefix)));
        foreach (var (key, child) in MemberLists.Of(module).Children)
            Upgrade(child, Module.Join(prefix, key));
    }

    private void Compare(Module module, string prefix)
    {
        var members = MemberLists.Of(Sized(module, prefix));
        var local = members.Parameters.ConvertAll(parameter => (parameter.Key, Tensor: (TensorBase)parameter.Parameter));
        local.AddRange(members.Buffers.FindAll(buffer => buffer.IsPersistent).ConvertAll(buffer => (buffer.Key, Tensor: buffer.Buffer)));
        foreach (var (key, target) in local)
            CompareTensor(Module.Join(prefix, key), target);

        var tensors = local.ConvertAll(tensor => tensor.Key).ToHashSet();
        var children = members.Children.ConvertAll(child => child.Key).ToHashSet();
        _unexpected.AddRange(_keys.All.Where(key => IsUnexpected(key, prefix, tensors, children)));
        foreach (var (key, child) in members.Children)
            Compare(child, Module.Join(prefix, key));
    }

    /// <summary>What a lazy layer becomes if the state is loaded; any other module itself.</summary>
    private Module Sized(Module module, string prefix)
    {
        if (module is not ILazyModule lazy || lazy.Create(ShapeOf, prefix) is not { } layer)
            return module;
        layer.UpgradeState(new StateUpgrade(_keys, prefix, source.Version(prefix)));
        _sized.Add((lazy, layer));
        return layer;
    }

    private Shape? ShapeOf(string key) => _keys.SourceOf(key) is { } sourceKey ? source.Shape(sourceKey) : (Shape?)null;

    /// <summary>Whether a key below this module names neither a tensor of its own nor something below a child.</summary>
    private static bool IsUnexpected(string key, string prefix, HashSet<string> tensors, HashSet<string> children)
    {
        var start = prefix.Length == 0 ? 0 : prefix.Length + 1;
        if (start > 0 && !(key.StartsWith(prefix, StringComparison.Ordinal) && key.Length > prefix.Length && key[prefix.Length] == '.'))
            return false;
        var dot = key.IndexOf('.', start);
        return dot < 0 ? !tensors.Contains(key[start..]) : !children.Contains(key[start..dot]);
    }

    private void CompareTensor(string key, TensorBase target)
    {
        if (_keys.SourceOf(key) is not { } sourceKey)
        {
            if (!_keys.IsOptional(key))
                _missing.Add(key);
            return;
        }

        var shape = source.Shape(sourceKey);
        if (shape == target.Shape || (target.Rank == 0 && shape.Rank == 1 && shape.Count == 1))
        {
            _copies.Add((target, sourceKey));
        }
        else
        {
            _mismatches.Add(
                $"size mismatch for {key}: copying a param with shape {TorchShape(shape)} from checkpoint, "
                + $"the shape in current model is {TorchShape(target.Shape)}.");
        }
    }
}

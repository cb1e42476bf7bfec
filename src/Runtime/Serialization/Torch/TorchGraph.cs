namespace NnGen.Serialization;

/// <summary>Checks and walks what a pickle describes. It may share parts, so what seems small can be large when it is walked.</summary>
internal sealed class TorchGraph
{
    private const int MaxDepth = 100;
    private const long MaxSize = 2_000_000;

    private readonly Dictionary<object, long> _sizes = new(ReferenceEqualityComparer.Instance);

    private TorchGraph()
    {
    }

    /// <summary>Refuses cycles, deep nesting, shared parts that multiply, and what is no value.</summary>
    /// <exception cref="CheckpointException">The object is one of these.</exception>
    public static void Check(object? root) => new TorchGraph().Size(root, depth: 0);

    /// <summary>The entries of a container with their names; null where the value is none.</summary>
    public static IEnumerable<(string Name, object? Value)>? Children(object? value) => value switch
    {
        TorchDict dict => dict.Select(entry => ($"{entry.Key}", entry.Value)),
        IReadOnlyList<object?> list => list.Select((item, i) => ($"{i}", item)),
        _ => null,
    };

    /// <summary>The same value with tensors instead of their descriptions; containers are changed in place.</summary>
    public static object? Replace(object? value, Func<StoredTensor, TensorBase> tensor, HashSet<object> done)
    {
        if (value is StoredTensor stored)
            return tensor(stored);
        if (value is null || value is string or byte[] || Children(value) is null || !done.Add(value))
            return value;
        switch (value)
        {
            case TorchDict dict:
                foreach (var (key, item) in dict)
                    dict[key] = Replace(item, tensor, done);
                break;
            case TorchTuple tuple:
                for (int i = 0; i < tuple.Count; i++)
                    tuple.Set(i, Replace(tuple[i], tensor, done));
                break;
            case List<object?> list:
                for (int i = 0; i < list.Count; i++)
                    list[i] = Replace(list[i], tensor, done);
                break;
        }

        return value;
    }

    /// <summary>How many values there are when each is counted wherever it stands.</summary>
    private long Size(object? value, int depth)
    {
        if (value is null or bool or long or double or string or byte[] or StoredTensor or DType)
            return 1;
        if (value is PickleGlobal global)
            throw new CheckpointException($"It holds the Python name '{global.FullName}' as a value, which is not read.");
        var children = Children(value) ?? throw new CheckpointException("It holds a storage without a tensor, which is not read.");
        if (_sizes.TryGetValue(value, out long known))
            return known >= 0 ? known : throw new CheckpointException("It holds a container that contains itself.");
        if (depth == MaxDepth)
            throw new CheckpointException($"Its containers are nested more than {MaxDepth} deep.");
        _sizes[value] = -1;
        long size = 1;
        foreach (var (_, child) in children)
        {
            size += Size(child, depth + 1);
            if (size > MaxSize)
                throw new CheckpointException($"It holds more than {MaxSize} values, because parts of it are shared many times.");
        }

        return _sizes[value] = size;
    }
}

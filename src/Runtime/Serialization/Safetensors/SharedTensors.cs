namespace NnGen.Serialization;

/// <summary>
/// Tied weights in a safetensors file, by the convention of safetensors.torch: the name that sorts first keeps the tensor, and the
/// metadata says for each other name under which one it is found.
/// </summary>
internal static class SharedTensors
{
    /// <summary>Splits a state into the tensors to be stored and the names that refer to one of them.</summary>
    public static (Dictionary<string, TensorBase> Stored, Dictionary<string, string> Aliases) Split(
        IEnumerable<KeyValuePair<string, TensorBase>> tensors)
    {
        var stored = new Dictionary<string, TensorBase>(StringComparer.Ordinal);
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        var first = new Dictionary<(object Memory, Shape Shape), string>();
        foreach (var (name, tensor) in tensors.OrderBy(t => t.Key, Utf8Comparer.Instance))
        {
            var identity = (TensorBytes.Memory(tensor), tensor.Shape);
            if (first.TryAdd(identity, name))
                stored.Add(name, tensor);
            else
                aliases.Add(name, first[identity]);
        }

        return (stored, aliases);
    }

    /// <summary>The names that a file's metadata refers to a stored tensor, with that tensor's name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Aliases(
        IReadOnlyDictionary<string, string> metadata, IReadOnlySet<string> stored)
    {
        foreach (var entry in metadata)
        {
            if (stored.Contains(entry.Value) && !stored.Contains(entry.Key))
                yield return entry;
        }
    }
}

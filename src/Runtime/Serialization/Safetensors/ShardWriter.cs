namespace NnGen.Serialization;

/// <summary>Writes a sharded checkpoint: files of limited size, then the index that names them.</summary>
internal static class ShardWriter
{
    private const string ShardExtension = ".safetensors";

    /// <summary>
    /// Writes the files and, when all are on disk, the index. Their names are new each time, so that an index never names files of
    /// another save; those of an index that is replaced are deleted.
    /// </summary>
    public static void Write(string indexPath, IReadOnlyDictionary<string, TensorBase> tensors, IReadOnlyDictionary<string, string> aliases, long maxShardBytes)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(indexPath))!;
        string name = Path.GetFileName(indexPath)[..^SafetensorsIndex.Extension.Length];
        string id = Guid.NewGuid().ToString("N")[..8];
        var shards = Split(tensors, maxShardBytes);
        var files = shards.Select((_, i) => $"{name}-{i + 1:D5}-of-{shards.Count:D5}-{id}{ShardExtension}").ToList();
        var replaced = FilesOf(indexPath);
        try
        {
            var map = new SortedDictionary<string, string>(Utf8Comparer.Instance);
            foreach (var (shard, file) in shards.Zip(files))
            {
                var ownAliases = aliases.Where(alias => shard.ContainsKey(alias.Value)).ToDictionary(alias => alias.Key, alias => alias.Value);
                AtomicFile.Write(Path.Combine(folder, file), stream => SafetensorsWriter.Write(stream, shard, ownAliases));
                foreach (var key in shard.Keys.Concat(ownAliases.Keys))
                    map.Add(key, file);
            }

            AtomicFile.Write(indexPath, stream => SafetensorsIndex.Write(stream, map, tensors.Values.Sum(ByteLength)));
        }
        catch
        {
            files.ForEach(file => File.Delete(Path.Combine(folder, file)));
            throw;
        }

        foreach (var file in replaced)
            File.Delete(Path.Combine(folder, file));
    }

    private static List<Dictionary<string, TensorBase>> Split(IReadOnlyDictionary<string, TensorBase> tensors, long maxShardBytes)
    {
        var shards = new List<Dictionary<string, TensorBase>> { new(StringComparer.Ordinal) };
        long size = 0;
        foreach (var (name, tensor) in tensors)
        {
            if (shards[^1].Count > 0 && size + ByteLength(tensor) > maxShardBytes)
            {
                shards.Add(new Dictionary<string, TensorBase>(StringComparer.Ordinal));
                size = 0;
            }

            shards[^1].Add(name, tensor);
            size += ByteLength(tensor);
        }

        return shards;
    }

    private static long ByteLength(TensorBase tensor) => (long)tensor.Count * tensor.DType.BitSize() / 8;

    /// <summary>The files of an index that is there already; none where it cannot be read.</summary>
    private static List<string> FilesOf(string indexPath)
    {
        if (!File.Exists(indexPath))
            return [];
        try
        {
            using var file = FileBytes.Open(indexPath);
            return [.. SafetensorsIndex.Read(file).Select(entry => entry.Value).Distinct()];
        }
        catch (CheckpointException)
        {
            return [];
        }
    }
}

namespace NnGen.Serialization;

/// <summary>Tensors in several safetensors files, found by an index.</summary>
internal sealed class ShardedSafetensors : TensorFile
{
    private readonly Dictionary<string, SafetensorsFile> _shards = new(StringComparer.Ordinal);

    private ShardedSafetensors(string path)
        : base(path)
    {
    }

    /// <summary>Opens an index and the headers of all files that it names.</summary>
    /// <exception cref="CheckpointException">A file is missing or damaged, or lacks a tensor.</exception>
    public static ShardedSafetensors OpenIndex(string path)
    {
        using var index = FileBytes.Open(path);
        var result = new ShardedSafetensors(path);
        try
        {
            foreach (var (name, fileName) in SafetensorsIndex.Read(index))
            {
                result.Add(result.Shard(index, fileName).TryGetTensor(name, out var tensor)
                    ? tensor
                    : throw index.Refuse($"It says that '{fileName}' holds the tensor '{name}', but that file does not."));
            }

            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var shard in _shards.Values)
            shard.Dispose();
    }

    private SafetensorsFile Shard(FileBytes index, string fileName)
    {
        if (_shards.TryGetValue(fileName, out var shard))
            return shard;
        string path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!, fileName);
        try
        {
            shard = SafetensorsFile.OpenPath(path);
        }
        catch (FileNotFoundException e)
        {
            throw index.Refuse($"It names the file '{fileName}', which is not in its folder: copy all files of the checkpoint there.", e);
        }

        _shards.Add(fileName, shard);
        return shard;
    }
}

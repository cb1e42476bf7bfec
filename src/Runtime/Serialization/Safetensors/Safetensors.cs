using System.Collections.ObjectModel;
using NnGen.Serialization;

namespace NnGen;

/// <summary>
/// Reads and writes safetensors files (https://github.com/huggingface/safetensors), the format that shares weights with PyTorch.
/// Files are checked by the reference implementation's rules before anything is read from them.
/// </summary>
public static class Safetensors
{
    private const long DefaultShardBytes = 5_000_000_000;

    /// <summary>Reads all tensors of a file, or of all files of an index (<c>.safetensors.index.json</c>).</summary>
    /// <param name="path">The file.</param>
    /// <returns>
    /// The tensors in the file's order. F32 becomes <see cref="Tensor"/>; F64, I64, I32, U8 and BOOL become <see cref="Tensor{T}"/>,
    /// all other types <see cref="RawTensor"/>. A name that the metadata refers to a stored tensor (tied weights) is that same tensor.
    /// </returns>
    /// <exception cref="CheckpointException">The file is not valid.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StateDict Load(string path)
    {
        using var file = Open(path);
        return file.Load();
    }

    /// <summary>Opens a file, or an index, to read tensors one by one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CheckpointException">The file is not valid.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TensorFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return path.EndsWith(SafetensorsIndex.Extension, StringComparison.OrdinalIgnoreCase)
            ? ShardedSafetensors.OpenIndex(path)
            : SafetensorsFile.OpenPath(path);
    }

    /// <summary>Reads the texts that a file carries under <c>__metadata__</c>; empty where it has none.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CheckpointException">The file is not valid.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> LoadMetadata(string path)
    {
        using var file = Open(path);
        return file.Metadata;
    }

    /// <summary>
    /// Writes a file: to a temporary one in the same folder, flushed to disk and renamed, so that a failure leaves what was there.
    /// </summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="tensors">
    /// The tensors by name, as of <see cref="Module.StateDict"/>. Names that share one tensor (tied weights) have it stored once,
    /// under the name that sorts first; the metadata names the others, as the safetensors package for PyTorch does.
    /// </param>
    /// <param name="metadata">Texts to carry along. Default: none.</param>
    /// <exception cref="ArgumentException">A tensor is called <c>__metadata__</c>.</exception>
    /// <exception cref="CheckpointException">The names are too long for a header, or an element type is not one of the format's.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Save(
        string path,
        IEnumerable<KeyValuePair<string, TensorBase>> tensors,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        var (stored, aliases) = Split(tensors);
        foreach (var (key, value) in metadata ?? ReadOnlyDictionary<string, string>.Empty)
            aliases[key] = value;                               // what the caller says of a name stands
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, stored, aliases));
    }

    /// <summary>
    /// Writes a checkpoint in several files and the index that names them. The index is replaced when all files are on disk, and
    /// the files of the one before are deleted then, so a failure leaves what was there.
    /// </summary>
    /// <param name="path">The index, whose name ends in <c>.safetensors.index.json</c>; the files are put beside it.</param>
    /// <param name="tensors">The tensors by name, as of <see cref="Save"/>.</param>
    /// <param name="maxShardBytes">How many bytes of tensors a file holds, unless one tensor is larger. Default: 5 GB.</param>
    /// <inheritdoc cref="Save" path="/exception"/>
    public static void SaveSharded(string path, IEnumerable<KeyValuePair<string, TensorBase>> tensors, long maxShardBytes = DefaultShardBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxShardBytes);
        if (!path.EndsWith(SafetensorsIndex.Extension, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"'{path}': the name of an index ends in {SafetensorsIndex.Extension}.", nameof(path));
        var (stored, aliases) = Split(tensors);
        ShardWriter.Write(path, stored, aliases, maxShardBytes);
    }

    private static (Dictionary<string, TensorBase> Stored, Dictionary<string, string> Aliases) Split(
        IEnumerable<KeyValuePair<string, TensorBase>> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var split = SharedTensors.Split(tensors);
        return split.Stored.ContainsKey(SafetensorsHeader.MetadataKey)
            ? throw new ArgumentException(
                $"A tensor cannot be called '{SafetensorsHeader.MetadataKey}': the format keeps that name.", nameof(tensors))
            : split;
    }
}

using System.Collections.ObjectModel;
using NnGen.Serialization;

namespace NnGen;

/// <summary>
/// Reads and writes safetensors files (https://github.com/huggingface/safetensors), the format that shares weights with PyTorch.
/// Files are checked by the reference implementation's rules before anything is read from them.
/// </summary>
public static class Safetensors
{
    /// <summary>Reads all tensors of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>
    /// The tensors in the file's order. F32, F16 and BF16 become <see cref="Tensor"/>, the last two converted to float32; F64, I64,
    /// I32, U8 and BOOL become <see cref="Tensor{T}"/>. A name that the metadata refers to a stored tensor (tied weights) is that
    /// same tensor.
    /// </returns>
    /// <exception cref="SafetensorsException">The file is not valid, or holds another element type.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StateDict Load(string path)
    {
        using var stream = Open(path);
        return Read(path, stream, static (stream, header) =>
        {
            var state = new StateDict();
            foreach (var entry in header.Entries)
                state[entry.Name] = SafetensorsReader.ReadTensor(stream, entry);
            SharedTensors.Restore(state, header.Metadata);
            return state;
        });
    }

    /// <summary>Reads the texts that a file carries under <c>__metadata__</c>; empty where it has none.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SafetensorsException">The file is not valid.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> LoadMetadata(string path)
    {
        using var stream = Open(path);
        return Read(path, stream, static (_, header) => header.Metadata);
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
    /// <exception cref="SafetensorsException">The names are too long for a header.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(
        string path,
        IEnumerable<KeyValuePair<string, TensorBase>> tensors,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        var (stored, aliases) = SharedTensors.Split(tensors);
        if (stored.ContainsKey(SafetensorsHeader.MetadataKey))
            throw new ArgumentException(
                $"A tensor cannot be called '{SafetensorsHeader.MetadataKey}': the format keeps that name.", nameof(tensors));
        foreach (var (key, value) in metadata ?? ReadOnlyDictionary<string, string>.Empty)
            aliases[key] = value;                               // what the caller says of a name stands
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, stored, aliases));
    }

    private static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
    }

    private static T Read<T>(string path, Stream stream, Func<Stream, SafetensorsHeader, T> read)
    {
        try
        {
            return read(stream, SafetensorsReader.ReadHeader(stream));
        }
        catch (SafetensorsException e)
        {
            throw new SafetensorsException($"'{path}' is not a safetensors file that can be read. {e.Message}", e);
        }
    }
}

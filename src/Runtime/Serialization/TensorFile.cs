using System.Diagnostics.CodeAnalysis;
using NnGen.Serialization;

namespace NnGen;

/// <summary>
/// A file of tensors, opened to be read piece by piece: opening reads only what describes them, and each tensor is read when it is
/// asked for. Replacing or deleting the file meanwhile does not disturb it. Safe to use from several threads.
/// </summary>
public abstract class TensorFile : IDisposable
{
    private readonly Dictionary<string, StoredTensor> _byName = new(StringComparer.Ordinal);
    private readonly List<StoredTensor> _tensors = [];

    private protected TensorFile(string path) => Path = path;

    /// <summary>The path by which the file was opened.</summary>
    public string Path { get; }

    /// <summary>The tensors, in the file's order.</summary>
    public IReadOnlyList<StoredTensor> Tensors => _tensors;

    /// <summary>The texts that the file carries along; empty where it has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; private protected init; } = new Dictionary<string, string>();

    /// <summary>The versions of modules by their prefix (<see cref="StateDict.Versions"/>); empty where the file has none.</summary>
    internal Dictionary<string, long> Versions { get; private protected init; } = [];

    /// <summary>The tensor of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public StoredTensor this[string name] => TryGetTensor(name, out var tensor)
        ? tensor
        : throw new KeyNotFoundException($"'{Path}' has no tensor '{name}'.");

    /// <summary>
    /// Opens a file: safetensors, an index of sharded safetensors (<c>.safetensors.index.json</c>), or PyTorch's <c>.pth</c>. The
    /// content decides, except that the index is known by its name.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="key">
    /// Where the tensors stand in a <c>.pth</c> file that holds more, such as <c>model</c>; keys of nested dicts are joined by dots.
    /// Default: all tensors of the file, under their keys joined by dots.
    /// </param>
    /// <exception cref="CheckpointException">The file is damaged, or holds what NnGen does not read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TensorFile Open(string path, string? key = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.EndsWith(SafetensorsIndex.Extension, StringComparison.OrdinalIgnoreCase))
            return ShardedSafetensors.OpenIndex(path);
        var file = FileBytes.Open(path);
        try
        {
            return TorchFormat.IsTorch(file) ? TorchFile.Open(file, key) : SafetensorsFile.Open(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The tensor of a name.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryGetTensor(string name, [MaybeNullWhen(false)] out StoredTensor tensor) => _byName.TryGetValue(name, out tensor);

    /// <summary>Reads all tensors. Names of one tensor (tied weights) get the same one.</summary>
    /// <exception cref="CheckpointException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public StateDict Load()
    {
        var state = new StateDict();
        var read = new Dictionary<StoredTensor, TensorBase>();
        foreach (var tensor in _tensors)
        {
            if (!read.TryGetValue(tensor.Original, out var values))
                read.Add(tensor.Original, values = tensor.Read());
            state[tensor.Name] = values;
        }

        foreach (var (prefix, version) in Versions)
            state.Versions[prefix] = version;
        return state;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Refuses a file that holds more than tensors by name.</summary>
    /// <exception cref="CheckpointException">It does.</exception>
    internal virtual void RequireStateDict()
    {
    }

    /// <summary>The exception that says what is wrong with the file.</summary>
    internal CheckpointException Refuse(string reason, Exception cause)
        => new($"'{Path}' cannot be read as a checkpoint. {reason}", cause) { Path = Path };

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);

    private protected void Add(StoredTensor tensor)
    {
        _byName.Add(tensor.Name, tensor);
        _tensors.Add(tensor);
    }

    private protected bool Contains(string name) => _byName.ContainsKey(name);
}

using System.Globalization;

namespace NnGen.Serialization;

/// <summary>
/// A file of <c>torch.save</c>: a zip archive of a pickle that describes the object and of the memory of its tensors. All tensors in
/// it, or below a key, are found under their keys joined by dots.
/// </summary>
internal sealed class TorchFile : TensorFile
{
    private const int MaxPickleLength = 1 << 25;
    private const int MaxTextLength = 1 << 25;
    private const int LongestList = 20;                         // of what is only described
    private const int LongestItem = 100;

    private readonly FileBytes _file;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly string? _key;
    private long _textLength;

    private TorchFile(FileBytes file, object? root, string? key)
        : base(file.Path)
    {
        _file = file;
        _key = key;
        Root = key is null ? root : Find(root, key);
        Metadata = _values;
        if (Root is TorchDict dict)
            Versions = dict.Versions;
        Flatten("", Root);
    }

    /// <summary>The object below the key: values as <see cref="TorchDict"/> names them, with <see cref="StoredTensor"/> for tensors.</summary>
    public object? Root { get; }

    /// <summary>Opens a file by its path.</summary>
    public static TorchFile OpenPath(string path, string? key)
    {
        var file = FileBytes.Open(path);
        try
        {
            return TorchFormat.IsTorch(file)
                ? Open(file, key)
                : throw file.Refuse("A file of torch.save begins as a zip archive, but this one does not. For safetensors use Safetensors.Load.");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads and checks what describes the tensors.</summary>
    public static TorchFile Open(FileBytes file, string? key)
    {
        var archive = ZipReader.Read(file);
        var pickle = TorchFormat.FindPickle(file, archive);
        string prefix = pickle.Name[..(pickle.Name.LastIndexOf('/') + 1)], dataPrefix = prefix + "data/";
        bool isBigEndian = TorchFormat.IsBigEndian(file, archive, prefix);
        var records = new Dictionary<string, StoredBytes>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries.Values)
        {
            if (entry.Name.StartsWith(dataPrefix, StringComparison.Ordinal))
                records.Add(entry.Name[dataPrefix.Length..], new StoredBytes(file, entry.Offset, entry.Length, entry.Checksum, isBigEndian));
        }

        try
        {
            var root = new PickleReader(TorchFormat.ReadRecord(file, pickle, MaxPickleLength), new TorchObjects(file, records)).Read();
            TorchGraph.Check(root);
            return new TorchFile(file, root, key);
        }
        catch (CheckpointException e) when (e.Path is null)
        {
            throw file.Refuse(e.Message, e);
        }
    }

    /// <summary>The same file below a key. It is to be disposed once.</summary>
    /// <exception cref="CheckpointException">There is no such key.</exception>
    public TorchFile Below(string key)
    {
        try
        {
            return new TorchFile(_file, Root, key);
        }
        catch (CheckpointException e)
        {
            throw _file.Refuse(e.Message, e);
        }
    }

    /// <summary>Reads the values of some of the dict's keys; those that are not there are left out.</summary>
    /// <exception cref="CheckpointException">It is no dict, or a tensor is damaged.</exception>
    public TorchDict Read(IEnumerable<string> keys)
    {
        var dict = Root as TorchDict ?? throw _file.Refuse($"It holds {TorchDict.TypeName(Root)}: a dict was expected.");
        var selected = new TorchDict();
        foreach (var key in keys)
        {
            if (dict.TryGetValue(key, out var value))
                selected[key] = value;
        }

        return (TorchDict)ReadTensors(selected)!;
    }

    /// <summary>Reads everything.</summary>
    public object? ReadAll() => ReadTensors(Root);

    /// <inheritdoc/>
    internal override void RequireStateDict()
    {
        if (Root is not TorchDict dict)
            throw _file.Refuse($"It holds {TorchDict.TypeName(Root)}{At(_key)}: a dict of tensors was expected.");
        foreach (var (key, value) in dict)
        {
            if (value is not StoredTensor)
            {
                throw _file.Refuse(
                    $"It holds a dict with the keys {dict.Describe()}{At(_key)}, of which '{key}' is {TorchDict.TypeName(value)} and not a tensor: "
                    + "name the key of the state dict, as in Load(path, key: \"model\").");
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _file.Dispose();

    private static object? ReadTensors(object? value)
    {
        var tensors = new Dictionary<StoredTensor, TensorBase>();
        return TorchGraph.Replace(value, Read, new HashSet<object>(ReferenceEqualityComparer.Instance));

        TensorBase Read(StoredTensor stored)
        {
            if (!tensors.TryGetValue(stored.Original, out var tensor))
                tensors.Add(stored.Original, tensor = stored.Read());
            return tensor;
        }
    }

    private static string At(string? key) => key is null ? "" : $" under '{key}'";

    private static object? Find(object? root, string key)
    {
        foreach (string part in key.Split('.'))
        {
            if (root is not TorchDict dict)
                throw new CheckpointException($"There is no key '{part}' of '{key}': it holds {TorchDict.TypeName(root)} there, not a dict.");
            root = dict.TryGetValue(part, out var value) || (long.TryParse(part, out long number) && dict.TryGetValue(number, out value))
                ? value
                : throw new CheckpointException($"There is no key '{part}' of '{key}' among {dict.Describe()}.");
        }

        return root;
    }

    private void Flatten(string name, object? value)
    {
        CountText(name);
        if (value is StoredTensor tensor)
        {
            if (Contains(name))
                throw new CheckpointException($"Two tensors in it have the name '{name}'.");
            Add(tensor.As(name));
        }
        else if (value is IReadOnlyList<object?> list && list.All(item => item is not StoredTensor && TorchGraph.Children(item) is null))
        {
            var items = list.Take(LongestList).Select(item => item is string { Length: > LongestItem } text ? text[..LongestItem] + "..." : Text(item));
            CountText(_values[name] = $"[{string.Join(", ", items)}{(list.Count > LongestList ? ", ..." : "")}]");
        }
        else if (TorchGraph.Children(value) is { } children)
        {
            foreach (var (child, item) in children)
                Flatten(name.Length == 0 ? child : $"{name}.{child}", item);
        }
        else
        {
            _values[name] = Text(value);
        }
    }

    private void CountText(string text)
    {
        _textLength += text.Length;
        if (_textLength > MaxTextLength)
            throw new CheckpointException($"The names of what it holds are longer than {MaxTextLength} characters together.");
    }

    private static string Text(object? value) => value switch
    {
        null => "None",
        byte[] bytes => $"{bytes.Length} bytes",
        DType dtype => dtype.TorchName(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

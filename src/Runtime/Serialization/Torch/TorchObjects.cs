using System.Text;

namespace NnGen.Serialization;

/// <summary>Rebuilds tensors and containers from what a pickle says of them. A tensor is described, not read.</summary>
/// <param name="file">The file.</param>
/// <param name="records">The archive's entries of tensor data by key.</param>
internal sealed class TorchObjects(FileBytes file, IReadOnlyDictionary<string, StoredBytes> records) : IPickleObjects
{
    private const int MaxRank = 64;                             // as in PyTorch
    private const long ExpandedBytes = 1 << 26;                 // what tensors may take beyond the file, as views of the same memory

    private readonly Dictionary<(StoredBytes, DType, long, string), StoredTensor> _tensors = [];
    private long _totalBytes;

    /// <inheritdoc/>
    public object Global(string fullName) => TorchGlobals.Find(fullName);

    /// <inheritdoc/>
    public object? Call(PickleGlobal function, TorchTuple arguments) => function.FullName switch
    {
        TorchGlobals.OrderedDict => OrderedDict(arguments),
        TorchGlobals.RebuildTensor or TorchGlobals.RebuildTensorV2 => Tensor(arguments, dtype: null),
        TorchGlobals.RebuildTensorV3 => Tensor(arguments, Argument<DType>(arguments, 6, "a dtype")),
        TorchGlobals.RebuildParameter or TorchGlobals.RebuildParameterWithState => Argument<StoredTensor>(arguments, 0, "a tensor"),
        TorchGlobals.Size => Argument<TorchTuple>(arguments, 0, "a tuple"),
        TorchGlobals.Device => Argument<string>(arguments, 0, "a text"),
        TorchGlobals.Encode => Encode(Argument<string>(arguments, 0, "a text")),
        _ => throw new CheckpointException($"It calls '{function.FullName}', which is not a function that is read."),
    };

    /// <inheritdoc/>
    public object Persistent(object? id)
    {
        if (id is not TorchTuple { Count: >= 5 } parts || parts[0] is not "storage")
            throw new CheckpointException("A persistent id is not ('storage', class, key, location, count).");
        var dtype = TorchGlobals.ElementType(parts[1]);
        var key = Argument<string>(parts, 2, "a text");
        var count = Argument<long>(parts, 4, "an integer");
        if (!records.TryGetValue(key, out var bytes))
            throw new CheckpointException($"The storage '{key}' is not in the archive: it is damaged.");
        int size = dtype?.Size() ?? 1;
        return count >= 0 && count <= long.MaxValue / size && count * size == bytes.Length
            ? new TorchStorage(bytes, dtype)
            : throw new CheckpointException(
                $"The storage '{key}' has {bytes.Length} bytes: {count} elements of {dtype?.ToString() ?? "bytes"} were expected.");
    }

    private static T Argument<T>(TorchTuple arguments, int index, string expected)
    {
        if (index < arguments.Count && arguments[index] is T value)
            return value;
        string found = index < arguments.Count ? TorchDict.TypeName(arguments[index]) : "missing";
        throw new CheckpointException($"Argument {index} of a rebuilt object is {found}: {expected} was expected.");
    }

    private static TorchDict OrderedDict(TorchTuple arguments)
    {
        var dict = new TorchDict();
        if (arguments.Count == 0)
            return dict;
        foreach (var item in Argument<List<object?>>(arguments, 0, "a list"))
        {
            var pair = item is IReadOnlyList<object?> { Count: 2 } found ? found : throw new CheckpointException("An OrderedDict is made of pairs.");
            dict[pair[0] is string or long ? pair[0]! : throw new CheckpointException("A key is a text or an integer.")] = pair[1];
        }

        return dict;
    }

    /// <summary>Protocol 2 has no bytes: Python writes them as a Latin-1 text that is to be encoded.</summary>
    private static byte[] Encode(string text) => text.All(character => character <= byte.MaxValue)
        ? Encoding.Latin1.GetBytes(text)
        : throw new CheckpointException("Bytes are written as a text with characters beyond Latin-1.");

    private static long[] Numbers(TorchTuple arguments, int index)
    {
        var tuple = Argument<TorchTuple>(arguments, index, "a tuple of integers");
        if (tuple.Count > MaxRank)
            throw new CheckpointException($"A tensor has {tuple.Count} dimensions: at most {MaxRank} are read.");
        return [.. tuple.Select(item => item is long and >= 0 ? (long)item : throw new CheckpointException("Sizes and strides are integers that are not negative."))];
    }

    private StoredTensor Tensor(TorchTuple arguments, DType? dtype)
    {
        var storage = Argument<TorchStorage>(arguments, 0, "a storage");
        var type = dtype ?? storage.DType ?? throw new CheckpointException("A tensor of an untyped storage does not say its type.");
        var offset = Argument<long>(arguments, 1, "an integer");
        long[] dims = Numbers(arguments, 2), strides = Numbers(arguments, 3);
        CheckPlaces(storage.Bytes.Length / type.Size(), offset, dims, strides);
        var identity = (storage.Bytes, type, offset, $"{string.Join(",", dims)};{string.Join(",", strides)}");
        if (_tensors.TryGetValue(identity, out var tensor))
            return tensor;
        tensor = new StoredTensor("", type, dims, storage.Bytes, offset * type.Size(), IsContiguous(dims, strides) ? null : strides);
        _totalBytes += tensor.ByteLength;
        if (_totalBytes > (2 * file.Length) + ExpandedBytes)
            throw new CheckpointException($"Its tensors take more than {_totalBytes} bytes, but the file has {file.Length}: save contiguous copies.");
        _tensors.Add(identity, tensor);
        return tensor;
    }

    /// <summary>All elements must lie in the storage.</summary>
    private static void CheckPlaces(long count, long offset, long[] dims, long[] strides)
    {
        if (dims.Length != strides.Length)
            throw new CheckpointException($"A tensor has {dims.Length} sizes, but {strides.Length} strides.");
        try
        {
            long elements = dims.Aggregate(1L, (product, dim) => checked(product * dim));
            long last = elements == 0 ? offset - 1 : dims.Zip(strides).Aggregate(offset, (place, dim) => checked(place + ((dim.First - 1) * dim.Second)));
            if (offset < 0 || last >= count || elements > long.MaxValue / 16)
                throw new CheckpointException($"A tensor of shape [{string.Join(", ", dims)}] reaches element {last} of a storage of {count}.");
        }
        catch (OverflowException e)
        {
            throw new CheckpointException($"The size of a tensor of shape [{string.Join(", ", dims)}] overflows 64 bits.", e);
        }
    }

    private static bool IsContiguous(long[] dims, long[] strides)
    {
        long expected = 1;
        for (int i = dims.Length - 1; i >= 0; i--)
        {
            if (dims[i] == 0)
                return true;
            if (dims[i] != 1 && strides[i] != expected)
                return false;
            expected *= dims[i];
        }

        return true;
    }

    /// <summary>A storage: elements of one type, or bytes.</summary>
    private sealed record TorchStorage(StoredBytes Bytes, DType? DType);
}

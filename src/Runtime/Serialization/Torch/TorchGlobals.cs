namespace NnGen.Serialization;

/// <summary>The Python names that are read in PyTorch's pickles, and no others.</summary>
internal static class TorchGlobals
{
    public const string OrderedDict = "collections.OrderedDict";
    public const string RebuildTensor = "torch._utils._rebuild_tensor";
    public const string RebuildTensorV2 = "torch._utils._rebuild_tensor_v2";
    public const string RebuildTensorV3 = "torch._utils._rebuild_tensor_v3";
    public const string RebuildParameter = "torch._utils._rebuild_parameter";
    public const string RebuildParameterWithState = "torch._utils._rebuild_parameter_with_state";
    public const string Size = "torch.Size";
    public const string Device = "torch.device";
    public const string Encode = "_codecs.encode";
    public const string UntypedStorage = "torch.storage.UntypedStorage";

    private static readonly string[] s_functions =
    [
        OrderedDict, RebuildTensor, RebuildTensorV2, RebuildTensorV3, RebuildParameter, RebuildParameterWithState, Size, Device, Encode,
        UntypedStorage, "torch.UntypedStorage",
    ];

    private static readonly (string Storage, DType DType)[] s_storages =
    [
        ("torch.FloatStorage", DType.Float32),
        ("torch.DoubleStorage", DType.Float64),
        ("torch.HalfStorage", DType.Float16),
        ("torch.BFloat16Storage", DType.BFloat16),
        ("torch.LongStorage", DType.Int64),
        ("torch.IntStorage", DType.Int32),
        ("torch.ShortStorage", DType.Int16),
        ("torch.CharStorage", DType.Int8),
        ("torch.ByteStorage", DType.UInt8),
        ("torch.BoolStorage", DType.Bool),
        ("torch.ComplexFloatStorage", DType.Complex64),
        ("torch.ComplexDoubleStorage", DType.Complex128),
    ];

    private static readonly Dictionary<string, object> s_objects = All();

    /// <summary>What a name stands for: a function or class that is known by its name, or a dtype.</summary>
    /// <exception cref="CheckpointException">It is not listed.</exception>
    public static object Find(string fullName) => s_objects.TryGetValue(fullName, out var found)
        ? found
        : throw new CheckpointException(
            $"It refers to the Python name '{fullName}', which is refused: NnGen executes nothing from a file and reads only tensors, numbers, "
            + "texts and containers of them. Save a state dict (torch.save(model.state_dict(), path)) instead.");

    /// <summary>The element type of a storage class; null where it is untyped.</summary>
    /// <exception cref="CheckpointException">It is no storage class.</exception>
    public static DType? ElementType(object? storageClass)
    {
        if (storageClass is not PickleGlobal { FullName: var name })
            throw new CheckpointException($"A storage is of {TorchDict.TypeName(storageClass)}: a storage class was expected.");
        if (name is UntypedStorage or "torch.UntypedStorage")
            return null;
        int index = Array.FindIndex(s_storages, storage => storage.Storage == name);
        return index >= 0 ? s_storages[index].DType : throw new CheckpointException($"'{name}' is no storage class.");
    }

    /// <summary>The storage class of an element type; null where PyTorch has none and tensors name their type themselves.</summary>
    public static string? StorageClass(DType dtype) => Array.Find(s_storages, storage => storage.DType == dtype).Storage;

    private static Dictionary<string, object> All()
    {
        var all = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var name in s_functions.Concat(Array.ConvertAll(s_storages, storage => storage.Storage)))
            all.Add(name, new PickleGlobal(name));
        foreach (var dtype in Array.FindAll(Enum.GetValues<DType>(), dtype => dtype.BitSize() >= 8))
            all.Add(dtype.TorchName(), dtype);
        return all;
    }
}

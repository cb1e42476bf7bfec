using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace NnGen.Serialization;

/// <summary>Writes a pickle of protocol 2, which every PyTorch reads.</summary>
/// <param name="storageKey">The key under which the archive holds a tensor's memory.</param>
internal sealed class PickleWriter(Func<TensorBase, string> storageKey)
{
    private const byte Protocol = 2;
    private const int MaxDepth = 100;

    private readonly ArrayBufferWriter<byte> _output = new();
    private int _depth;

    /// <summary>The pickle of a value.</summary>
    /// <exception cref="ArgumentException">A value is of a type that is not written, or a container contains itself.</exception>
    public ReadOnlyMemory<byte> Write(object? value)
    {
        Write(PickleOp.Protocol, [Protocol]);
        WriteValue(value);
        Write(PickleOp.Stop);
        return _output.WrittenMemory;
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                Write(PickleOp.None);
                break;
            case bool flag:
                Write(flag ? PickleOp.NewTrue : PickleOp.NewFalse);
                break;
            case int number:
                WriteInteger(number);
                break;
            case long number:
                WriteInteger(number);
                break;
            case float number:
                WriteFloat(number);
                break;
            case double number:
                WriteFloat(number);
                break;
            case string text:
                WriteText(text);
                break;
            case byte[] bytes:
                WriteCall(TorchGlobals.Encode, new TorchTuple(Encoding.Latin1.GetString(bytes), "latin1"));
                break;
            case DType dtype:
                WriteGlobal(dtype.TorchName());
                break;
            case TensorBase tensor:
                WriteTensor(tensor);
                break;
            case StateDict state:
                WriteStateDict(state);
                break;
            default:
                WriteContainer(value);
                break;
        }
    }

    private void WriteContainer(object value)
    {
        if (++_depth > MaxDepth)
            throw new ArgumentException($"Containers are nested more than {MaxDepth} deep, or one contains itself.", nameof(value));
        switch (value)
        {
            case TorchDict dict:
                Write(PickleOp.EmptyDict);
                WriteItems(dict);
                break;
            case TorchTuple tuple:
                Write(PickleOp.Mark);
                foreach (var item in tuple)
                    WriteValue(item);
                Write(PickleOp.Tuple);
                break;
            case IEnumerable list:
                Write(PickleOp.EmptyList);
                Write(PickleOp.Mark);
                foreach (var item in list)
                    WriteValue(item);
                Write(PickleOp.Appends);
                break;
            default:
                throw new ArgumentException($"A value of type {value.GetType().Name} is not written: {nameof(TorchDict)} lists those that are.", nameof(value));
        }

        _depth--;
    }

    private void WriteStateDict(StateDict state)
    {
        WriteCall(TorchGlobals.OrderedDict, new TorchTuple());
        WriteItems(state.Select(entry => new KeyValuePair<object, object?>(entry.Key, entry.Value)));
        if (state.Versions.Count == 0)
            return;
        WriteValue(TorchModuleVersions.Write(state.Versions));
        Write(PickleOp.Build);
    }

    private void WriteItems(IEnumerable<KeyValuePair<object, object?>> items)
    {
        Write(PickleOp.Mark);
        foreach (var (key, value) in items)
        {
            WriteValue(key);
            WriteValue(value);
        }

        Write(PickleOp.SetItems);
    }

    /// <summary>A tensor as torch describes it. Types that have no storage class of their own are named beside an untyped one.</summary>
    private void WriteTensor(TensorBase tensor)
    {
        if (tensor.DType.BitSize() < 8)
            throw new CheckpointException($"PyTorch has no elements of type {tensor.DType}: safetensors files hold them.");
        var storageClass = TorchGlobals.StorageClass(tensor.DType);
        long bytes = (long)tensor.Count * tensor.DType.Size();
        WriteGlobal(storageClass is null ? TorchGlobals.RebuildTensorV3 : TorchGlobals.RebuildTensorV2);
        Write(PickleOp.Mark);
        Write(PickleOp.Mark);
        WriteText("storage");
        WriteGlobal(storageClass ?? TorchGlobals.UntypedStorage);
        WriteText(storageKey(tensor));
        WriteText("cpu");
        WriteInteger(storageClass is null ? bytes : tensor.Count);
        Write(PickleOp.Tuple);
        Write(PickleOp.BinPersistentId);
        WriteInteger(0);
        WriteValue(new TorchTuple([.. tensor.Shape.ToArray().Select(dim => (object)dim)]));
        WriteValue(new TorchTuple([.. Strides(tensor.Shape).Select(stride => (object)stride)]));
        Write(PickleOp.NewFalse);                               // requires_grad
        WriteCall(TorchGlobals.OrderedDict, new TorchTuple());  // hooks
        if (storageClass is null)
            WriteGlobal(tensor.DType.TorchName());
        Write(PickleOp.Tuple);
        Write(PickleOp.Reduce);
    }

    private static long[] Strides(Shape shape)
    {
        var strides = new long[shape.Rank];
        long stride = 1;
        for (int i = shape.Rank - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= Math.Max(shape[i], 1);
        }

        return strides;
    }

    private void WriteCall(string function, TorchTuple arguments)
    {
        WriteGlobal(function);
        WriteValue(arguments);
        Write(PickleOp.Reduce);
    }

    private void WriteGlobal(string fullName)
    {
        int dot = fullName.LastIndexOf('.');
        Write(PickleOp.Global, Encoding.UTF8.GetBytes($"{fullName[..dot]}\n{fullName[(dot + 1)..]}\n"));
    }

    private void WriteInteger(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        switch (value)
        {
            case >= 0 and <= byte.MaxValue:
                Write(PickleOp.BinInt1, bytes[..1]);
                break;
            case >= 0 and <= ushort.MaxValue:
                Write(PickleOp.BinInt2, bytes[..2]);
                break;
            case >= int.MinValue and <= int.MaxValue:
                Write(PickleOp.BinInt, bytes[..4]);
                break;
            default:
                Write(PickleOp.Long1, [sizeof(long), .. bytes]);
                break;
        }
    }

    private void WriteFloat(double value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        Write(PickleOp.BinFloat, bytes);
    }

    private void WriteText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)bytes.Length);
        Write(PickleOp.BinUnicode, length);
        _output.Write(bytes);
    }

    private void Write(PickleOp op, ReadOnlySpan<byte> argument = default)
    {
        _output.GetSpan(1)[0] = (byte)op;
        _output.Advance(1);
        _output.Write(argument);
    }
}

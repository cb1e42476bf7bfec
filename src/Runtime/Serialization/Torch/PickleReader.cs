using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace NnGen.Serialization;

/// <summary>
/// Reads a pickle without executing anything: instructions that are not in <see cref="PickleOp"/> are refused, and names mean what
/// <see cref="IPickleObjects"/> lists. What is built are the types of <see cref="TorchDict"/> only. The number of objects is bounded.
/// </summary>
internal sealed class PickleReader(byte[] data, IPickleObjects objects)
{
    private const int MaxObjects = 3_000_000;
    private const int HighestProtocol = 5;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<object?> _stack = [];
    private readonly Stack<int> _marks = new();
    private readonly Dictionary<uint, object?> _memo = [];
    private int _position;
    private int _objects;

    /// <summary>The object that the pickle describes.</summary>
    /// <exception cref="CheckpointException">The pickle is damaged, or holds what is not read.</exception>
    public object? Read()
    {
        try
        {
            while (Next() is var op && op != PickleOp.Stop)
                Execute(op);
            return Pop();
        }
        catch (Exception e) when (e is CheckpointException or DecoderFallbackException)
        {
            throw new CheckpointException($"Its pickle cannot be read at byte {_position} of {data.Length}: {e.Message}", e);
        }
    }

    private PickleOp Next() => (PickleOp)Bytes(1)[0];

    private void Execute(PickleOp op)
    {
        if (!ExecuteConstant(op) && !ExecuteContainer(op) && !ExecuteMemory(op))
        {
            throw new CheckpointException(
                $"The instruction 0x{(byte)op:x2} is not read: only those with which PyTorch describes tensors, numbers, texts and containers are.");
        }
    }

    private bool ExecuteConstant(PickleOp op)
    {
        switch (op)
        {
            case PickleOp.None:
                Push(null);
                break;
            case PickleOp.NewTrue:
                Push(true);
                break;
            case PickleOp.NewFalse:
                Push(false);
                break;
            case PickleOp.BinInt:
                Push((long)BinaryPrimitives.ReadInt32LittleEndian(Bytes(4)));
                break;
            case PickleOp.BinInt1:
                Push((long)Bytes(1)[0]);
                break;
            case PickleOp.BinInt2:
                Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2)));
                break;
            case PickleOp.Long1:
                Push(Integer(Bytes(Bytes(1)[0])));
                break;
            case PickleOp.BinFloat:
                Push(BinaryPrimitives.ReadDoubleBigEndian(Bytes(8)));
                break;
            case PickleOp.ShortBinUnicode:
            case PickleOp.ShortBinString:
                Push(Text(Bytes(1)[0]));
                break;
            case PickleOp.BinUnicode:
            case PickleOp.BinString:
                Push(Text(UInt32()));
                break;
            case PickleOp.BinUnicode8:
                Push(Text(BinaryPrimitives.ReadInt64LittleEndian(Bytes(8))));
                break;
            case PickleOp.ShortBinBytes:
                Push(Bytes(Bytes(1)[0]).ToArray());
                break;
            case PickleOp.BinBytes:
                Push(Bytes(UInt32()).ToArray());
                break;
            case PickleOp.BinBytes8:
                Push(Bytes(BinaryPrimitives.ReadInt64LittleEndian(Bytes(8))).ToArray());
                break;
            default:
                return false;
        }

        return true;
    }

    private bool ExecuteContainer(PickleOp op)
    {
        switch (op)
        {
            case PickleOp.Mark:
                Count();
                _marks.Push(_stack.Count);
                break;
            case PickleOp.EmptyTuple:
                Push(new TorchTuple());
                break;
            case PickleOp.Tuple1:
                Push(new TorchTuple(Take(_stack.Count - 1)));
                break;
            case PickleOp.Tuple2:
                Push(new TorchTuple(Take(_stack.Count - 2)));
                break;
            case PickleOp.Tuple3:
                Push(new TorchTuple(Take(_stack.Count - 3)));
                break;
            case PickleOp.Tuple:
                Push(new TorchTuple(TakeMarked()));
                break;
            case PickleOp.EmptyList:
                Push(new List<object?>());
                break;
            case PickleOp.EmptyDict:
                Push(new TorchDict());
                break;
            case PickleOp.Append:
                var item = Pop();
                Top<List<object?>>().Add(item);
                break;
            case PickleOp.Appends:
                var items = TakeMarked();
                Top<List<object?>>().AddRange(items);
                break;
            case PickleOp.SetItem:
                var pair = Take(_stack.Count - 2);
                SetItems(Top<TorchDict>(), pair);
                break;
            case PickleOp.SetItems:
                var pairs = TakeMarked();
                SetItems(Top<TorchDict>(), pairs);
                break;
            default:
                return false;
        }

        return true;
    }

    private bool ExecuteMemory(PickleOp op)
    {
        switch (op)
        {
            case PickleOp.Protocol:
                if (Bytes(1)[0] is var protocol and > HighestProtocol)
                    throw new CheckpointException($"Protocol {protocol} is not read: 2 to {HighestProtocol} are.");
                break;
            case PickleOp.Frame:
                Bytes(8);                                       // only tells a reader how much to buffer
                break;
            case PickleOp.BinPut:
                Remember(Bytes(1)[0]);
                break;
            case PickleOp.LongBinPut:
                Remember((uint)UInt32());
                break;
            case PickleOp.Memoize:
                Remember((uint)_memo.Count);
                break;
            case PickleOp.BinGet:
                Push(Remembered(Bytes(1)[0]));
                break;
            case PickleOp.LongBinGet:
                Push(Remembered((uint)UInt32()));
                break;
            case PickleOp.Global:
                Push(objects.Global($"{Line()}.{Line()}"));
                break;
            case PickleOp.StackGlobal:
                var names = Take(_stack.Count - 2);
                Push(objects.Global($"{Expect<string>(names[0])}.{Expect<string>(names[1])}"));
                break;
            case PickleOp.Reduce:
                var call = Take(_stack.Count - 2);
                Push(objects.Call(Expect<PickleGlobal>(call[0]), Expect<TorchTuple>(call[1])));
                break;
            case PickleOp.Build:
                var state = Pop();
                TorchModuleVersions.Read(Top<TorchDict>(), Expect<TorchDict>(state));
                break;
            case PickleOp.BinPersistentId:
                Push(objects.Persistent(Pop()));
                break;
            default:
                return false;
        }

        return true;
    }

    private static void SetItems(TorchDict dict, object?[] pairs)
    {
        if (pairs.Length % 2 != 0)
            throw new CheckpointException("A dict has a key without a value.");
        for (int i = 0; i < pairs.Length; i += 2)
        {
            var key = pairs[i];
            if (key is not (string or long or bool))
                throw new CheckpointException($"A dict has a key that is {TorchDict.TypeName(key)}: texts and integers are read.");
            if (!dict.ContainsKey(key))
                dict.Add(key, pairs[i + 1]);
            else
                throw new CheckpointException($"A dict has the key '{key}' twice.");
        }
    }

    private static long Integer(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > sizeof(long))
            throw new CheckpointException($"An integer of {bytes.Length} bytes is not read: at most {sizeof(long)} are.");
        long value = bytes.Length > 0 && (bytes[^1] & 0x80) != 0 ? -1 : 0;
        for (int i = bytes.Length - 1; i >= 0; i--)
            value = (value << 8) | bytes[i];
        return value;
    }

    private static T Expect<T>(object? value)
        where T : class
        => value as T ?? throw new CheckpointException(
            $"It has {(value is PickleGlobal global ? $"the name '{global.FullName}'" : TorchDict.TypeName(value))} where a {typeof(T).Name} was expected.");

    private ReadOnlySpan<byte> Bytes(long count)
    {
        if (count < 0 || count > data.Length - _position)
            throw new CheckpointException($"{count} further bytes were expected: it is cut off or damaged.");
        _position += (int)count;
        return data.AsSpan(_position - (int)count, (int)count);
    }

    private long UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    private string Text(long length) => s_utf8.GetString(Bytes(length));

    private string Line()
    {
        int length = data.AsSpan(_position).IndexOf((byte)'\n');
        string line = Text(length < 0 ? data.Length : length);
        _position++;
        return line;
    }

    private void Count()
    {
        if (++_objects > MaxObjects)
            throw new CheckpointException($"It describes more than {MaxObjects} objects.");
    }

    private void Push(object? value)
    {
        Count();
        _stack.Add(value);
    }

    private object? Pop()
    {
        var value = Last();
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    private T Top<T>()
        where T : class
        => Expect<T>(Last());

    private object? Last()
    {
        CheckStack(_stack.Count - 1);
        return _stack[^1];
    }

    /// <summary>Takes what lies on the stack from a place on.</summary>
    private object?[] Take(int from)
    {
        CheckStack(from);
        object?[] taken = [.. CollectionsMarshal.AsSpan(_stack)[from..]];
        _stack.RemoveRange(from, taken.Length);
        return taken;
    }

    /// <summary>Nothing below the last mark is touched.</summary>
    private void CheckStack(int from)
    {
        if (from < (_marks.Count > 0 ? _marks.Peek() : 0))
            throw new CheckpointException("An instruction takes more from the stack than is there: it is damaged.");
    }

    private object?[] TakeMarked()
    {
        if (!_marks.TryPop(out int from))
            throw new CheckpointException("An instruction needs a mark on the stack where there is none: it is damaged.");
        return Take(from);
    }

    private void Remember(uint index)
    {
        Count();
        _memo[index] = Top<object>();
    }

    private object? Remembered(uint index) => _memo.TryGetValue(index, out var value)
        ? value
        : throw new CheckpointException($"It refers to the object {index}, which is not there: it is damaged.");
}

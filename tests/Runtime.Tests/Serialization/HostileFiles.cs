using System.Buffers.Binary;
using System.IO.Compression;
using static NnGen.Tests.Serialization.PickleBytes;

namespace NnGen.Tests.Serialization;

/// <summary>Damaged and malicious .pth files by name, with a part of the message that each must give.</summary>
internal static class HostileFiles
{
    private static readonly byte[] s_good = Archive(Pickle("}(", Text("a"), FloatTensor([2, 2], [2, 1]), "u"));

    public static byte[] Good => s_good;

    public static IReadOnlyDictionary<string, (byte[] Content, string Message)> All { get; } = Code().Concat(Pickles()).Concat(Tensors()).Concat(Archives())
        .ToDictionary(file => file.Name, file => (file.Content, file.Message));

    /// <summary>What would run code in Python.</summary>
    private static IEnumerable<(string Name, byte[] Content, string Message)> Code()
    {
        foreach (var (module, name) in new[]
        {
            ("os", "system"), ("posix", "system"), ("nt", "system"), ("builtins", "eval"), ("builtins", "exec"), ("__builtin__", "getattr"),
            ("subprocess", "Popen"), ("runpy", "_run_code"), ("torch", "load"), ("torch.hub", "load"), ("pickle", "loads"), ("shutil", "rmtree"),
            ("numpy.core.multiarray", "_reconstruct"), ("torch.nn.modules.linear", "Linear"), ("functools", "partial"), ("webbrowser", "open"),
        })
        {
            yield return ($"calls {module}.{name}", Archive(Pickle(Global(module, name), Tuple(Text("id")), "R")), $"'{module}.{name}', which is refused");
        }

        yield return ("name from the stack", Archive(Pickle(Text("os"), Text("system"), 0x93)), "'os.system', which is refused");
        yield return ("name as a value", Archive(Pickle(Global("torch", "FloatStorage"))), "'torch.FloatStorage' as a value");
        yield return ("calls a storage class", Archive(Pickle(Global("torch", "FloatStorage"), ")R")), "not a function that is read");
        yield return ("calls a text", Archive(Pickle(Text("os.system"), ")R")), "where a PickleGlobal was expected");
        yield return ("instance (i)", Archive(Pickle("(i", "os\nsystem\n")), "instruction 0x69");
        yield return ("object (o)", Archive(Pickle("(o")), "instruction 0x6f");
        yield return ("new object", Archive(Pickle(Global("collections", "OrderedDict"), ")", 0x81)), "instruction 0x81");
        yield return ("extension registry", Archive(Pickle(0x82, 1)), "instruction 0x82");
        yield return ("persistent id as text", Archive(Pickle("P0\n")), "instruction 0x50");
        yield return ("state of a tensor", Archive(Pickle(FloatTensor([4], [1]), "}b")), "where a TorchDict was expected");
    }

    private static IEnumerable<(string Name, byte[] Content, string Message)> Pickles()
    {
        yield return ("empty pickle", Archive(Array.Empty<byte>()), "1 further bytes were expected");
        yield return ("no end", Archive([0x80, 2, (byte)'}']), "1 further bytes were expected");
        yield return ("empty stack", Archive(Pickle()), "takes more from the stack");
        yield return ("protocol 99", Archive([0x80, 99, (byte)'}', (byte)'.']), "Protocol 99");
        yield return ("text of 4 GB", Archive(Pickle("X", new byte[] { 255, 255, 255, 255 })), "4294967295 further bytes");
        yield return ("text of 2^63 bytes", Archive(Pickle(0x8d, BitConverter.GetBytes(long.MaxValue))), "9223372036854775807 further bytes");
        yield return ("text of -1 bytes", Archive(Pickle(0x8d, BitConverter.GetBytes(-1L))), "-1 further bytes");
        yield return ("bytes of 2^63", Archive(Pickle(0x8e, BitConverter.GetBytes(1L << 62))), "further bytes were expected");
        yield return ("text that is not UTF-8", Archive(Pickle("X", BitConverter.GetBytes(1), 0xFF)), "cannot be read at byte");
        yield return ("integer of 255 bytes", Archive(Pickle(0x8a, 255, new byte[255])), "integer of 255 bytes");
        yield return ("mark without an end", Archive(Pickle("t")), "a mark on the stack where there is none");
        yield return ("below the mark", Archive(Pickle("]](", Text("a"), "a.")), "takes more from the stack");
        yield return ("unknown memo", Archive(Pickle("h", 7)), "the object 7, which is not there");
        yield return ("append to a number", Archive(Pickle("K", 1, "K", 2, "a")), "where a List`1 was expected");
        yield return ("key without a value", Archive(Pickle("}(K", 1, "u")), "a key without a value");
        yield return ("key that is a list", Archive(Pickle("}(]K", 1, "u")), "a key that is a list");
        yield return ("duplicate key", Archive(Pickle("}(K", 1, "NK", 1, "Nu")), "the key '1' twice");
        yield return ("list in itself", Archive(Pickle("]q", 0, "h", 0, "a")), "contains itself");
        yield return ("dict in itself", Archive(Pickle("}q", 0, Text("a"), "h", 0, "s")), "contains itself");
        yield return ("deep nesting", Archive(Pickle(new string(']', 5000), new string('a', 4999))), "nested more than 100 deep");
        yield return ("shared parts that multiply", Archive(Laughs()), "shared many times");
        yield return ("ten million objects", Archive(Pickle(new string(']', 10_000_000))), "more than 3000000 objects");
        yield return ("a number", Archive(Pickle("K", 1)), "");
        yield return ("metadata that is no dict", Archive(Pickle("}K", 1, "b")), "where a TorchDict was expected");
    }

    private static byte[] Laughs()
    {
        var pickle = new List<byte> { 0x80, 2, (byte)']' };
        for (byte i = 0; i < 30; i++)
            pickle.AddRange([(byte)'q', i, (byte)']', (byte)'(', .. Enumerable.Repeat(new[] { (byte)'h', i }, 10).SelectMany(get => get), (byte)'e']);
        return [.. pickle, (byte)'.'];
    }

    private static IEnumerable<(string Name, byte[] Content, string Message)> Tensors()
    {
        yield return ("beyond its storage", Of(FloatTensor([5], [1])), "reaches element 4 of a storage of 4");
        yield return ("offset beyond its storage", Of(FloatTensor([1], [1], offset: 4)), "reaches element 4 of a storage of 4");
        yield return ("negative offset", Of(FloatTensor([1], [1], offset: -1)), "reaches element -1");
        yield return ("negative size", Of(FloatTensor([-1], [1])), "not negative");
        yield return ("negative stride", Of(FloatTensor([2], [-1])), "not negative");
        yield return ("size of 2^63", Of(FloatTensor([long.MaxValue, 2], [0, 0])), "overflows 64 bits");
        yield return ("stride of 2^63", Of(FloatTensor([3], [long.MaxValue])), "overflows 64 bits");
        yield return ("expanded to 8 GB", Of(FloatTensor([int.MaxValue], [0])), "Its tensors take more than");
        yield return ("other number of strides", Of(FloatTensor([2, 2], [1])), "2 sizes, but 1 strides");
        yield return ("100 dimensions", Of(FloatTensor(new long[100], new long[100])), "100 dimensions");
        yield return ("storage that is not there", Of(FloatTensor([1], [1], key: "1")), "The storage '1' is not in the archive");
        yield return ("path as a storage", Of(FloatTensor([1], [1], key: "../../../etc/passwd")), "'../../../etc/passwd' is not in the archive");
        yield return ("storage of another length", Of(FloatTensor([1], [1], count: 5)), "5 elements of Float32 were expected");
        yield return ("storage of 2^63", Of(FloatTensor([1], [1], count: long.MaxValue)), "has 16 bytes");
        yield return ("unknown storage class", Of(FloatTensor([1], [1], storage: "QUInt8Storage")), "'torch.QUInt8Storage', which is refused");
        yield return ("id that is no storage", Of(Pickle(Text("module"), "Q")[2..^1]), "A persistent id is not");
        yield return ("storage without a tensor", Of([.. Tuple(Text("storage"), Global("torch", "FloatStorage"), Text("0"), Text("cpu"), Integer(4)), (byte)'Q']), "a storage without a tensor");
        yield return ("boolean that is 7", Archive(("archive/data.pkl", Pickle("}(", Text("a"), FloatTensor([1], [1], count: 1, storage: "BoolStorage"), "u")), ("archive/data/0", [7])), "holds the byte 7");
        yield return ("tensor that is a number", Of([.. Global("torch._utils", "_rebuild_parameter"), .. Tuple(Integer(1)), (byte)'R']), "a tensor was expected");
        yield return ("two tensors of one name", Archive(Pickle("}(", Text("a.b"), FloatTensor([1], [1]), Text("a"), "}", Text("b"), FloatTensor([2], [1]), "su")), "have the name 'a.b'");
    }

    private static byte[] Of(byte[] value) => Archive(Pickle("}(", Text("a"), value, "u"));

    private static IEnumerable<(string Name, byte[] Content, string Message)> Archives()
    {
        var pickle = Pickle("}");
        yield return ("no pickle", Archive(("archive/version", [3])), "with 0 entries called data.pkl");
        yield return ("two pickles", Archive(("a/data.pkl", pickle), ("b/data.pkl", pickle)), "with 2 entries called data.pkl");
        yield return ("one name twice", Archive(("a/data.pkl", pickle), ("a/data.pkl", pickle)), "'a/data.pkl' twice");
        yield return ("zip bomb", Archive(CompressionLevel.SmallestSize, ("a/data.pkl", new byte[100_000_000])), "is compressed (method 8)");
        yield return ("byte order", Archive(("a/data.pkl", pickle), ("a/byteorder", "middle"u8.ToArray())), "byte order is 'middle'");
        yield return ("long byte order", Archive(("a/data.pkl", pickle), ("a/byteorder", new byte[1000])), "at most 64");
        yield return ("pickle of 40 MB", Archive(("a/data.pkl", new byte[40_000_000])), "at most 33554432 are read");
        yield return ("wrong CRC of the pickle", Changed(s_good, "}("u8, "}]"u8), "CRC-32");
        yield return ("wrong CRC of a tensor", Changed(s_good, new byte[16], [1, .. new byte[15]]), "CRC-32");
        yield return ("other local name", Changed(s_good, "archive/data.pkl"u8, "archive/date.pkl"u8), "is called 'archive/date.pkl'");
        yield return ("overlapping entries", WithEntry(s_good, 1, entry => 0), "");
        yield return ("entry outside the file", WithEntry(s_good, 1, entry => uint.MaxValue - 1), "does not lie in the file");
        yield return ("directory outside the file", WithEnd(s_good, 16, uint.MaxValue - 1), "does not lie before the end");
        yield return ("directory of 4 GB", WithEnd(s_good, 12, uint.MaxValue - 1), "does not lie before the end");
        yield return ("entries without a directory", WithEnd(s_good, 8, 0xFFFE_FFFE), "cut off or damaged");
        yield return ("cut in the middle", s_good[..(s_good.Length / 2)], "cut off");
        yield return ("only a zip's first bytes", "PK\u0003\u0004"u8.ToArray(), "cut off");
        yield return ("tar", [.. new byte[257], .. "ustar"u8, .. new byte[300]], "tar format");
        yield return ("bare pickle", pickle, "a bare pickle");
    }

    private static byte[] Changed(byte[] content, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        var changed = content.ToArray();
        to.CopyTo(changed.AsSpan(changed.AsSpan().IndexOf(from)));
        return changed;
    }

    /// <summary>Changes where a directory entry says its content lies.</summary>
    private static byte[] WithEntry(byte[] content, int index, Func<uint, uint> offset)
    {
        var changed = content.ToArray();
        int entry = changed.AsSpan().IndexOf("PK\u0001\u0002"u8);
        for (; index > 0; index--)
            entry += 1 + changed.AsSpan(entry + 1).IndexOf("PK\u0001\u0002"u8);
        var field = changed.AsSpan(entry + 42);
        BinaryPrimitives.WriteUInt32LittleEndian(field, offset(BinaryPrimitives.ReadUInt32LittleEndian(field)));
        return changed;
    }

    /// <summary>Changes a number of the end of the directory.</summary>
    private static byte[] WithEnd(byte[] content, int offset, uint value)
    {
        var changed = content.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(changed.Length - 22 + offset), value);
        return changed;
    }
}

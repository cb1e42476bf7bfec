using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace NnGen.Tests.Serialization;

/// <summary>Puts pickles and .pth archives together by hand.</summary>
internal static class PickleBytes
{
    /// <summary>A pickle: text stands for opcodes, byte arrays and numbers for themselves.</summary>
    public static byte[] Pickle(params object[] parts) => [0x80, 2, .. parts.SelectMany(Bytes), (byte)'.'];

    public static byte[] Global(string module, string name) => Encoding.UTF8.GetBytes($"c{module}\n{name}\n");

    public static byte[] Text(string text) => [(byte)'X', .. BitConverter.GetBytes(Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];

    public static byte[] Integer(long value)
    {
        var bytes = new byte[10];
        (bytes[0], bytes[1]) = (0x8a, 8);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(2), value);
        return bytes;
    }

    public static byte[] Tuple(params object[] items) => [(byte)'(', .. items.SelectMany(Bytes), (byte)'t'];

    /// <summary>A float tensor of storage 0.</summary>
    public static byte[] FloatTensor(long[] dims, long[] strides, long offset = 0, long count = 4, string storage = "FloatStorage", string key = "0")
        =>
        [
            .. Global("torch._utils", "_rebuild_tensor_v2"),
            .. Tuple(
                (byte[])[.. Tuple(Text("storage"), Global("torch", storage), Text(key), Text("cpu"), Integer(count)), (byte)'Q'],
                Integer(offset),
                Tuple([.. dims.Select(dim => (object)Integer(dim))]),
                Tuple([.. strides.Select(stride => (object)Integer(stride))]),
                (byte)0x89,
                (byte[])[.. Global("collections", "OrderedDict"), (byte)')', (byte)'R']),
            (byte)'R',
        ];

    /// <summary>The archive of a pickle and of storage 0, four floats.</summary>
    public static byte[] Archive(byte[] pickle) => Archive(("archive/data.pkl", pickle), ("archive/data/0", new byte[16]), ("archive/version", "3\n"u8.ToArray()));

    public static byte[] Archive(params (string Name, byte[] Content)[] entries) => Archive(CompressionLevel.NoCompression, entries);

    public static byte[] Archive(CompressionLevel level, params (string Name, byte[] Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name, level).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static IEnumerable<byte> Bytes(object part) => part switch
    {
        string opcodes => opcodes.Select(opcode => (byte)opcode),
        byte value => [value],
        int value => [(byte)value],
        byte[] bytes => bytes,
        _ => throw new ArgumentException($"{part} is no part of a pickle."),
    };
}

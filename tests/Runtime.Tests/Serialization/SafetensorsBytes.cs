using System.Buffers.Binary;
using System.Text;

namespace NnGen.Tests.Serialization;

/// <summary>Puts safetensors files together by hand.</summary>
internal static class SafetensorsBytes
{
    public static void Write(string path, string header, byte[] data) => File.WriteAllBytes(path, Join(header, data));

    public static byte[] Join(string header, byte[] data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((ulong)text.Length), .. text, .. data];
    }

    public static long DataLength(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        return content.Length - sizeof(ulong) - (long)BinaryPrimitives.ReadUInt64LittleEndian(content);
    }
}

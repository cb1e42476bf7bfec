using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NnGen.Serialization;

/// <summary>Turns elements of one byte order into the other.</summary>
internal static class ByteOrder
{
    /// <summary>Reverses the bytes of each number; the two of a complex number are reversed one by one.</summary>
    public static void Reverse(Span<byte> bytes, DType dtype)
    {
        int bits = dtype is DType.Complex64 or DType.Complex128 ? dtype.BitSize() / 2 : dtype.BitSize();
        switch (bits)
        {
            case 16:
                var shorts = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(shorts, shorts);
                break;
            case 32:
                var ints = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(ints, ints);
                break;
            case 64:
                var longs = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(longs, longs);
                break;
        }
    }
}

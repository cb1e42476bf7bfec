using System.Buffers;
using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NnGen.Serialization;

/// <summary>Reads a safetensors file. Nothing is allocated before the file's own length has shown that it can be filled.</summary>
internal static class SafetensorsReader
{
    private const int ChunkLength = 8192;

    /// <summary>Reads and checks the header; the stream then stands at the first tensor.</summary>
    public static SafetensorsHeader ReadHeader(Stream stream)
    {
        if (stream.Length < SafetensorsHeader.PrefixLength)
        {
            throw new SafetensorsException(
                $"A safetensors file begins with {SafetensorsHeader.PrefixLength} bytes of header length, "
                + $"but this one has {stream.Length} bytes.");
        }

        Span<byte> prefix = stackalloc byte[SafetensorsHeader.PrefixLength];
        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)SafetensorsHeader.MaxLength)
            throw new SafetensorsException(
                $"The header's length is given as {length} bytes: at most {SafetensorsHeader.MaxLength} are allowed.");
        long dataLength = stream.Length - stream.Position - (long)length;
        if (dataLength < 0)
            throw new SafetensorsException(
                $"The header's length is given as {length} bytes, but only {stream.Length - stream.Position} follow.");

        byte[] header = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            stream.ReadExactly(header.AsSpan(0, (int)length));
            return SafetensorsHeaderReader.Parse(header.AsSpan(0, (int)length), dataLength);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(header);
        }
    }

    /// <summary>Reads the tensor that comes next in the stream.</summary>
    public static TensorBase ReadTensor(Stream stream, SafetensorsEntry entry)
    {
        Shape shape = entry.Dims;
        if (entry.DType == SafetensorsDType.F16)
            return ReadConverted<Half>(stream, shape, TensorPrimitives.ConvertToSingle);
        if (entry.DType == SafetensorsDType.BF16)
            return ReadConverted<ushort>(stream, shape, WidenBFloat16);

        var tensor = TensorBytes.Create(entry.DType.ToDType(), shape);
        var bytes = TensorBytes.Write(tensor);
        stream.ReadExactly(bytes);
        int wrong = entry.DType == SafetensorsDType.Bool ? bytes.IndexOfAnyExceptInRange((byte)0, (byte)1) : -1;
        return wrong < 0
            ? tensor
            : throw new SafetensorsException($"Tensor '{entry.Name}' of dtype BOOL holds the byte {bytes[wrong]}: 0 or 1 was expected.");
    }

    private delegate void Widen<T>(ReadOnlySpan<T> source, Span<float> destination);

    private static Tensor ReadConverted<T>(Stream stream, Shape shape, Widen<T> widen)
        where T : unmanaged
    {
        var tensor = Tensor.Empty(shape.Dims);
        var rest = tensor.AsWritableSpan();
        Span<T> chunk = new T[Math.Min(rest.Length, ChunkLength)];
        while (!rest.IsEmpty)
        {
            chunk = chunk[..Math.Min(rest.Length, chunk.Length)];
            stream.ReadExactly(MemoryMarshal.AsBytes(chunk));
            widen(chunk, rest);
            rest = rest[chunk.Length..];
        }

        return tensor;
    }

    /// <summary>A bfloat16 is the upper half of a float.</summary>
    private static void WidenBFloat16(ReadOnlySpan<ushort> source, Span<float> destination)
    {
        for (int i = 0; i < source.Length; i++)
            destination[i] = BitConverter.UInt32BitsToSingle((uint)source[i] << 16);
    }
}

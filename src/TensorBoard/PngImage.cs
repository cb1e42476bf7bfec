using System.Buffers.Binary;
using System.IO.Compression;

namespace NnGen.TensorBoard;

/// <summary>An image of bytes, row by row, as a PNG file (RFC 2083).</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">1: grey, 3: red, green and blue, 4: also opacity.</param>
/// <param name="Pixels">The channels of each pixel together.</param>
internal sealed record PngImage(int Width, int Height, int Channels, byte[] Pixels)
{
    private const byte BitDepth = 8;
    private const uint Polynomial = 0xEDB88320;

    /// <summary>An image of shape [C, H, W] with values from 0 to 1; others are limited to them, NaN is 0.</summary>
    public static PngImage From(Tensor image)
    {
        if (image.Rank != 3 || image.Shape[0] is not (1 or 3 or 4) || image.Count == 0)
            throw new ArgumentException($"An image of shape {image.Shape} was given: expected [C, H, W] with 1, 3 or 4 channels.", nameof(image));
        int channels = image.Shape[0], height = image.Shape[1], width = image.Shape[2], size = height * width;
        var values = image.AsSpan();
        byte[] pixels = new byte[values.Length];
        for (int i = 0; i < values.Length; i++)
            pixels[((i % size) * channels) + (i / size)] = (byte)MathF.Round(Math.Clamp(float.IsNaN(values[i]) ? 0 : values[i], 0, 1) * byte.MaxValue);
        return new PngImage(width, height, channels, pixels);
    }

    /// <summary>The file.</summary>
    public byte[] Encode()
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(sizeof(int)), Height);
        header[8] = BitDepth;
        header[9] = (byte)(Channels switch { 1 => 0, 3 => 2, _ => 6 });
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress());
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>The rows, each after a byte that says that it is not filtered.</summary>
    private byte[] Compress()
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (byte[] row in Pixels.Chunk(Width * Channels))
            {
                zlib.WriteByte(0);
                zlib.Write(row);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] content = [.. type, .. data];
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(content));
        file.Write(number);
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < BitDepth; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
        }

        return ~crc;
    }
}

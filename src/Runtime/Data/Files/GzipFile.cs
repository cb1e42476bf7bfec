using System.Buffers.Binary;
using System.IO.Compression;

namespace NnGen.Data;

/// <summary>Reads a gzip file as a whole, strictly: every byte of it must belong to one complete member.</summary>
internal static class GzipFile
{
    private const int MaxExpansion = 1032;                      // no deflate stream expands further

    /// <summary>The uncompressed content.</summary>
    /// <exception cref="InvalidDataException">The file is truncated, damaged, or followed by other data.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        using var file = File.OpenRead(path);
        byte[] content = new byte[StatedLength(file, path)];
        try
        {
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            gzip.ReadExactly(content);
            if (gzip.ReadByte() >= 0)
                throw new InvalidDataException($"it holds more than the {content.Length} bytes that its trailer states.");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"'{path}' is a truncated or damaged gzip file: {e.Message}", e);
        }

        return content;
    }

    /// <summary>
    /// The length in the file's last four bytes: a file that was truncated, or goes on after its end, has others there. One that
    /// could not be reached is refused before memory is asked for.
    /// </summary>
    private static int StatedLength(FileStream file, string path)
    {
        Span<byte> trailer = stackalloc byte[sizeof(uint)];
        if (file.Length < trailer.Length)
            throw new InvalidDataException($"'{path}' is a truncated gzip file: it has {file.Length} bytes.");
        file.Seek(-trailer.Length, SeekOrigin.End);
        file.ReadExactly(trailer);
        file.Seek(0, SeekOrigin.Begin);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        return length <= Math.Min(file.Length * MaxExpansion, Array.MaxLength)
            ? (int)length
            : throw new InvalidDataException(
                $"'{path}' is a truncated or damaged gzip file: {file.Length} bytes cannot hold the {length} that its trailer states.");
    }
}

using System.IO.Compression;
using NnGen.Serialization;

namespace NnGen.Tests.Serialization;

/// <summary>The checksum is the one that .NET's own zip archives hold.</summary>
public sealed class Crc32Tests
{
    [Fact]
    public void ChecksumsAreThoseOfZipArchives()
    {
        var random = new Random(1);
        foreach (int length in Enumerable.Range(0, 300).Append(100_000).Append(1_048_577))
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            var whole = default(Crc32);
            whole.Append(bytes);
            Assert.Equal(Expected(bytes), whole.Value);

            int middle = random.Next(length + 1);
            var pieces = default(Crc32);
            pieces.Append(bytes.AsSpan(0, middle));
            pieces.Append(bytes.AsSpan(middle));
            Assert.Equal(whole.Value, pieces.Value);
        }
    }

    private static uint Expected(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("x", CompressionLevel.NoCompression).Open())
            entry.Write(bytes);
        using var written = new ZipArchive(stream, ZipArchiveMode.Read);
        return written.Entries[0].Crc32;
    }
}

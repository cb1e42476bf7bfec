using System.Buffers.Binary;
using System.IO.Compression;

namespace NnGen.Fuzz;

/// <summary>
/// Files to start from. Those with parts are mutated in one part and put together again with right lengths and checksums, so that
/// changes reach what lies behind these.
/// </summary>
internal static class Seeds
{
    /// <summary>A file in parts, of which the first describes the rest.</summary>
    /// <param name="Description">The pickle, or the JSON header.</param>
    /// <param name="Join">The file of another description.</param>
    public sealed record Seed(byte[] Description, Func<byte[], byte[]> Join)
    {
        public byte[] Whole { get; } = Join(Description);
    }

    public static IReadOnlyList<Seed> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Seeds"), "*.pth").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(IsZip).Select(Torch),
        Safetensors(),
    ];

    private static bool IsZip(byte[] content) => content.AsSpan().StartsWith("PK"u8);

    private static Seed Torch(byte[] content)
    {
        var entries = new List<(string Name, byte[] Content)>();
        using (var archive = new ZipArchive(new MemoryStream(content)))
        {
            foreach (var entry in archive.Entries)
            {
                using var memory = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(memory);
                entries.Add((entry.FullName, memory.ToArray()));
            }
        }

        int pickle = entries.FindIndex(entry => entry.Name.EndsWith("data.pkl", StringComparison.Ordinal));
        return new Seed(entries[pickle].Content, description => Zip(entries.Select((entry, i) => (entry.Name, i == pickle ? description : entry.Content))));
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static Seed Safetensors()
    {
        const string header =
            """{"__metadata__":{"tied":"a","format":"pt"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"""
            + """ "b":{"dtype":"BOOL","shape":[3],"data_offsets":[16,19]},"c":{"dtype":"BF16","shape":[],"data_offsets":[19,21]}}""";
        return new Seed(System.Text.Encoding.UTF8.GetBytes(header), description =>
        {
            var prefix = new byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)description.Length);
            return [.. prefix, .. description, .. new byte[21]];
        });
    }
}

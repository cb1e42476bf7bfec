using System.Text;

namespace NnGen.Serialization;

/// <summary>Tells PyTorch's file formats from each other by their first bytes.</summary>
internal static class TorchFormat
{
    private const int TarMagicAt = 257;

    private static ReadOnlySpan<byte> ZipMagic => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> EmptyZipMagic => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> TarMagic => "ustar"u8;

    /// <summary>A pickle of protocol 2 of the number 0x1950a86a20f9469cfc6c.</summary>
    private static ReadOnlySpan<byte> LegacyMagic => [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

    /// <summary>Whether a file is of PyTorch's current format.</summary>
    /// <exception cref="CheckpointException">It is of a format that PyTorch wrote before 1.6.</exception>
    public static bool IsTorch(FileBytes file)
    {
        var start = file.Read(0, (int)Math.Min(file.Length, TarMagicAt + TarMagic.Length)).AsSpan();

        // The length of a safetensors header may look like the start of a pickle: what follows it does not.
        if (start.Length > sizeof(long) && start[sizeof(long)] == '{' && start[7] == 0)
            return false;
        if (start.StartsWith(LegacyMagic))
            throw Legacy(file, "the format of PyTorch before 1.6 (or of torch.save with _use_new_zipfile_serialization=False)");
        if (start.Length > TarMagicAt && start[TarMagicAt..].StartsWith(TarMagic))
            throw Legacy(file, "the tar format of PyTorch before 0.2");
        if (start is [0x80, >= 2 and <= 5, ..])
            throw Legacy(file, "a bare pickle");
        return start.StartsWith(ZipMagic) || start.StartsWith(EmptyZipMagic);
    }

    /// <summary>The archive's entry that holds the pickle, whatever the folder in front of it is called.</summary>
    /// <exception cref="CheckpointException">There is none, or several.</exception>
    public static ZipEntry FindPickle(FileBytes file, ZipReader archive)
    {
        const string name = "data.pkl";
        var found = archive.Entries.Values.ToList().FindAll(entry => entry.Name == name || entry.Name.EndsWith("/" + name, StringComparison.Ordinal));
        if (archive.Entries.Keys.Any(key => key.EndsWith("/constants.pkl", StringComparison.Ordinal)))
        {
            throw file.Refuse(
                "It is a TorchScript program, which holds code, and is not read. "
                + "Save its state dict instead: torch.save(torch.jit.load(path).state_dict(), other).");
        }

        return found.Count == 1
            ? found[0]
            : throw file.Refuse($"It is a zip archive with {found.Count} entries called {name}: one was expected in a file of torch.save.");
    }

    /// <summary>Reads one of the archive's small entries, with its checksum.</summary>
    public static byte[] ReadRecord(FileBytes file, ZipEntry entry, int maxLength)
    {
        if (entry.Length > maxLength)
            throw file.Refuse($"Its entry '{entry.Name}' has {entry.Length} bytes: at most {maxLength} are read.");
        var bytes = new byte[entry.Length];
        new StoredBytes(file, entry.Offset, entry.Length, entry.Checksum).Read(0, bytes);
        return bytes;
    }

    /// <summary>Whether numbers stand in big-endian order, as the entry <c>byteorder</c> says; little-endian where there is none.</summary>
    public static bool IsBigEndian(FileBytes file, ZipReader archive, string prefix)
    {
        if (!archive.Entries.TryGetValue(prefix + "byteorder", out var entry))
            return false;
        return Encoding.ASCII.GetString(ReadRecord(file, entry, maxLength: 64)) switch
        {
            "little" => false,
            "big" => true,
            var other => throw file.Refuse($"Its byte order is '{other}': little or big was expected."),
        };
    }

    private static CheckpointException Legacy(FileBytes file, string format) => file.Refuse(
        $"It is {format}, which is not read. Load it with PyTorch and save it again: torch.save(torch.load(path), other), or as safetensors.");
}

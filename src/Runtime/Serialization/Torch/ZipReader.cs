using System.Buffers.Binary;
using System.Text;

namespace NnGen.Serialization;

/// <summary>One file in a zip archive, stored as it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Where its bytes begin.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Checksum">Their CRC-32.</param>
internal readonly record struct ZipEntry(string Name, long Offset, long Length, uint Checksum);

/// <summary>
/// Reads the directory of a zip archive as PyTorch writes it. Entries are stored, never compressed, so nothing can be larger than the
/// file; entries that overlap, lie outside or have one name twice are refused. Names are only compared, never used as paths.
/// </summary>
internal sealed class ZipReader
{
    private const int MaxEntries = 1_000_000;
    private const int MaxDirectoryLength = 1 << 27;
    private const uint In64Bits = uint.MaxValue;

    private readonly FileBytes _file;
    private readonly Dictionary<string, ZipEntry> _entries = new(StringComparer.Ordinal);

    private ZipReader(FileBytes file) => _file = file;

    /// <summary>The files by name.</summary>
    public IReadOnlyDictionary<string, ZipEntry> Entries => _entries;

    /// <summary>Reads and checks the directory.</summary>
    /// <exception cref="CheckpointException">It is not such an archive.</exception>
    public static ZipReader Read(FileBytes file)
    {
        var reader = new ZipReader(file);
        var end = ZipDirectoryEnd.Find(file);
        if (end.Count > MaxEntries || end.Length > MaxDirectoryLength)
            throw file.Refuse($"Its zip directory has {end.Count} entries in {end.Length} bytes: at most {MaxEntries} in {MaxDirectoryLength} are read.");
        reader.ReadDirectory(file.Read(end.Offset, (int)end.Length), end);
        return reader;
    }

    private void ReadDirectory(ReadOnlySpan<byte> directory, ZipDirectoryEnd end)
    {
        var stretches = new List<(long Start, long End, string Name)>();
        for (long i = 0; i < end.Count; i++)
        {
            var (entry, header, length) = ReadEntry(directory);
            directory = directory[length..];
            if (!_entries.TryAdd(entry.Name, entry))
                throw _file.Refuse($"Its zip directory has '{entry.Name}' twice.");
            stretches.Add((header, entry.Offset + entry.Length, entry.Name));
        }

        if (!directory.IsEmpty)
            throw _file.Refuse($"Its zip directory has {directory.Length} bytes after its {end.Count} entries.");
        CheckOverlaps(stretches, end.Offset);
    }

    private void CheckOverlaps(List<(long Start, long End, string Name)> stretches, long directory)
    {
        stretches.Sort((a, b) => a.Start.CompareTo(b.Start));
        long last = 0;
        foreach (var (start, stop, name) in stretches)
        {
            if (start < last || stop > directory)
                throw _file.Refuse($"The zip entry '{name}' at bytes {start} to {stop} overlaps another one, or the directory at {directory}.");
            last = stop;
        }
    }

    private (ZipEntry Entry, long Header, int Length) ReadEntry(ReadOnlySpan<byte> directory)
    {
        if (directory.Length < ZipFormat.DirectoryEntryLength || ZipFormat.UInt32(directory, 0) != ZipFormat.DirectoryEntrySignature)
            throw _file.Refuse("Its zip directory is cut off or damaged.");
        int nameLength = ZipFormat.UInt16(directory, 28), extraLength = ZipFormat.UInt16(directory, 30), commentLength = ZipFormat.UInt16(directory, 32);
        int length = ZipFormat.DirectoryEntryLength + nameLength + extraLength + commentLength;
        if (length > directory.Length)
            throw _file.Refuse("Its zip directory is cut off or damaged.");
        string name = Encoding.UTF8.GetString(directory.Slice(ZipFormat.DirectoryEntryLength, nameLength));
        ushort flags = ZipFormat.UInt16(directory, 8), method = ZipFormat.UInt16(directory, 10);
        if ((flags & ZipFormat.EncryptedFlag) != 0 || method != ZipFormat.Stored)
        {
            throw _file.Refuse(
                $"The zip entry '{name}' is {(method == ZipFormat.Stored ? "encrypted" : $"compressed (method {method})")}: "
                + "torch.save stores entries as they are. Save the state dict with torch.save; a TorchScript program, which holds code, is not read.");
        }

        long compressed = ZipFormat.UInt32(directory, 20), size = ZipFormat.UInt32(directory, 24), header = ZipFormat.UInt32(directory, 42);
        ReadSizesIn64Bits(directory.Slice(ZipFormat.DirectoryEntryLength + nameLength, extraLength), ref size, ref compressed, ref header);
        if (size != compressed)
            throw _file.Refuse($"The zip entry '{name}' has {compressed} bytes for a content of {size}: stored entries have as many.");
        return (new ZipEntry(name, DataOffset(name, header, size), size, ZipFormat.UInt32(directory, 16)), header, length);
    }

    private static void ReadSizesIn64Bits(ReadOnlySpan<byte> extra, ref long size, ref long compressed, ref long header)
    {
        while (extra.Length >= 4)
        {
            int id = ZipFormat.UInt16(extra, 0), length = Math.Min(ZipFormat.UInt16(extra, 2), extra.Length - 4);
            var field = extra.Slice(4, length);
            if (id == ZipFormat.Zip64Field)
            {
                Take(ref field, ref size);
                Take(ref field, ref compressed);
                Take(ref field, ref header);
                return;
            }

            extra = extra[(4 + length)..];
        }
    }

    private static void Take(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value != In64Bits || field.Length < sizeof(long))
            return;
        value = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[sizeof(long)..];
    }

    /// <summary>The place behind an entry's own header, which must agree with the directory.</summary>
    private long DataOffset(string name, long header, long size)
    {
        if (header < 0 || size < 0 || header > _file.Length - ZipFormat.LocalHeaderLength)
            throw _file.Refuse($"The zip entry '{name}' of {size} bytes at {header} does not lie in the file of {_file.Length} bytes.");
        Span<byte> local = stackalloc byte[ZipFormat.LocalHeaderLength];
        _file.Read(header, local);
        int nameLength = ZipFormat.UInt16(local, 26);
        long offset = header + ZipFormat.LocalHeaderLength + nameLength + ZipFormat.UInt16(local, 28);
        if (ZipFormat.UInt32(local, 0) != ZipFormat.LocalHeaderSignature || offset > _file.Length || size > _file.Length - offset)
            throw _file.Refuse($"The zip entry '{name}' of {size} bytes at {header} does not lie in the file of {_file.Length} bytes.");
        string localName = Encoding.UTF8.GetString(_file.Read(header + ZipFormat.LocalHeaderLength, nameLength));
        if (localName != name || ZipFormat.UInt16(local, 8) != ZipFormat.Stored)
            throw _file.Refuse($"The zip entry '{name}' is called '{localName}', or is compressed, where it lies: it is damaged.");
        return offset;
    }
}

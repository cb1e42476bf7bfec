using System.Buffers.Binary;
using System.Text;

namespace NnGen.Serialization;

/// <summary>Writes a zip archive as PyTorch does: entries stored as they are, their bytes at multiples of 64 in the file.</summary>
internal sealed class ZipWriter(Stream stream)
{
    private const int Alignment = 64;
    private const ushort PaddingField = 0x4246;                 // "FB", as PyTorch calls it
    private const int FieldHeader = 4;
    private const int Zip64Length = FieldHeader + (3 * sizeof(long));
    private const ushort Version = 45;                          // the first with 64-bit sizes
    private const ushort DosDate = (1 << 5) | 1;                // 1980-01-01, so that equal contents give equal files

    private readonly List<(byte[] Name, long Header, long Length, uint Checksum)> _entries = [];
    private long _position;

    /// <summary>Writes an entry.</summary>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        var crc = default(Crc32);
        crc.Append(content);
        var entry = (Name: Encoding.UTF8.GetBytes(name), Header: _position, Length: (long)content.Length, Checksum: crc.Value);
        _entries.Add(entry);

        int fixedLength = ZipFormat.LocalHeaderLength + entry.Name.Length + Zip64Length + FieldHeader;
        int padding = (int)(-(_position + fixedLength) & (Alignment - 1));
        var header = new byte[fixedLength + padding];
        WriteUInt32(header, 0, ZipFormat.LocalHeaderSignature);
        WriteCommon(header.AsSpan(4), entry.Checksum, (ushort)entry.Name.Length, (ushort)(Zip64Length + FieldHeader + padding));
        entry.Name.CopyTo(header, ZipFormat.LocalHeaderLength);
        int extra = ZipFormat.LocalHeaderLength + entry.Name.Length;
        WriteZip64(header.AsSpan(extra), entry.Length, entry.Header);
        WriteUInt16(header, extra + Zip64Length, PaddingField);
        WriteUInt16(header, extra + Zip64Length + 2, (ushort)padding);
        Write(header);
        Write(content);
    }

    /// <summary>Writes the directory, which ends the archive.</summary>
    public void Finish()
    {
        long start = _position;
        foreach (var (name, header, length, checksum) in _entries)
        {
            var entry = new byte[ZipFormat.DirectoryEntryLength + name.Length + Zip64Length];
            WriteUInt32(entry, 0, ZipFormat.DirectoryEntrySignature);
            WriteUInt16(entry, 4, Version);
            WriteCommon(entry.AsSpan(6), checksum, (ushort)name.Length, Zip64Length);
            WriteUInt32(entry, 42, uint.MaxValue);
            name.CopyTo(entry, ZipFormat.DirectoryEntryLength);
            WriteZip64(entry.AsSpan(ZipFormat.DirectoryEntryLength + name.Length), length, header);
            Write(entry);
        }

        WriteEnd(start, _position - start);
    }

    private void WriteEnd(long start, long length)
    {
        var end = new byte[ZipFormat.Directory64EndLength + ZipFormat.Directory64LocatorLength + ZipFormat.DirectoryEndLength];
        WriteUInt32(end, 0, ZipFormat.Directory64EndSignature);
        WriteInt64(end, 4, ZipFormat.Directory64EndLength - 12);
        WriteUInt16(end, 12, Version);
        WriteUInt16(end, 14, Version);
        WriteInt64(end, 24, _entries.Count);
        WriteInt64(end, 32, _entries.Count);
        WriteInt64(end, 40, length);
        WriteInt64(end, 48, start);

        var locator = end.AsSpan(ZipFormat.Directory64EndLength);
        WriteUInt32(locator, 0, ZipFormat.Directory64LocatorSignature);
        WriteInt64(locator, 8, start + length);
        WriteUInt32(locator, 16, 1);

        var last = locator[ZipFormat.Directory64LocatorLength..];
        WriteUInt32(last, 0, ZipFormat.DirectoryEndSignature);
        WriteUInt16(last, 8, (ushort)Math.Min(_entries.Count, ushort.MaxValue));
        WriteUInt16(last, 10, (ushort)Math.Min(_entries.Count, ushort.MaxValue));
        WriteUInt32(last, 12, (uint)Math.Min(length, uint.MaxValue));
        WriteUInt32(last, 16, (uint)Math.Min(start, uint.MaxValue));
        Write(end);
    }

    /// <summary>What a local header and a directory entry have in common, from the version on. Sizes stand in the 64-bit field.</summary>
    private static void WriteCommon(Span<byte> header, uint checksum, ushort nameLength, ushort extraLength)
    {
        WriteUInt16(header, 0, Version);
        WriteUInt16(header, 2, ZipFormat.Utf8Flag);
        WriteUInt16(header, 8, DosDate);
        WriteUInt32(header, 10, checksum);
        WriteUInt32(header, 14, uint.MaxValue);
        WriteUInt32(header, 18, uint.MaxValue);
        WriteUInt16(header, 22, nameLength);
        WriteUInt16(header, 24, extraLength);
    }

    private static void WriteZip64(Span<byte> field, long length, long header)
    {
        WriteUInt16(field, 0, ZipFormat.Zip64Field);
        WriteUInt16(field, 2, Zip64Length - FieldHeader);
        WriteInt64(field, 4, length);
        WriteInt64(field, 12, length);
        WriteInt64(field, 20, header);
    }

    private static void WriteUInt16(Span<byte> target, int offset, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(target[offset..], value);

    private static void WriteUInt32(Span<byte> target, int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(target[offset..], value);

    private static void WriteInt64(Span<byte> target, int offset, long value) => BinaryPrimitives.WriteInt64LittleEndian(target[offset..], value);

    private void Write(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        _position += bytes.Length;
    }
}

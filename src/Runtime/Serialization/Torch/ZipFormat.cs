using System.Buffers.Binary;

namespace NnGen.Serialization;

/// <summary>Numbers of the zip format (PKWARE APPNOTE 6.3).</summary>
internal static class ZipFormat
{
    public const uint LocalHeaderSignature = 0x04034b50;
    public const uint DirectoryEntrySignature = 0x02014b50;
    public const uint DirectoryEndSignature = 0x06054b50;
    public const uint Directory64EndSignature = 0x06064b50;
    public const uint Directory64LocatorSignature = 0x07064b50;

    public const int LocalHeaderLength = 30;
    public const int DirectoryEntryLength = 46;
    public const int DirectoryEndLength = 22;
    public const int Directory64EndLength = 56;
    public const int Directory64LocatorLength = 20;

    public const ushort Stored = 0;
    public const ushort EncryptedFlag = 1;
    public const ushort Utf8Flag = 1 << 11;
    public const ushort Zip64Field = 1;

    public static ushort UInt16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);

    public static uint UInt32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);

    public static long Int64(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt64LittleEndian(bytes[offset..]);
}

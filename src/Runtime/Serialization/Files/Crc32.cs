using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NnGen.Serialization;

/// <summary>The checksum of zip archives (ISO 3309, reflected polynomial 0xEDB88320), eight bytes at a time.</summary>
internal struct Crc32
{
    private const int Slices = 8;
    private const int TableSize = 256;

    private static readonly uint[] s_tables = Tables();

    private uint _inverted;

    /// <summary>The checksum of what was appended.</summary>
    public readonly uint Value => _inverted;

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = ~_inverted;
        ref var tables = ref MemoryMarshal.GetArrayDataReference(s_tables);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var next in words)
        {
            var word = next ^ crc;
            crc = Entry(ref tables, 7, word) ^ Entry(ref tables, 6, word >> 8) ^ Entry(ref tables, 5, word >> 16) ^ Entry(ref tables, 4, word >> 24)
                ^ Entry(ref tables, 3, word >> 32) ^ Entry(ref tables, 2, word >> 40) ^ Entry(ref tables, 1, word >> 48) ^ Entry(ref tables, 0, word >> 56);
        }

        foreach (var value in bytes[(words.Length * sizeof(ulong))..])
            crc = (crc >> 8) ^ Entry(ref tables, 0, crc ^ value);
        _inverted = ~crc;
    }

    private static uint Entry(ref uint tables, int slice, ulong value) => Unsafe.Add(ref tables, (slice * TableSize) + (byte)value);

    /// <summary>Table k advances a byte over k further bytes of zeros.</summary>
    private static uint[] Tables()
    {
        const uint polynomial = 0xEDB88320;
        var tables = new uint[Slices * TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            var crc = (uint)i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * polynomial);
            tables[i] = crc;
        }

        for (var i = TableSize; i < tables.Length; i++)
            tables[i] = (tables[i - TableSize] >> 8) ^ tables[(byte)tables[i - TableSize]];
        return tables;
    }
}

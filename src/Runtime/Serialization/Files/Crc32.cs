using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NnGen.Serialization;

/// <summary>
/// The checksum of zip archives (ISO 3309, reflected polynomial 0xEDB88320). Long stretches are folded by carry-less multiplication (Gopal et
/// al., Fast CRC computation for generic polynomials using PCLMULQDQ instruction, Intel 2009) where the processor has it; the rest goes through
/// tables, eight bytes at a time.
/// </summary>
internal struct Crc32
{
    private const int Slices = 8;
    private const int TableSize = 256;
    private const int FoldLength = 64;

    private static readonly uint[] s_tables = Tables();

    private uint _inverted;

    /// <summary>The checksum of what was appended.</summary>
    public readonly uint Value => _inverted;

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~_inverted;
        if (Pclmulqdq.IsSupported && bytes.Length >= FoldLength)
        {
            var stretch = bytes[..(bytes.Length & -FoldLength)];
            crc = Fold(crc, stretch);
            bytes = bytes[stretch.Length..];
        }

        _inverted = ~Through(crc, bytes);
    }

    /// <summary>The same remainder as that of the bytes, of the 16 bytes to which they are folded.</summary>
    private static uint Fold(uint crc, ReadOnlySpan<byte> bytes)
    {
        // Powers of x modulo the polynomial, by which 128 bits move over 512 and over 128 bits.
        var over512 = Vector128.Create(0x01_5444_2BD4, 0x01_C6E4_1596);
        var over128 = Vector128.Create(0x01_7519_97D0, 0x00_CCAA_009E);
        var vectors = MemoryMarshal.Cast<byte, Vector128<long>>(bytes);
        var (a, b, c, d) = (vectors[0] ^ Vector128.CreateScalar((long)crc), vectors[1], vectors[2], vectors[3]);
        for (vectors = vectors[4..]; vectors.Length >= 4; vectors = vectors[4..])
        {
            a = Move(a, over512) ^ vectors[0];
            b = Move(b, over512) ^ vectors[1];
            c = Move(c, over512) ^ vectors[2];
            d = Move(d, over512) ^ vectors[3];
        }

        a = Move(Move(Move(a, over128) ^ b, over128) ^ c, over128) ^ d;
        return Through(0, MemoryMarshal.AsBytes(new ReadOnlySpan<Vector128<long>>(in a)));
    }

    private static Vector128<long> Move(Vector128<long> bits, Vector128<long> powers)
        => Pclmulqdq.CarrylessMultiply(bits, powers, 0x00) ^ Pclmulqdq.CarrylessMultiply(bits, powers, 0x11);

    private static uint Through(uint crc, ReadOnlySpan<byte> bytes)
    {
        ref uint tables = ref MemoryMarshal.GetArrayDataReference(s_tables);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong next in words)
        {
            ulong word = next ^ crc;
            crc = Entry(ref tables, 7, word) ^ Entry(ref tables, 6, word >> 8) ^ Entry(ref tables, 5, word >> 16) ^ Entry(ref tables, 4, word >> 24)
                ^ Entry(ref tables, 3, word >> 32) ^ Entry(ref tables, 2, word >> 40) ^ Entry(ref tables, 1, word >> 48) ^ Entry(ref tables, 0, word >> 56);
        }

        foreach (byte value in bytes[(words.Length * sizeof(ulong))..])
            crc = (crc >> 8) ^ Entry(ref tables, 0, crc ^ value);
        return crc;
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

namespace NnGen.Fuzz;

/// <summary>Changes files as chance would have it.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly byte[][] s_extremes =
    [
        [0], [255], [0x7F], [0x80], [255, 255], [0, 0, 0, 0], [255, 255, 255, 255], [255, 255, 255, 127], [0, 0, 0, 128],
        [0, 0, 0, 0, 0, 0, 0, 0], [255, 255, 255, 255, 255, 255, 255, 127], [255, 255, 255, 255, 255, 255, 255, 255],
        .. "(.BCGJKMNQRTUX]abcehjqrstu})\u0085\u0086\u0087\u0088\u0089\u008a\u0093\u0094\u0095".Select(opcode => new[] { (byte)opcode }),
        "\""u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), "9223372036854775807"u8.ToArray(), "-1"u8.ToArray(),
        "cos\nsystem\n"u8.ToArray(), "data.pkl"u8.ToArray(), "__metadata__"u8.ToArray(), "../"u8.ToArray(),
    ];

    /// <summary>A copy with one to eight changes.</summary>
    public byte[] Mutate(byte[] content, byte[] other)
    {
        var bytes = content.ToList();
        for (int changes = 1 + random.Next(8); changes > 0 && bytes.Count > 0; changes--)
            Change(bytes, other);
        return [.. bytes];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        int at = random.Next(bytes.Count);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3:
                bytes.RemoveRange(at, Math.Min(1 + random.Next(16), bytes.Count - at));
                break;
            case 4:
                bytes.InsertRange(at, bytes.Slice(at, Math.Min(1 + random.Next(64), bytes.Count - at)));
                break;
            case 5:
                bytes.InsertRange(at, s_extremes[random.Next(s_extremes.Length)]);
                break;
            case 6:
                var extreme = s_extremes[random.Next(s_extremes.Length)];
                for (int i = 0; i < extreme.Length && at + i < bytes.Count; i++)
                    bytes[at + i] = extreme[i];
                break;
            default:
                int from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(1 + random.Next(64), other.Length - from)));
                break;
        }
    }
}

using System.Buffers.Binary;

namespace NnGen.Data;

/// <summary>An IDX file of bytes: the format of MNIST and its relatives.</summary>
/// <param name="Path">Where it was read from.</param>
/// <param name="Dims">The sizes of its dimensions.</param>
/// <param name="Elements">Its elements.</param>
internal sealed record IdxFile(string Path, int[] Dims, ReadOnlyMemory<byte> Elements)
{
    private const int UnsignedByte = 0x08;

    /// <summary>Reads <paramref name="name"/>, or <c>name.gz</c> where that is what the folder has.</summary>
    /// <exception cref="FileNotFoundException">The folder has neither.</exception>
    /// <exception cref="InvalidDataException">It is not an IDX file of bytes with that many dimensions, or is damaged.</exception>
    public static IdxFile Read(string folder, string name, int rank)
    {
        string plain = System.IO.Path.Combine(folder, name), compressed = plain + ".gz";
        if (File.Exists(plain))
            return Parse(plain, File.ReadAllBytes(plain), rank);
        if (File.Exists(compressed))
            return Parse(compressed, GzipFile.ReadAllBytes(compressed), rank);
        string advice = Directory.Exists(folder) ? "" : $" There is no folder '{System.IO.Path.GetFullPath(folder)}'.";
        throw new FileNotFoundException($"Neither '{plain}' nor '{compressed}' exists.{advice}", plain);
    }

    private static IdxFile Parse(string path, byte[] content, int rank)
    {
        int headerLength = sizeof(int) * (1 + rank);
        if (content.Length < headerLength)
            throw new InvalidDataException($"'{path}' has {content.Length} bytes: expected at least the {headerLength} of an IDX header.");
        int magic = BinaryPrimitives.ReadInt32BigEndian(content);
        int expected = (UnsignedByte << 8) | rank;
        if (magic != expected)
        {
            throw new InvalidDataException(
                $"'{path}' begins with the magic number 0x{magic:X8}: "
                + $"expected 0x{expected:X8}, an IDX file of bytes with {rank} dimensions.");
        }


        int[] dims = new int[rank];
        for (int i = 0; i < rank; i++)
            dims[i] = BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(sizeof(int) * (1 + i)));
        int found = content.Length - headerLength;
        if (!Holds(dims, found))
            throw new InvalidDataException(
                $"'{path}' states the dimensions [{string.Join(", ", dims)}], but has {found} bytes of elements.");
        return new IdxFile(path, dims, content.AsMemory(headerLength));
    }

    private static bool Holds(int[] dims, int length)
    {
        long count = 1;
        foreach (int dim in dims)
        {
            if (dim < 0 || count > int.MaxValue)
                return false;
            count *= dim;
        }

        return count == length;
    }
}

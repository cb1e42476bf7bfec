using System.Buffers.Binary;

namespace NnGen.Data;

/// <summary>An IDX file of bytes: the format of MNIST and its relatives.</summary>
/// <param name="Path">Where it was read from.</param>
/// <param name="Elements">Its elements, in its dimensions.</param>
internal sealed record IdxFile(string Path, Tensor<byte> Elements)
{
    private const int UnsignedByte = 0x08;

    /// <summary>Reads <paramref name="name"/>, or <c>name.gz</c> where that is what the folder has.</summary>
    /// <exception cref="FileNotFoundException">The folder has neither.</exception>
    /// <exception cref="InvalidDataException">It is not an IDX file of bytes with that many dimensions, or is damaged.</exception>
    public static IdxFile Read(string folder, string name, int rank)
    {
        string plain = System.IO.Path.Combine(folder, name), compressed = plain + ".gz";
        if (File.Exists(plain))
        {
            using var file = File.OpenRead(plain);
            return Read(plain, file, file.Length, rank);
        }

        if (!File.Exists(compressed))
        {
            string advice = Directory.Exists(folder) ? "" : $" There is no folder '{System.IO.Path.GetFullPath(folder)}'.";
            throw new FileNotFoundException($"Neither '{plain}' nor '{compressed}' exists.{advice}", plain);
        }

        using var gzip = new GzipFile(compressed);
        return Read(compressed, gzip, gzip.Length, rank);
    }

    private static IdxFile Read(string path, Stream content, long length, int rank)
    {
        byte[] header = new byte[sizeof(int) * (1 + rank)];
        if (length < header.Length)
            throw new InvalidDataException($"'{path}' has {length} bytes: expected at least the {header.Length} of an IDX header.");
        content.ReadExactly(header);
        int magic = BinaryPrimitives.ReadInt32BigEndian(header);
        int expected = (UnsignedByte << 8) | rank;
        if (magic != expected)
        {
            throw new InvalidDataException(
                $"'{path}' begins with the magic number 0x{magic:X8}: "
                + $"expected 0x{expected:X8}, an IDX file of bytes with {rank} dimensions.");
        }

        int[] dims = new int[rank];
        for (int i = 0; i < rank; i++)
            dims[i] = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(sizeof(int) * (1 + i)));
        long found = length - header.Length;
        if (!Holds(dims, found))
            throw new InvalidDataException(
                $"'{path}' states the dimensions [{string.Join(", ", dims)}], but has {found} bytes of elements.");

        // Straight to where they stay: a copy of them all would be what a training needs most memory for.
        var elements = Tensor<byte>.Empty(dims);
        content.ReadExactly(elements.AsWritableSpan());
        return new IdxFile(path, elements);
    }

    private static bool Holds(int[] dims, long length)
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

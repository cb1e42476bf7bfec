using System.Buffers.Binary;
using System.IO.Compression;
using NnGen.Data;

namespace NnGen.Tests.Data;

public sealed class MnistTests : IDisposable
{
    private const string Images = "train-images-idx3-ubyte";
    private const string Labels = "train-labels-idx1-ubyte";
    private const int Pixels = 28 * 28;

    private readonly string _folder = Directory.CreateTempSubdirectory("nngen-mnist").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadsPlainAndCompressedFiles(bool compressed)
    {
        byte[] pixels = [.. Enumerable.Range(0, 3 * Pixels).Select(i => (byte)(i % 256))];
        Write(Images, Idx(0x803, [3, 28, 28], pixels), compressed);
        Write(Labels, Idx(0x801, [3], [5, 0, 9]), compressed);
        var dataset = Mnist.Load(_folder, train: true);
        Assert.Equal(3, dataset.Count);
        Assert.Equal([3, 1, 28, 28], dataset[..].Inputs.Shape.ToArray());
        Assert.Equal(pixels.Select(p => p / 255f), dataset[..].Inputs.ToArray());
        Assert.Equal(pixels, dataset.Images.ToArray());
        Assert.Equal([9L], dataset[^1..].Targets.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset[3]);
        Assert.Equal([5, 0, 9], dataset.Targets.ToArray());
        Assert.Equal([1, 28, 28], dataset[2].Input.Shape.ToArray());
    }

    [Fact]
    public void SaysWhichFilesItMisses()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Mnist.Load(_folder, train: false));
        Assert.Contains(Path.Combine(_folder, "t10k-images-idx3-ubyte"), error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], byte[]> Damages => new()
    {
        { "magic number 0x00000802: expected 0x00000803", Idx(0x802, [1, 28, 28], new byte[Pixels]), OneLabel },
        { "magic number 0x00000D01: expected 0x00000801", OneImage, Idx(0xD01, [1], [1]) },
        { "has 3 bytes: expected at least the 16", [0, 0, 8], OneLabel },
        { "states the dimensions [2, 28, 28], but has 784 bytes", Idx(0x803, [2, 28, 28], new byte[Pixels]), OneLabel },
        { "states the dimensions [1, 28, 28], but has 785 bytes", Idx(0x803, [1, 28, 28], new byte[Pixels + 1]), OneLabel },
        { "states the dimensions [-1, 28, 28], but has 784 bytes", Idx(0x803, [-1, 28, 28], new byte[Pixels]), OneLabel },
        { "states the dimensions [2147483647, 2147483647, 28]", Idx(0x803, [int.MaxValue, int.MaxValue, 28], []), OneLabel },
        { "holds images of 14 x 56 pixels: expected 28 x 28", Idx(0x803, [1, 14, 56], new byte[Pixels]), OneLabel },
        { "labels: expected as many", OneImage, Idx(0x801, [2], [1, 2]) },
        { "holds the label 10 at position 0: expected 0 to 9", OneImage, Idx(0x801, [1], [10]) },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void DamagedFilesAreNamedWithWhatWasExpectedAndFound(string message, byte[] images, byte[] labels)
    {
        foreach (bool compressed in new[] { true, false })
        {
            Write(Images, images, compressed);
            Write(Labels, labels, compressed);
            var error = Assert.Throws<InvalidDataException>(() => Mnist.Load(_folder));
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
            Assert.Contains(_folder, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ACompressedFileTruncatedAnywhereIsRefused()
    {
        Write(Labels, OneLabel, compressed: true);
        byte[] whole = Compress(Idx(0x803, [1, 28, 28], [.. Enumerable.Range(0, Pixels).Select(i => (byte)(i * i))]));
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Path.Combine(_folder, Images + ".gz"), whole[..length]);
            var error = Assert.Throws<InvalidDataException>(() => Mnist.Load(_folder));
            Assert.Contains(Images + ".gz", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ACompressedFileWithADamagedOrTrailingByteIsRefused()
    {
        Write(Labels, OneLabel, compressed: true);
        byte[] whole = Compress(OneImage);
        File.WriteAllBytes(Path.Combine(_folder, Images + ".gz"), [.. whole, 1, 2, 3]);
        Assert.Throws<InvalidDataException>(() => Mnist.Load(_folder));
        whole[^6] ^= 1;                                         // in the checksum
        File.WriteAllBytes(Path.Combine(_folder, Images + ".gz"), whole);
        Assert.Throws<InvalidDataException>(() => Mnist.Load(_folder));
    }

    private static byte[] OneImage => Idx(0x803, [1, 28, 28], new byte[Pixels]);

    private static byte[] OneLabel => Idx(0x801, [1], [1]);

    private static byte[] Idx(int magic, int[] dims, byte[] elements)
    {
        byte[] header = new byte[sizeof(int) * (1 + dims.Length)];
        BinaryPrimitives.WriteInt32BigEndian(header, magic);
        for (int i = 0; i < dims.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(sizeof(int) * (1 + i)), dims[i]);
        return [.. header, .. elements];
    }

    private static byte[] Compress(byte[] content)
    {
        var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal))
            gzip.Write(content);
        return result.ToArray();
    }

    private void Write(string name, byte[] content, bool compressed)
        => File.WriteAllBytes(Path.Combine(_folder, compressed ? name + ".gz" : name), compressed ? Compress(content) : content);
}

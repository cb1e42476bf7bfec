namespace NnGen.Data;

/// <summary>The CIFAR-10 images in their binary version (Learning Multiple Layers of Features from Tiny Images, Krizhevsky, 2009).</summary>
public static class Cifar10
{
    private const int Size = 32;
    private const int Channels = 3;
    private const int Classes = 10;
    private const int ImageBytes = Channels * Size * Size;
    private const int RecordBytes = 1 + ImageBytes;

    /// <summary>Reads the training or the test set.</summary>
    /// <param name="folder">The folder with <c>data_batch_1.bin</c> to <c>data_batch_5.bin</c> and <c>test_batch.bin</c>.</param>
    /// <param name="train">The training set, or else the test set. Default: true.</param>
    /// <returns>Images of shape [N, 3, 32, 32] scaled to 0 ... 1, as torchvision's ToTensor gives them, and their classes.</returns>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static ImageDataset Load(string folder, bool train = true)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string[] paths = train
            ? [.. Enumerable.Range(1, 5).Select(i => Path.Combine(folder, $"data_batch_{i}.bin"))]
            : [Path.Combine(folder, "test_batch.bin")];
        int count = paths.Sum(Records);
        var images = Tensor<byte>.Empty(count, Channels, Size, Size);
        var classes = Tensor<long>.Empty(count);
        int at = 0;
        foreach (string path in paths)
        {
            byte[] file = File.ReadAllBytes(path);
            for (int record = 0; record < file.Length; record += RecordBytes, at++)
            {
                file.AsSpan(record + 1, ImageBytes).CopyTo(images.AsWritableSpan()[(at * ImageBytes)..]);
                classes.AsWritableSpan()[at] = Class(path, file[record]);
            }
        }

        return new ImageDataset(images, classes);
    }

    private static int Records(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new FileNotFoundException($"'{path}' does not exist: it is one of the files of CIFAR-10's binary version.", path);
        return file.Length is > 0 and <= int.MaxValue && file.Length % RecordBytes == 0
            ? (int)(file.Length / RecordBytes)
            : throw new InvalidDataException($"'{path}' has {file.Length} bytes: expected a multiple of {RecordBytes}, a label and an image each.");
    }

    private static long Class(string path, byte label)
        => label < Classes ? label : throw new InvalidDataException($"'{path}' holds the label {label}: expected 0 to {Classes - 1}.");
}

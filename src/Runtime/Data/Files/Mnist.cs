namespace NnGen.Data;

/// <summary>The MNIST handwritten digits, and datasets in the same files such as Fashion-MNIST.</summary>
public static class Mnist
{
    private const int Size = 28;
    private const int Classes = 10;

    /// <summary>Reads the training or the test set from IDX files, plain or gzip-compressed, as they are distributed.</summary>
    /// <param name="folder">
    /// The folder with <c>train-images-idx3-ubyte</c> and <c>train-labels-idx1-ubyte</c>, or <c>t10k-...</c> for the test set, each
    /// possibly with <c>.gz</c>.
    /// </param>
    /// <param name="train">The training set, or else the test set. Default: true.</param>
    /// <returns>Images of shape [N, 1, 28, 28] scaled to 0 ... 1, as torchvision's ToTensor gives them, and their classes.</returns>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the two do not belong together.</exception>
    public static ImageDataset Load(string folder, bool train = true)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string prefix = train ? "train" : "t10k";
        var images = IdxFile.Read(folder, $"{prefix}-images-idx3-ubyte", rank: 3);
        var labels = IdxFile.Read(folder, $"{prefix}-labels-idx1-ubyte", rank: 1);
        var (count, height, width) = images.Elements.Shape;
        if (height != Size || width != Size)
            throw new InvalidDataException($"'{images.Path}' holds images of {height} x {width} pixels: expected {Size} x {Size}.");
        if (count != labels.Elements.Count)
            throw new InvalidDataException(
                $"'{images.Path}' holds {count} images, but '{labels.Path}' {labels.Elements.Count} labels: expected as many.");
        return new ImageDataset(images.Elements.View(count, 1, Size, Size), Classify(labels));
    }

    private static Tensor<long> Classify(IdxFile labels)
    {
        var result = Tensor<long>.Empty(labels.Elements.Count);
        var classes = result.AsWritableSpan();
        var bytes = labels.Elements.AsSpan();
        for (int i = 0; i < classes.Length; i++)
        {
            classes[i] = bytes[i] < Classes
                ? bytes[i]
                : throw new InvalidDataException(
                    $"'{labels.Path}' holds the label {bytes[i]} at position {i}: expected 0 to {Classes - 1}.");
        }

        return result;
    }
}

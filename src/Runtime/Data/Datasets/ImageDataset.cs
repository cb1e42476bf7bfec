namespace NnGen.Data;

/// <summary>
/// Images kept as the bytes of their files, a quarter of what numbers take, and their classes. What is read of them are numbers from 0 to 1, as
/// torchvision's ToTensor gives them.
/// </summary>
public sealed class ImageDataset : Dataset<(Tensor Input, Tensor<long> Target)>, IBatchSource<(Tensor Inputs, Tensor<long> Targets)>
{
    private static readonly float[] s_scaled = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(value => value / (float)byte.MaxValue)];

    /// <summary>Makes a dataset.</summary>
    /// <param name="images">The images, [N, channels, height, width].</param>
    /// <param name="targets">The class of each, [N].</param>
    /// <exception cref="ArgumentException">The images have no four dims, or there is not a class for each.</exception>
    public ImageDataset(Tensor<byte> images, Tensor<long> targets)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(targets);
        if (images.Rank != 4)
            throw new ArgumentException($"Images are [N, channels, height, width], but these are {images.Shape}.", nameof(images));
        if (targets.Rank != 1 || targets.Count != images.Shape[0])
            throw new ArgumentException($"{images.Shape[0]} images take as many targets, but there are {targets.Shape}.", nameof(targets));
        Images = images;
        Targets = targets;
    }

    /// <summary>The images, [N, channels, height, width].</summary>
    public Tensor<byte> Images { get; }

    /// <summary>The class of each, [N].</summary>
    public Tensor<long> Targets { get; }

    /// <inheritdoc/>
    public override int Count => Images.Shape[0];

    /// <inheritdoc/>
    public override (Tensor Input, Tensor<long> Target) this[int index]
    {
        get
        {
            var (input, target) = Gather([index], CancellationToken.None);
            return (input.Squeeze(0), target.Squeeze(0));
        }
    }

    /// <summary>Samples that follow each other, as a batch: <c>dataset[..100]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public (Tensor Inputs, Tensor<long> Targets) this[Range range]
    {
        get
        {
            var (offset, length) = range.GetOffsetAndLength(Count);
            return Gather([.. Enumerable.Range(offset, length)], CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public (Tensor Inputs, Tensor<long> Targets) Gather(ReadOnlySpan<int> indices, CancellationToken cancellation)
    {
        var inputs = Tensor.Empty([indices.Length, .. Images.Shape.Dims[1..]]);
        var targets = Tensor<long>.Empty(indices.Length);
        var bytes = Images.AsSpan();
        var classes = Targets.AsSpan();
        int size = Images.Count / Math.Max(1, Count);
        for (int i = 0; i < indices.Length; i++)
        {
            if ((uint)indices[i] >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(indices), indices[i], $"The dataset has {Count} samples.");
            Scale(bytes.Slice(indices[i] * size, size), inputs.Storage.Borrow().Slice(i * size, size));
            targets.AsWritableSpan()[i] = classes[indices[i]];
        }

        return (inputs, targets);
    }

    private static void Scale(ReadOnlySpan<byte> image, Span<float> target)
    {
        for (int i = 0; i < target.Length; i++)
            target[i] = s_scaled[image[i]];
    }
}

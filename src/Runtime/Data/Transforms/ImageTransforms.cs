namespace NnGen.Data;

/// <summary>
/// Changes of images of shape [C, H, W], as torchvision.transforms has them, for <see cref="Dataset{TSample}.Select"/>. Random ones
/// draw from <see cref="Rng.Default"/>, or from a generator of their own.
/// </summary>
public static class ImageTransforms
{
    /// <summary>Several changes one after the other.</summary>
    public static Func<Tensor, Tensor> Compose(params Func<Tensor, Tensor>[] transforms)
    {
        ArgumentNullException.ThrowIfNull(transforms);
        return image => transforms.Aggregate(image, (changed, transform) => transform(changed));
    }

    /// <summary>Subtracts a mean from each channel and divides it by a standard deviation.</summary>
    /// <param name="mean">A mean for each channel.</param>
    /// <param name="std">A standard deviation for each, not 0.</param>
    /// <exception cref="ArgumentException">There are not as many of both, or a deviation is 0.</exception>
    public static Func<Tensor, Tensor> Normalize(IReadOnlyList<float> mean, IReadOnlyList<float> std)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(std);
        if (mean.Count != std.Count || std.Contains(0))
            throw new ArgumentException($"Expected a mean and a deviation other than 0 for each channel, found {mean.Count} means and the deviations [{string.Join(", ", std)}].", nameof(std));
        return image =>
        {
            int channels = Image(image).Shape[0], size = image.Count / Math.Max(1, channels);
            if (channels != mean.Count)
                throw new ArgumentException($"The image has {channels} channels, but means and deviations are given for {mean.Count}.", nameof(image));
            var result = Tensor.EmptyLike(image);
            var source = image.AsSpan();
            var target = result.Storage.Borrow();
            for (int i = 0; i < source.Length; i++)
                target[i] = (source[i] - mean[i / size]) / std[i / size];
            return result;
        };
    }

    /// <summary>Pads an image with zeros and cuts a part out of it at random.</summary>
    /// <param name="size">Height and width of the part.</param>
    /// <param name="padding">Zeros on each side. Default: 0.</param>
    /// <param name="generator">Where the place is drawn from. Default: <see cref="Rng.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or <paramref name="size"/> 0.</exception>
    public static Func<Tensor, Tensor> RandomCrop(int size, int padding = 0, Generator? generator = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        return image =>
        {
            int height = Image(image).Shape[1] + (2 * padding), width = image.Shape[2] + (2 * padding);
            if (size > height || size > width)
                throw new ArgumentException($"Required crop size {(size, size)} is larger than input image size {(height, width)}", nameof(image));
            int top = Draw(height - size + 1, generator), left = Draw(width - size + 1, generator);
            return Window(image, top - padding, left - padding, size, size);
        };
    }

    /// <summary>Cuts the middle out of an image.</summary>
    /// <param name="size">Height and width of the part.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive.</exception>
    public static Func<Tensor, Tensor> CenterCrop(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return image => Window(
            image,
            (int)Math.Round((Image(image).Shape[1] - size) / 2.0),
            (int)Math.Round((image.Shape[2] - size) / 2.0),
            size,
            size);
    }

    /// <summary>Mirrors an image from left to right at random.</summary>
    /// <param name="p">How probable that is. Default: 0.5.</param>
    /// <param name="generator">Where it is drawn from. Default: <see cref="Rng.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is no probability.</exception>
    public static Func<Tensor, Tensor> RandomHorizontalFlip(double p = 0.5, Generator? generator = null)
    {
        CheckProbability(p);
        return image => (generator ?? Rng.Default).NextUniform() < p ? Mirror(Image(image), mirrorsRows: true) : image;
    }

    /// <summary>Mirrors an image from top to bottom at random.</summary>
    /// <param name="p">How probable that is. Default: 0.5.</param>
    /// <param name="generator">Where it is drawn from. Default: <see cref="Rng.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is no probability.</exception>
    public static Func<Tensor, Tensor> RandomVerticalFlip(double p = 0.5, Generator? generator = null)
    {
        CheckProbability(p);
        return image => (generator ?? Rng.Default).NextUniform() < p ? Mirror(Image(image), mirrorsRows: false) : image;
    }

    private static Tensor Image(Tensor image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image.Rank == 3 ? image : throw new ArgumentException($"Expected an image of shape [C, H, W], found {image.Shape}.", nameof(image));
    }

    private static void CheckProbability(double p)
    {
        if (!(p is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, $"p is {p}: expected a probability from 0 to 1.");
    }

    private static int Draw(int count, Generator? generator)
    {
        Span<long> value = [0];
        if (count > 1)
            (generator ?? Rng.Default).FillIntegers(value, 0, count);
        return (int)value[0];
    }

    /// <summary>A part of an image; what lies outside of it is zero.</summary>
    private static Tensor Window(Tensor image, int top, int left, int height, int width)
    {
        var result = Tensor.Zeros(image.Shape[0], height, width);
        var source = image.AsSpan();
        var target = result.Storage.Borrow();
        int start = Math.Max(0, -left), end = Math.Min(width, image.Shape[2] - left);
        for (int row = 0; row < image.Shape[0] * height; row++)
        {
            int at = top + (row % height);
            if (at >= 0 && at < image.Shape[1] && end > start)
                source.Slice(((((row / height) * image.Shape[1]) + at) * image.Shape[2]) + left + start, end - start).CopyTo(target[((row * width) + start)..]);
        }

        return result;
    }

    private static Tensor Mirror(Tensor image, bool mirrorsRows)
    {
        var result = Tensor.EmptyLike(image);
        int height = image.Shape[1], width = image.Shape[2];
        for (int row = 0; row < image.Shape[0] * height; row++)
        {
            var source = image.AsSpan().Slice(row * width, width);
            int target = mirrorsRows ? row : (row / height * height) + height - 1 - (row % height);
            source.CopyTo(result.Storage.Borrow()[(target * width)..]);
            if (mirrorsRows)
                result.Storage.Borrow().Slice(target * width, width).Reverse();
        }

        return result;
    }
}

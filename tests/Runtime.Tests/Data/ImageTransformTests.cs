using NnGen.Data;

namespace NnGen.Tests.Data;

public class ImageTransformTests
{
    private static readonly Tensor s_image = Tensor.Arange(2 * 3 * 4).View(2, 3, 4);

    [Fact]
    public void NormalizeIsByChannel()
    {
        var result = ImageTransforms.Normalize([1, 10], [2, 0.5f])(s_image);
        Assert.Equal((s_image[0] - 1) / 2, result[0], Equality);
        Assert.Equal((s_image[1] - 10) / 0.5f, result[1], Equality);
    }

    [Fact]
    public void FlipsMirror()
    {
        Assert.Equal(s_image.Flip(2), ImageTransforms.RandomHorizontalFlip(1)(s_image), Equality);
        Assert.Equal(s_image.Flip(1), ImageTransforms.RandomVerticalFlip(1)(s_image), Equality);
        Assert.Same(s_image, ImageTransforms.RandomHorizontalFlip(0)(s_image));
        Assert.Same(s_image, ImageTransforms.RandomVerticalFlip(0)(s_image));
    }

    [Fact]
    public void ACropIsAPartOfThePaddedImage()
    {
        var padded = F.Pad(s_image, [2, 2, 2, 2]);
        var crop = ImageTransforms.RandomCrop(3, padding: 2, new Generator(4));
        var found = new HashSet<(int Top, int Left)>();
        for (int i = 0; i < 300; i++)
        {
            var part = crop(s_image);
            Assert.Equal([2, 3, 3], part.Shape);
            for (int top = 0; top <= 4; top++)
            {
                for (int left = 0; left <= 5; left++)
                {
                    if (Equality(padded[.., top..(top + 3), left..(left + 3)], part))
                        found.Add((top, left));
                }
            }
        }

        Assert.Equal(30, found.Count);                          // every place is drawn in 300 attempts, but once in 1000
    }

    [Fact]
    public void ACenterCropIsTheMiddle()
    {
        Assert.Equal(s_image[.., 1..2, 2..3], ImageTransforms.CenterCrop(1)(s_image), Equality);
        Assert.Equal(F.Pad(s_image, [0, 0, 0, 1])[.., ..4, ..], ImageTransforms.CenterCrop(4)(s_image), Equality);
    }

    [Fact]
    public void ComposeIsInOrder()
    {
        var both = ImageTransforms.Compose(ImageTransforms.CenterCrop(1), ImageTransforms.Normalize([0, 0], [2, 2]));
        Assert.Equal([2, 1, 1], both(s_image).Shape);
        Assert.Equal([3, 9], both(s_image).ToArray());
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        Assert.Throws<ArgumentException>(() => ImageTransforms.Normalize([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => ImageTransforms.Normalize([1], [0]));
        Assert.Throws<ArgumentException>(() => ImageTransforms.Normalize([1], [1])(s_image));
        Assert.Throws<ArgumentException>(() => ImageTransforms.RandomCrop(9)(s_image));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageTransforms.RandomHorizontalFlip(1.5));
        Assert.Throws<ArgumentException>(() => ImageTransforms.RandomHorizontalFlip(1)(Tensor.Zeros(3, 3)));
    }

    private static bool Equality(Tensor a, Tensor b) => a.Shape == b.Shape && a.ToArray().AsSpan().SequenceEqual(b.ToArray());
}

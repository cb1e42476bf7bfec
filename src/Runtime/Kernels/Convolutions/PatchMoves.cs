using System.Numerics.Tensors;

namespace NnGen.Kernels;

/// <summary>What happens between a row of an image and a row of columns.</summary>
internal unsafe interface IPatchMove
{
    /// <summary>Elements of the image, <paramref name="step"/> apart, and as many of the columns.</summary>
    static abstract void Move(float* image, int step, float* columns, int count);

    /// <summary>Elements of the columns that stand for zeros of the padding.</summary>
    static abstract void Zeros(float* columns, int count);
}

/// <summary>Writes the image's elements into the columns.</summary>
internal readonly unsafe struct ReadPatches : IPatchMove
{
    public static void Move(float* image, int step, float* columns, int count)
    {
        if (step == 1)
        {
            new ReadOnlySpan<float>(image, count).CopyTo(new Span<float>(columns, count));
            return;
        }

        for (var i = 0; i < count; i++)
            columns[i] = image[(nint)i * step];
    }

    public static void Zeros(float* columns, int count) => new Span<float>(columns, count).Clear();
}

/// <summary>Adds the columns' elements to the image: the gradient of <see cref="ReadPatches"/>.</summary>
internal readonly unsafe struct AddPatches : IPatchMove
{
    public static void Move(float* image, int step, float* columns, int count)
    {
        if (step == 1)
        {
            Span<float> target = new(image, count);
            TensorPrimitives.Add(target, new ReadOnlySpan<float>(columns, count), target);
            return;
        }

        for (var i = 0; i < count; i++)
            image[(nint)i * step] += columns[i];
    }

    public static void Zeros(float* columns, int count)
    {
    }
}

using System.Numerics.Tensors;
using NnGen;
using NnGen.Data;

namespace MnistSample;

/// <summary>A test image that was taken for another digit.</summary>
/// <param name="Index">Its place in the test set.</param>
/// <param name="Actual">What it is.</param>
/// <param name="Predicted">What it was taken for.</param>
internal sealed record WrongDigit(int Index, int Actual, int Predicted);

/// <summary>What a model makes of the test set.</summary>
internal sealed class Evaluation
{
    public const int Classes = 10;

    private const int BatchSize = 1000;

    private Evaluation()
    {
    }

    /// <summary>How often a digit (row) was taken for which (column).</summary>
    public int[,] Confusion { get; } = new int[Classes, Classes];

    /// <summary>The images that were taken for another digit.</summary>
    public List<WrongDigit> Wrong { get; } = [];

    /// <summary>The part of the images that was read right.</summary>
    public double Accuracy { get; private set; }

    /// <summary>Runs the model over the test set.</summary>
    public static Evaluation Of(MnistClassifier model, ImageDataset testing)
    {
        var result = new Evaluation();
        int index = 0;
        // With a generator of its own, so that a look at the model changes nothing of its training.
        var loader = new DataLoader(testing, BatchSize, generator: new Generator());
        foreach (var (images, labels) in loader)
        {
            var scores = model.Predict(images);
            for (int i = 0; i < images.Shape[0]; i++)
                result.Add(index++, (int)labels.AsSpan()[i], TensorPrimitives.IndexOfMax(scores.AsSpan().Slice(i * Classes, Classes)));
        }

        result.Accuracy = 1 - ((double)result.Wrong.Count / testing.Count);
        return result;
    }

    private void Add(int index, int actual, int predicted)
    {
        Confusion[actual, predicted]++;
        if (predicted != actual)
            Wrong.Add(new WrongDigit(index, actual, predicted));
    }
}

using NnGen;
using NnGen.Data;
using NnGen.Optim;
using Samples;

namespace MnistSample;

/// <summary>The training loop.</summary>
internal sealed class Trainer(MnistClassifier model, Optimizer optimizer, TrainingView view)
{
    private readonly CrossEntropyLoss criterion = new();

    /// <summary>One pass over the training set, or less when cancelled.</summary>
    public void Train(DataLoader loader, string title, CancellationToken cancellation) => view.Show(title, loader.Count, "images", meter =>
    {
        foreach (var (images, labels) in loader)
        {
            if (cancellation.IsCancellationRequested)
                return;
            var outputs = model.Call(images);
            var loss = criterion.Call(outputs, labels);
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
            meter.Step(loss.Item(), images.Shape[0]);
        }
    });
}

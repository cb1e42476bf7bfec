using NnGen;
using NnGen.Data;
using NnGen.Optim;
using NnGen.Training;

namespace MnistSample;

/// <summary>The training loop.</summary>
internal sealed class Trainer(MnistClassifier model, Optimizer optimizer)
{
    private readonly CrossEntropyLoss criterion = new();

    /// <summary>One pass over the training set, or less when cancelled.</summary>
    public void Train(DataLoader loader, int epoch, int epochs, CancellationToken cancellation)
    {
        using var progress = new ConsoleProgress();
        var reporter = new StepReporter(progress, loader.Count, epoch, epochs, "images");
        foreach (var (images, labels) in loader)
        {
            if (cancellation.IsCancellationRequested)
                return;
            var outputs = model.Call(images);
            var loss = criterion.Call(outputs, labels);
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
            reporter.Step(images.Shape[0], (TrainingProgress.Loss, loss.Item()));
        }
    }
}

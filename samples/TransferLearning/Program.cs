// A network that PyTorch trained on the digits 0 to 4 learns the other five from a few images, and is compared with one that starts anew.
using System.CommandLine;
using NnGen;
using NnGen.Data;
using NnGen.Metrics;
using NnGen.Optim;
using Samples;
using TransferLearningSample;

const int FirstNew = 5, NewClasses = 5;

var perDigit = SampleOptions.Number("--images", "Training images of each new digit.", 5, minimum: 1);
var iterations = SampleOptions.Number("--iterations", "Training steps.", 200);
var seed = SampleOptions.Seed();
var data = SampleOptions.Data("mnist");
var command = new RootCommand("Learns five digits from a few images, with a network that knows the other five.") { perDigit, iterations, seed, data };

return Sample.Run(command, args, (options, cancellation) =>
{
    string folder = options.GetValue(data) ?? DataFolder.Find("mnist");
    var (images, labels) = NewDigits(Mnist.Load(folder, train: true), options.GetValue(perDigit));
    var (testImages, testLabels) = NewDigits(Mnist.Load(folder, train: false), int.MaxValue);
    Console.WriteLine($"{labels.Count} images to learn from, {testLabels.Count} to test with");

    Rng.ManualSeed(options.GetValue(seed));
    var pretrained = new DigitNet(classes: 5);
    pretrained.Load(Path.Combine(AppContext.BaseDirectory, "pretrained.pth"));
    pretrained.Features.RequiresGrad = false;                   // what has been learnt stays
    pretrained.Head = new Linear(pretrained.Head.InFeatures, NewClasses);
    Train("features of the digits 0 to 4", pretrained, pretrained.Head.Parameters());

    var fresh = new DigitNet(NewClasses);
    Train("from nothing", fresh, fresh.Parameters());
    return cancellation.IsCancellationRequested ? Sample.Interrupted : 0;

    void Train(string title, DigitNet model, IEnumerable<Parameter> parameters)
    {
        var criterion = new CrossEntropyLoss();
        var optimizer = new Adam(parameters, lr: 3e-3);
        for (int step = 0; step < options.GetValue(iterations) && !cancellation.IsCancellationRequested; step++)
        {
            var loss = criterion.Call(model.Call(images), labels);
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
        }

        var accuracy = new Accuracy();
        accuracy.Update(model.Predict(testImages), testLabels);
        Console.WriteLine($"{title,-32} test accuracy {accuracy.Value:P2}");
    }
});

// The digits 5 to 9 as classes 0 to 4: the first images of each.
static (Tensor Images, Tensor<long> Labels) NewDigits(ImageDataset dataset, int perDigit)
{
    int[] indices = [.. Enumerable.Range(0, dataset.Count)
        .Where(i => dataset.Targets.AsSpan()[i] >= FirstNew)
        .GroupBy(i => dataset.Targets.AsSpan()[i])
        .SelectMany(digit => digit.Take(perDigit))];
    var (images, labels) = dataset.Gather(indices, CancellationToken.None);
    return (images, labels - FirstNew);
}

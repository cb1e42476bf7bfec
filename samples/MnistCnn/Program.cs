// Trains a small convolutional network on MNIST and says after each epoch how many test digits it reads right.
using System.CommandLine;
using MnistCnnSample;
using NnGen;
using NnGen.Data;
using NnGen.Optim;
using Samples;

var epochs = SampleOptions.Number("--epochs", "Passes over the training set.", 5);
var seed = SampleOptions.Seed();
var data = SampleOptions.Data("mnist");
var save = SampleOptions.Save("mnist-cnn.safetensors");
var command = new RootCommand("Trains a convolutional network to read handwritten digits.") { epochs, seed, data, save };

return Sample.Run(command, args, (options, cancellation) =>
{
    string folder = options.GetValue(data) ?? DataFolder.Find("mnist");
    Rng.ManualSeed(options.GetValue(seed));
    var training = new DataLoader(Mnist.Load(folder, train: true), batchSize: 64, shuffle: true);
    var testing = new DataLoader(Mnist.Load(folder, train: false), batchSize: 500);
    var model = new LeNet();
    var criterion = new CrossEntropyLoss();
    var optimizer = new Adam(model.Parameters(), lr: 1e-3);
    Console.WriteLine(model);

    int last = options.GetValue(epochs);
    for (int epoch = 1; epoch <= last && !cancellation.IsCancellationRequested; epoch++)
    {
        TrainingView.Create().Show($"epoch {epoch}/{last}", training.Count, "images", meter =>
        {
            foreach (var (images, labels) in training)
            {
                if (cancellation.IsCancellationRequested)
                    return;
                var loss = criterion.Call(model.Call(images), labels);
                optimizer.ZeroGrad();
                loss.Backward();
                optimizer.Step();
                meter.Step(loss.Item(), images.Shape[0]);
            }
        });
        if (!cancellation.IsCancellationRequested)
            Console.WriteLine($"epoch {epoch}/{last}  test accuracy {Accuracy(model, testing):P2}");
    }

    model.Save(options.GetValue(save)!);
    Console.WriteLine($"saved to {Path.GetFullPath(options.GetValue(save)!)}");
    return cancellation.IsCancellationRequested ? Sample.Interrupted : 0;
});

static double Accuracy(LeNet model, DataLoader testing)
{
    int right = 0, count = 0;
    foreach (var (images, labels) in testing)
    {
        var digits = model.Predict(images).ArgMax(dim: 1);
        right += digits.ToArray().Zip(labels.ToArray()).Count(pair => pair.First == pair.Second);
        count += images.Shape[0];
    }

    return (double)right / count;
}

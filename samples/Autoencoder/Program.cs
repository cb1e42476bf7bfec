// Learns without labels to say a digit in 16 numbers and to draw it again, and shows digits before and after.
using System.CommandLine;
using AutoencoderSample;
using NnGen;
using NnGen.Data;
using NnGen.Metrics;
using NnGen.Optim;
using NnGen.Training;
using Samples;

const int BatchSize = 64, Shown = 5;

var epochs = SampleOptions.Number("--epochs", "Passes over the training set.", 3);
var code = SampleOptions.Number("--code", "How many numbers say a digit.", 16, minimum: 1);
var seed = SampleOptions.Seed();
var data = SampleOptions.Data("mnist");
var save = SampleOptions.Save("autoencoder.safetensors");
var command = new RootCommand("Learns without labels to say a digit in a few numbers.") { epochs, code, seed, data, save };

return Sample.Run(command, args, (options, cancellation) =>
{
    string folder = options.GetValue(data) ?? DataFolder.Find("mnist");
    Rng.ManualSeed(options.GetValue(seed));
    var training = new DataLoader(Mnist.Load(folder, train: true), BatchSize, shuffle: true);
    var testing = Mnist.Load(folder, train: false);
    var autoencoder = new Autoencoder(options.GetValue(code));
    var loss = new ReconstructionLoss(autoencoder);
    var optimizer = new Adam(autoencoder.Parameters(), lr: 1e-3);
    Console.WriteLine(autoencoder);

    int last = options.GetValue(epochs);
    using (var progress = new ConsoleProgress())
    {
        for (int epoch = 1; epoch <= last && !cancellation.IsCancellationRequested; epoch++)
        {
            var reporter = new StepReporter(progress, training.Count, epoch, last, "images");
            foreach (var (images, _) in training)
            {
                if (cancellation.IsCancellationRequested)
                    break;
                optimizer.ZeroGrad();
                float value = loss.ValueAndGrad(images);
                optimizer.Step();
                reporter.Step(images.Shape[0], (TrainingProgress.Loss, value));
            }
        }
    }

    var error = new RunningMean();
    foreach (var (images, _) in new DataLoader(testing, batchSize: 500))
        error.Update(loss.Predict(images).Item(), images.Shape[0]);
    Console.WriteLine($"mean squared error of a pixel over the test images {error.Value:F4}");
    autoencoder.Save(options.GetValue(save)!);
    Console.WriteLine($"saved to {Path.GetFullPath(options.GetValue(save)!)}");

    var (given, _) = testing[..Shown];
    var drawn = autoencoder.PredictDecode(autoencoder.PredictEncode(given));
    DigitPicture.Write(Enumerable.Range(0, Shown).Select(i => ("given", given[i])));
    DigitPicture.Write(Enumerable.Range(0, Shown).Select(i => ("drawn again", drawn[i])));
    return cancellation.IsCancellationRequested ? Sample.Interrupted : 0;
});

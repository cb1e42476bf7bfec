// Trains a small convolutional network on MNIST with the Trainer, says after each epoch how many test digits it reads right, and goes on
// after Ctrl+C where it was.
using System.CommandLine;
using MnistCnnSample;
using NnGen;
using NnGen.Data;
using NnGen.Metrics;
using NnGen.Optim;
using NnGen.Training;
using Samples;

var epochs = SampleOptions.Number("--epochs", "Passes over the training set.", 5);
var seed = SampleOptions.Seed();
var data = SampleOptions.Data("mnist");
var save = SampleOptions.Save("mnist-cnn.safetensors");
var checkpoint = new Option<string?>("--checkpoint") { Description = "File for the state of the run, written after each epoch and after Ctrl+C." };
var resume = new Option<bool>("--resume") { Description = "Go on from the checkpoint." };
var command = new RootCommand("Trains a convolutional network to read handwritten digits.") { epochs, seed, data, save, checkpoint, resume };
command.Validators.Add(result =>
{
    if (result.GetValue(resume) && result.GetValue(checkpoint) is null)
        result.AddError("--resume needs --checkpoint with the file to go on from.");
});

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

    using var progress = new ConsoleProgress();
    var trainer = new Trainer(model, optimizer, training, (images, labels) =>
    {
        var loss = criterion.Call(model.Call(images), labels);
        loss.Backward();
        return loss.Item();
    })
    {
        Validate = token => [("test accuracy", TestAccuracy(model, testing, token))],
        CheckpointPath = options.GetValue(checkpoint),
        Progress = { progress },
        Unit = "images",
    };
    if (options.GetValue(resume))
        trainer.Resume(options.GetValue(checkpoint)!);
    var result = trainer.Fit(options.GetValue(epochs), cancellation);
    progress.Dispose();

    model.Save(options.GetValue(save)!);
    Console.WriteLine($"saved to {Path.GetFullPath(options.GetValue(save)!)} after {result.TotalSteps} steps");
    return result.End == TrainingEnd.Cancelled ? Sample.Interrupted : 0;
});

static double TestAccuracy(LeNet model, DataLoader testing, CancellationToken cancellation)
{
    var accuracy = new Accuracy();
    foreach (var (images, labels) in testing.WithCancellation(cancellation))
        accuracy.Update(model.Predict(images), labels);
    return accuracy.Value;
}

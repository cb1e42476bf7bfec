using NnGen;
using NnGen.Data;
using NnGen.Optim;
using Samples;

namespace MnistSample;

/// <summary>One run of the sample: data, model, training, files, and what the result looks like.</summary>
internal sealed class Experiment(Options options, CancellationToken cancellation)
{
    private const int WrongDigitsShown = 5;

    /// <summary>Runs it.</summary>
    /// <returns>The exit code of the program.</returns>
    public int Run()
    {
        string folder = options.Data ?? DataFolder.Find("mnist");
        Rng.ManualSeed(options.Seed);
        var training = new DataLoader(Mnist.Load(folder, train: true), options.BatchSize, shuffle: true);
        var testing = Mnist.Load(folder, train: false);
        var model = new MnistClassifier();
        if (options.Load is not null)
            model.Load(options.Load);
        Console.WriteLine(model);

        var trainer = new Trainer(model, CreateOptimizer(model));
        for (int epoch = 1; epoch <= options.Epochs && !cancellation.IsCancellationRequested; epoch++)
        {
            trainer.Train(training, epoch, options.Epochs, cancellation);
            if (!cancellation.IsCancellationRequested)
                Console.WriteLine($"epoch {epoch}/{options.Epochs}  test accuracy {Evaluation.Of(model, testing).Accuracy:P2}");
        }

        model.Save(options.Save);
        Console.WriteLine($"saved to {Path.GetFullPath(options.Save)}");
        return cancellation.IsCancellationRequested ? Sample.Interrupted : Report(model, testing);
    }

    private Optimizer CreateOptimizer(MnistClassifier model) => options.Optimizer == "sgd"
        ? new SGD(model.Parameters(), options.Lr)
        : new Adam(model.Parameters(), options.Lr);

    /// <summary>Shows the result, and that the file that was just written gives the same.</summary>
    private int Report(MnistClassifier model, ImageDataset testing)
    {
        var evaluation = Evaluation.Of(model, testing);
        var reloaded = new MnistClassifier();
        reloaded.Load(options.Save);
        double reloadedAccuracy = Evaluation.Of(reloaded, testing).Accuracy;

        ConfusionTable.Write(evaluation);
        DigitPicture.Write(evaluation.Wrong.Take(WrongDigitsShown).Select(d => ($"{d.Actual} taken for {d.Predicted}", testing[d.Index].Input)));
        Console.WriteLine($"test accuracy {evaluation.Accuracy:P2}, reloaded from the file {reloadedAccuracy:P2}");
        return reloadedAccuracy == evaluation.Accuracy
            ? 0
            : throw new InvalidDataException($"'{options.Save}' does not give back the model that was saved.");
    }
}

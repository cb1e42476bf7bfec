using System.CommandLine;
using System.Globalization;
using Samples;

namespace MnistSample;

/// <summary>The options of the command line, with their defaults and checks.</summary>
internal static class CommandLine
{
    private const string Sgd = "sgd";
    private const string Adam = "adam";

    private static readonly Option<int> s_epochs = SampleOptions.Number("--epochs", "Passes over the training set. 0: evaluate only.", 5);

    private static readonly Option<int> s_batchSize = SampleOptions.Number("--batch-size", "Images in a step.", 64, minimum: 1);

    private static readonly Option<string> s_optimizer = new Option<string>("--optimizer")
    {
        Description = "How the weights are changed.",
        DefaultValueFactory = _ => Adam,
    }.AcceptOnlyFromAmong(Sgd, Adam);

    private static readonly Option<double?> s_lr = new("--lr") { Description = "Learning rate. Default: 0.001 with adam, 0.01 with sgd." };

    private static readonly Option<long> s_seed = SampleOptions.Seed();

    private static readonly Option<string> s_save = SampleOptions.Save("mnist.safetensors");

    private static readonly Option<string?> s_load = new("--load") { Description = "File with weights to start from." };

    private static readonly Option<string?> s_data = SampleOptions.Data("mnist");

    /// <summary>The command.</summary>
    public static RootCommand Create()
    {
        s_lr.Validators.Add(result =>
        {
            if (SampleOptions.Text(result) is { } text && double.TryParse(text, CultureInfo.InvariantCulture, out double lr) && !(lr >= 0))
                result.AddError($"--lr must not be negative: {text}.");
        });
        return new RootCommand("Trains a network to read handwritten digits, saves it, reloads it and shows what it gets wrong.")
        {
            s_epochs, s_batchSize, s_optimizer, s_lr, s_seed, s_save, s_load, s_data,
        };
    }

    /// <summary>What was asked for.</summary>
    public static Options Read(ParseResult result)
    {
        string optimizer = result.GetValue(s_optimizer)!;
        return new Options
        {
            Epochs = result.GetValue(s_epochs),
            BatchSize = result.GetValue(s_batchSize),
            Optimizer = optimizer,
            Lr = result.GetValue(s_lr) ?? (optimizer == Sgd ? 0.01 : 0.001),
            Seed = result.GetValue(s_seed),
            Save = result.GetValue(s_save)!,
            Load = result.GetValue(s_load),
            Data = result.GetValue(s_data),
        };
    }
}

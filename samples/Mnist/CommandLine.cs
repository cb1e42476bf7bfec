using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MnistSample;

/// <summary>The options of the command line, with their defaults and checks.</summary>
internal static class CommandLine
{
    private const string Sgd = "sgd";
    private const string Adam = "adam";

    private static readonly Option<int> s_epochs = AtLeast(0, new Option<int>("--epochs")
    {
        Description = "Passes over the training set. 0: evaluate only.",
        DefaultValueFactory = _ => 5,
    });

    private static readonly Option<int> s_batchSize = AtLeast(1, new Option<int>("--batch-size")
    {
        Description = "Images in a step.",
        DefaultValueFactory = _ => 64,
    });

    private static readonly Option<string> s_optimizer = new Option<string>("--optimizer")
    {
        Description = "How the weights are changed.",
        DefaultValueFactory = _ => Adam,
    }.AcceptOnlyFromAmong(Sgd, Adam);

    private static readonly Option<double?> s_lr = new("--lr") { Description = "Learning rate. Default: 0.001 with adam, 0.01 with sgd." };

    private static readonly Option<long> s_seed = new("--seed")
    {
        Description = "Start of the random numbers: the same seed, the same run.",
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<string> s_save = new("--save")
    {
        Description = "File for the trained weights.",
        DefaultValueFactory = _ => "mnist.safetensors",
    };

    private static readonly Option<string?> s_load = new("--load") { Description = "File with weights to start from." };

    private static readonly Option<string?> s_data = new("--data")
    {
        Description = "Folder with the MNIST files. Default: samples/data/mnist of the repository.",
    };

    /// <summary>The command, which runs <paramref name="action"/>.</summary>
    public static RootCommand Create(Func<Options, int> action)
    {
        s_lr.Validators.Add(result =>
        {
            if (Text(result) is { } text && double.TryParse(text, CultureInfo.InvariantCulture, out double lr) && !(lr >= 0))
                result.AddError($"--lr must not be negative: {text}.");
        });
        s_save.Validators.Add(result =>
        {
            if (Text(result) is not { } path)
                return;
            if (!path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
                result.AddError($"--save must name a file that ends in .safetensors: {path}.");
            else if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
                result.AddError($"--save must name a file in a folder that exists: {path}.");
        });
        var command = new RootCommand("Trains a network to read handwritten digits, saves it, reloads it and shows what it gets wrong.")
        {
            s_epochs, s_batchSize, s_optimizer, s_lr, s_seed, s_save, s_load, s_data,
        };
        command.SetAction(result => action(Read(result)));
        return command;
    }

    private static Options Read(ParseResult result)
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

    private static Option<int> AtLeast(int minimum, Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (int.TryParse(Text(result), CultureInfo.InvariantCulture, out int value) && value < minimum)
                result.AddError($"{option.Name} must be at least {minimum}: {value}.");
        });
        return option;
    }

    /// <summary>What was given, if anything. What is no number is refused by the library itself.</summary>
    private static string? Text(OptionResult result) => result.Tokens is [{ Value: var text }] ? text : null;
}

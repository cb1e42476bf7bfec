using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Samples;

/// <summary>Options of the command line, with their checks.</summary>
public static class SampleOptions
{
    /// <summary>A whole number.</summary>
    /// <param name="name">The option, for example <c>--epochs</c>.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="value">Its default.</param>
    /// <param name="minimum">The least value.</param>
    public static Option<int> Number(string name, string description, int value, int minimum = 0)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (int.TryParse(Text(result), CultureInfo.InvariantCulture, out int given) && given < minimum)
                result.AddError($"{name} must be at least {minimum}: {given}.");
        });
        return option;
    }

    /// <summary>A learning rate.</summary>
    /// <param name="value">Its default.</param>
    public static Option<double> LearningRate(double value)
    {
        var option = new Option<double>("--learning-rate") { Description = "Learning rate at its highest.", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (double.TryParse(Text(result), CultureInfo.InvariantCulture, out double given) && !(given > 0 && double.IsFinite(given)))
                result.AddError($"--learning-rate must be a positive number: {given}.");
        });
        return option;
    }

    /// <summary>The start of the random numbers.</summary>
    public static Option<long> Seed() => new("--seed")
    {
        Description = "Start of the random numbers: the same seed, the same run.",
        DefaultValueFactory = _ => 0,
    };

    /// <summary>A file for trained weights, in a folder that exists.</summary>
    /// <param name="value">Its default.</param>
    public static Option<string> Save(string value)
    {
        var option = new Option<string>("--save") { Description = "File for the trained weights.", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (Text(result) is not { } path)
                return;
            if (!path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
                result.AddError($"--save must name a file that ends in .safetensors: {path}.");
            else if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
                result.AddError($"--save must name a file in a folder that exists: {path}.");
        });
        return option;
    }

    /// <summary>The folder with the data.</summary>
    /// <param name="name">Its name in <c>samples/data</c>.</param>
    public static Option<string?> Data(string name) => new("--data")
    {
        Description = $"Folder with the data. Default: samples/data/{name} of the repository.",
    };

    /// <summary>What was given, if anything. What is no number is refused by the library itself.</summary>
    /// <param name="result">The option as it was parsed.</param>
    public static string? Text(OptionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Tokens is [{ Value: var text }] ? text : null;
    }
}

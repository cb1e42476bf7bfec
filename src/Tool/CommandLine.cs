using System.CommandLine;

namespace NnGen.Tool;

/// <summary>The commands of <c>nngen</c>.</summary>
internal static class CommandLine
{
    private const int Failure = 1;

    /// <summary>Where a state dict stands in a PyTorch file that holds more.</summary>
    public static Option<string?> Key { get; } = new("--key")
    {
        Description = "Where the tensors stand in a PyTorch file that holds more, such as 'model'; keys of nested dicts are joined by dots.",
    };

    /// <summary>All commands.</summary>
    public static RootCommand Create() => new(
        "Looks into checkpoints (.safetensors, .safetensors.index.json, .pth, .pt) and converts them. Nothing in a file is executed.")
    {
        InspectCommand.Create(),
        ConvertCommand.Create(),
    };

    /// <summary>Runs a command. What is wrong with a file is a message and the exit code 1.</summary>
    public static void SetAction(Command command, Action<ParseResult> action) => command.SetAction(result =>
    {
        try
        {
            action(result);
            return 0;
        }
        catch (Exception e) when (e is CheckpointException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            result.InvocationConfiguration.Error.WriteLine(e.Message);
            return Failure;
        }
    });
}

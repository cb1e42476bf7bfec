using System.CommandLine;

namespace NnGen.Tool;

/// <summary><c>nngen convert A B</c>: the state dict of one file in the format of another.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var source = new Argument<FileInfo>("source") { Description = "The file to read." };
        var target = new Argument<FileInfo>("target") { Description = "The file to write; its extension chooses the format: .safetensors, .pth or .pt." };
        var force = new Option<bool>("--force") { Description = "Replace the target if it exists." };
        var command = new Command("convert", "Writes the state dict of a file in another format. Element types and bytes stay as they are.")
        {
            source, target, CommandLine.Key, force,
        };
        CommandLine.SetAction(command, result =>
        {
            var path = result.GetRequiredValue(target).FullName;
            if (File.Exists(path) && !result.GetValue(force))
                throw new IOException($"'{path}' exists already: choose another name, or replace it with --force.");
            var state = StateDict.Load(result.GetRequiredValue(source).FullName, result.GetValue(CommandLine.Key));
            state.Save(path);
            result.InvocationConfiguration.Output.WriteLine($"{path}: {state.Count} tensors");
        });
        return command;
    }
}

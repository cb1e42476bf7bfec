using NnGen.Serialization;

namespace NnGen;

/// <summary>
/// Reads and writes the files of <c>torch.save</c> (<c>.pth</c>, <c>.pt</c>): state dicts, and dicts of tensors, numbers, texts and
/// containers of them. A file's pickle is read by a reader of our own that knows a list of instructions and names, refuses all others and executes
/// nothing; files that are written are accepted by <c>torch.load(path, weights_only=True)</c>.
/// </summary>
public static class TorchCheckpoint
{
    /// <summary>Reads a state dict.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">
    /// Where the state dict stands in a file that holds more, such as <c>model</c>; keys of nested dicts are joined by dots. Default:
    /// the file is a state dict.
    /// </param>
    /// <returns>The tensors, of the types of <see cref="StoredTensor.Read"/>, and the versions of modules.</returns>
    /// <exception cref="CheckpointException">The file is damaged, holds what is not read, or there is no state dict.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StateDict Load(string path, string? key = null)
    {
        using var file = TorchFile.OpenPath(path, key);
        file.RequireStateDict();
        return file.Load();
    }

    /// <summary>Reads everything that a file holds.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The object, usually a <see cref="TorchDict"/>, which lists the types of values.</returns>
    /// <exception cref="CheckpointException">The file is damaged, or holds what is not read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static object? LoadObject(string path)
    {
        using var file = TorchFile.OpenPath(path, key: null);
        return file.ReadAll();
    }

    /// <summary>
    /// Writes a state dict: to a temporary file in the same folder, flushed to disk and renamed, so that a failure leaves what was
    /// there. Tied weights are stored once and are tied when PyTorch loads them.
    /// </summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="state">The tensors by name, as of <see cref="Module.StateDict"/>.</param>
    /// <exception cref="CheckpointException">PyTorch's format does not hold an element type.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Save(string path, StateDict state)
    {
        ArgumentNullException.ThrowIfNull(state);
        TorchWriter.Save(path, state);
    }

    /// <summary>Writes a dict of anything that <see cref="TorchDict"/> names, as <see cref="Save(string, StateDict)"/> does.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="value">The dict, such as <c>new TorchDict { ["model"] = model.StateDict(), ["epoch"] = 3 }</c>.</param>
    /// <exception cref="ArgumentException">A value is of a type that is not written.</exception>
    /// <inheritdoc cref="Save(string, StateDict)" path="/exception"/>
    public static void Save(string path, TorchDict value)
    {
        ArgumentNullException.ThrowIfNull(value);
        TorchWriter.Save(path, value);
    }
}

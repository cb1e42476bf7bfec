namespace NnGen;

// Files of either format.
public sealed partial class StateDict
{
    /// <summary>Reads a file: safetensors, an index of sharded safetensors, or PyTorch's format, told apart by their content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">
    /// Where the state dict stands in a PyTorch file that holds more, such as <c>model</c>. Default: the file is a state dict.
    /// </param>
    /// <exception cref="CheckpointException">The file is damaged, holds what is not read, or there is no state dict.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StateDict Load(string path, string? key = null)
    {
        using var file = TensorFile.Open(path, key);
        file.RequireStateDict();
        return file.Load();
    }

    /// <summary>
    /// Writes a file that PyTorch can read: to a temporary one in the same folder, flushed to disk and renamed, so that a failure
    /// leaves what was there.
    /// </summary>
    /// <param name="path">A path ending in <c>.safetensors</c>, or in <c>.pth</c> or <c>.pt</c> for PyTorch's own format.</param>
    /// <exception cref="NotSupportedException">The extension stands for another format.</exception>
    /// <exception cref="CheckpointException">The format does not hold an element type.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".safetensors":
                Safetensors.Save(path, this);
                break;
            case ".pth" or ".pt":
                TorchCheckpoint.Save(path, this);
                break;
            case var other:
                throw new NotSupportedException(
                    $"'{path}': the format is chosen by the extension, and '{other}' stands for none. Use .safetensors, or .pth for PyTorch's own.");
        }
    }
}

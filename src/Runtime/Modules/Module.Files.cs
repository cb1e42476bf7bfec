namespace NnGen;

public abstract partial class Module
{
    /// <summary>
    /// Writes the state dict to a file that PyTorch can read: to a temporary one in the same folder, flushed to disk and renamed, so
    /// that a failure leaves what was there.
    /// </summary>
    /// <param name="path">A path ending in <c>.safetensors</c>, or in <c>.pth</c> or <c>.pt</c> for PyTorch's own format.</param>
    /// <exception cref="NotSupportedException">The extension stands for another format.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Save(string path) => StateDict().Save(path);

    /// <summary>
    /// Loads a file that <see cref="Save"/> or PyTorch wrote: safetensors, an index of sharded safetensors, or PyTorch's format, told
    /// apart by their content. Each tensor is read straight into its place.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="strict">Whether missing and unexpected keys are errors. Default: true.</param>
    /// <param name="key">
    /// Where the state dict stands in a PyTorch file that holds more, such as <c>model</c>. Default: the file is a state dict.
    /// </param>
    /// <returns>The missing and the unexpected keys.</returns>
    /// <exception cref="StateDictException">The file does not fit the module. Nothing has been changed then.</exception>
    /// <exception cref="CheckpointException">The file is damaged, or not read. Nothing has been changed then.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IncompatibleKeys Load(string path, bool strict = true, string? key = null)
    {
        using var file = TensorFile.Open(path, key);
        file.RequireStateDict();
        return new StateDictLoader(StateSource.Of(file)).Load(this, strict);
    }
}

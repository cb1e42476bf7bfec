namespace NnGen;

public abstract partial class Module
{
    /// <summary>Writes the state dict to a file that PyTorch can read.</summary>
    /// <param name="path">A path ending in <c>.safetensors</c>.</param>
    /// <exception cref="NotSupportedException">The extension stands for another format.</exception>
    public void Save(string path)
    {
        CheckFormat(path);
        Safetensors.Save(path, StateDict());
    }

    /// <summary>Loads a file that <see cref="Save"/> or PyTorch wrote.</summary>
    /// <param name="path">A path ending in <c>.safetensors</c>.</param>
    /// <param name="strict">Whether missing and unexpected keys are errors. Default: true.</param>
    /// <returns>The missing and the unexpected keys.</returns>
    /// <exception cref="NotSupportedException">The extension stands for another format.</exception>
    /// <exception cref="StateDictException">The file does not fit the module. Nothing has been changed then.</exception>
    public IncompatibleKeys Load(string path, bool strict = true)
    {
        CheckFormat(path);
        return LoadStateDict(Safetensors.Load(path), strict);
    }

    private static void CheckFormat(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension == ".safetensors")
            return;
        throw new NotSupportedException(extension is ".pth" or ".pt"
            ? $"'{path}': PyTorch's own format ({extension}) is not offered yet. Use .safetensors, which PyTorch reads too."
            : $"'{path}': the format is chosen by the extension, and '{extension}' stands for none. Use .safetensors.");
    }
}

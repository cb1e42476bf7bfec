using NnGen.Data;

namespace NnGen.Parity.Tests;

/// <summary>The repository's MNIST files, read once.</summary>
internal static class MnistData
{
    private static readonly Lazy<ImageDataset> s_train = new(() => Mnist.Load(Folder(), train: true));
    private static readonly Lazy<ImageDataset> s_test = new(() => Mnist.Load(Folder(), train: false));

    public static ImageDataset Train => s_train.Value;

    public static ImageDataset Test => s_test.Value;

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NnGen.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository, beside its NnGen.sln.");
        return Path.Combine(folder.FullName, "samples", "data", "mnist");
    }
}

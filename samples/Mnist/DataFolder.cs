namespace MnistSample;

/// <summary>Finds the MNIST files of the repository from wherever the sample is started.</summary>
internal static class DataFolder
{
    private static readonly string s_relative = Path.Combine("samples", "data", "mnist");

    /// <summary>The folder, looked for above the program and above the current directory.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static string Find()
    {
        string[] starts = [AppContext.BaseDirectory, Environment.CurrentDirectory];
        return starts.SelectMany(Ancestors).Select(folder => Path.Combine(folder, s_relative)).FirstOrDefault(Directory.Exists)
            ?? throw new DirectoryNotFoundException(
                $"There is no folder '{s_relative}' above {string.Join(" or ", starts)}: say with --data where the MNIST files are.");
    }

    private static IEnumerable<string> Ancestors(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}

namespace Samples;

/// <summary>Finds the data of the repository from wherever a sample is started.</summary>
public static class DataFolder
{
    /// <summary>The folder, looked for above the program and above the current directory.</summary>
    /// <param name="name">Its name in <c>samples/data</c>, for example <c>mnist</c>.</param>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static string Find(string name)
    {
        string relative = Path.Combine("samples", "data", name);
        string[] starts = [AppContext.BaseDirectory, Environment.CurrentDirectory];
        return starts.SelectMany(Ancestors).Select(folder => Path.Combine(folder, relative)).FirstOrDefault(Directory.Exists)
            ?? throw new DirectoryNotFoundException(
                $"There is no folder '{relative}' above {string.Join(" or ", starts)}: say with --data where the files are.");
    }

    private static IEnumerable<string> Ancestors(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}

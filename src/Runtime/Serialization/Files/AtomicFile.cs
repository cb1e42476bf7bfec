namespace NnGen.Serialization;

/// <summary>Writes files so that a reader, or a crash at any moment, sees the old file or the new one and nothing in between.</summary>
internal static class AtomicFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>Writes to a temporary file in the same folder, flushes it to disk and renames it to <paramref name="path"/>.</summary>
    /// <exception cref="IOException">The disk is full, the folder is missing, or the like; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        string? folder = Path.GetDirectoryName(full);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"'{path}' cannot be written: there is no folder '{folder}'. Create it first.");
        if (Directory.Exists(full))
            throw new UnauthorizedAccessException($"'{path}' cannot be written: it is a folder. Give the path of a file in it.");
        string temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e)
        {
            Remove(temporary);
            throw e switch
            {
                UnauthorizedAccessException => new UnauthorizedAccessException(
                    $"'{path}' cannot be written: the folder '{folder}' may not be changed. What was there is unchanged. ({e.Message})", e),
                IOException => new IOException(
                    $"'{path}' cannot be written. What was there is unchanged: make room or choose another folder. ({e.Message})", e),
                _ => e,
            };
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to be reported.
        }
    }
}

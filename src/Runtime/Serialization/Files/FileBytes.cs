using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace NnGen.Serialization;

/// <summary>
/// A file that is open for reading anywhere in it. It may be replaced or deleted meanwhile: what was opened stays readable. Nothing
/// outside its length at opening is read.
/// </summary>
internal sealed class FileBytes : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly object _lock = new();
    private MemoryMappedFile? _mapping;

    private FileBytes(string path, SafeFileHandle handle)
    {
        Path = path;
        _handle = handle;
        Length = RandomAccess.GetLength(handle);
    }

    /// <summary>The path by which it was opened.</summary>
    public string Path { get; }

    /// <summary>Its length.</summary>
    public long Length { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static FileBytes Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new UnauthorizedAccessException($"'{path}' is a folder: the path of a file in it was expected.");
        return new FileBytes(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
    }

    /// <summary>Fills <paramref name="destination"/> from a place in the file.</summary>
    /// <exception cref="CheckpointException">The file ends before.</exception>
    public void Read(long offset, Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            var count = RandomAccess.Read(_handle, destination, offset);
            if (count == 0)
                throw Refuse($"It ends at byte {offset}, but had {Length} bytes when it was opened: it is being changed, or was cut off.");
            destination = destination[count..];
            offset += count;
        }
    }

    /// <summary>Bytes of the file.</summary>
    /// <exception cref="CheckpointException">The file ends before.</exception>
    public byte[] Read(long offset, int length)
    {
        var bytes = new byte[length];
        Read(offset, bytes);
        return bytes;
    }

    /// <summary>A stretch of the file as memory.</summary>
    public MappedBytes Map(long offset, int length)
    {
        lock (_lock)
        {
            _mapping ??= MemoryMappedFile.CreateFromFile(
                _handle, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            return new MappedBytes(_mapping.CreateViewAccessor(offset, length, MemoryMappedFileAccess.Read), length);
        }
    }

    /// <summary>The exception that says what is wrong with the file.</summary>
    public CheckpointException Refuse(string reason, Exception? cause = null)
    {
        var message = $"'{Path}' cannot be read as a checkpoint. {reason}";
        return cause is null ? new CheckpointException(message) { Path = Path } : new CheckpointException(message, cause) { Path = Path };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mapping?.Dispose();
        _handle.Dispose();
    }
}

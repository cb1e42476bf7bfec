using System.Buffers.Binary;
using System.IO.Compression;

namespace NnGen.Data;

/// <summary>
/// A gzip file of a known length, read from its beginning to its end, strictly: every byte of it must belong to one complete member.
/// </summary>
internal sealed class GzipFile : Stream
{
    private const int MaxExpansion = 1032;                      // no deflate stream expands further

    private readonly string _path;
    private readonly FileStream _file;
    private readonly GZipStream _content;
    private long _position;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">It cannot hold what its last four bytes state.</exception>
    public GzipFile(string path)
    {
        _path = path;
        _file = File.OpenRead(path);
        try
        {
            Length = StatedLength(_file, path);
            _content = new GZipStream(_file, CompressionMode.Decompress);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Bytes of the uncompressed content.</summary>
    public override long Length { get; }

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is truncated, damaged, or followed by other data.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            int count = _content.Read(buffer);
            _position += count;
            if (count == 0 && buffer.Length > 0 && _position < Length)
                throw new InvalidDataException($"it holds {_position} of the {Length} bytes that its trailer states.");
            if (_position > Length || (_position == Length && _content.ReadByte() >= 0))
                throw new InvalidDataException($"it holds more than the {Length} bytes that its trailer states.");
            return count;
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"'{_path}' is a truncated or damaged gzip file: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>
    /// The length in the file's last four bytes: a file that was truncated, or goes on after its end, has others there. One that
    /// could not be reached is refused before memory is asked for.
    /// </summary>
    private static int StatedLength(FileStream file, string path)
    {
        Span<byte> trailer = stackalloc byte[sizeof(uint)];
        if (file.Length < trailer.Length)
            throw new InvalidDataException($"'{path}' is a truncated gzip file: it has {file.Length} bytes.");
        file.Seek(-trailer.Length, SeekOrigin.End);
        file.ReadExactly(trailer);
        file.Seek(0, SeekOrigin.Begin);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        return length <= Math.Min(file.Length * MaxExpansion, Array.MaxLength)
            ? (int)length
            : throw new InvalidDataException(
                $"'{path}' is a truncated or damaged gzip file: {file.Length} bytes cannot hold the {length} that its trailer states.");
    }
}

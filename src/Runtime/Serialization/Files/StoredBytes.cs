namespace NnGen.Serialization;

/// <summary>A stretch of a file that holds elements of tensors; several tensors may lie in it.</summary>
/// <param name="file">The file.</param>
/// <param name="offset">Where it begins.</param>
/// <param name="length">Its length in bytes.</param>
/// <param name="checksum">The CRC-32 that the file gives for it. Null: the format has none.</param>
/// <param name="isBigEndian">Whether the elements' bytes stand in big-endian order.</param>
internal sealed class StoredBytes(FileBytes file, long offset, long length, uint? checksum = null, bool isBigEndian = false)
{
    private const int ChunkLength = 1 << 20;

    private bool _isVerified = checksum is null;

    /// <summary>The file.</summary>
    public FileBytes File => file;

    /// <summary>Its length in bytes.</summary>
    public long Length => length;

    /// <summary>Whether the elements' bytes stand in big-endian order.</summary>
    public bool IsBigEndian => isBigEndian;

    /// <summary>Compares the content with the checksum, once.</summary>
    /// <exception cref="CheckpointException">They differ.</exception>
    public void Verify()
    {
        if (_isVerified)
            return;
        var crc = default(Crc32);
        var chunk = new byte[Math.Min(length, ChunkLength)];
        for (long done = 0; done < length; done += chunk.Length)
        {
            var part = chunk.AsSpan(0, (int)Math.Min(chunk.Length, length - done));
            file.Read(offset + done, part);
            crc.Append(part);
        }

        Compare(crc);
    }

    /// <summary>Reads a part that is verified.</summary>
    public void Read(long start, Span<byte> destination)
    {
        if (_isVerified || destination.Length != length)
        {
            Verify();
            file.Read(offset + start, destination);
            return;
        }

        var crc = default(Crc32);
        for (var done = 0; done < destination.Length; done += ChunkLength)
        {
            var part = destination.Slice(done, Math.Min(ChunkLength, destination.Length - done));
            file.Read(offset + done, part);                     // a chunk is still in the cache when its checksum is computed
            crc.Append(part);
        }

        Compare(crc);
    }

    /// <summary>A part as mapped memory.</summary>
    public MappedBytes Map(long start, int count)
    {
        Verify();
        return file.Map(offset + start, count);
    }

    private void Compare(Crc32 crc)
    {
        if (crc.Value != checksum)
            throw file.Refuse($"Its bytes {offset} to {offset + length} have the CRC-32 {crc.Value:x8}, but {checksum:x8} was expected: it is damaged.");
        _isVerified = true;
    }
}

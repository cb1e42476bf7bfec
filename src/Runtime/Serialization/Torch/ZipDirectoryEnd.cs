namespace NnGen.Serialization;

/// <summary>Where a zip archive's directory lies, as the end of the archive says.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">Its length.</param>
/// <param name="Count">Number of entries.</param>
internal readonly record struct ZipDirectoryEnd(long Offset, long Length, long Count)
{
    private const int MaxCommentLength = ushort.MaxValue;

    /// <summary>Finds the directory.</summary>
    /// <exception cref="CheckpointException">There is none, or it does not lie in the file.</exception>
    public static ZipDirectoryEnd Find(FileBytes file)
    {
        int tailLength = (int)Math.Min(file.Length, ZipFormat.DirectoryEndLength + MaxCommentLength);
        long tailStart = file.Length - tailLength;
        var tail = file.Read(tailStart, tailLength);
        for (int i = tailLength - ZipFormat.DirectoryEndLength; i >= 0; i--)
        {
            var end = tail.AsSpan(i);
            if (ZipFormat.UInt32(end, 0) == ZipFormat.DirectoryEndSignature && ZipFormat.UInt16(end, 20) == end.Length - ZipFormat.DirectoryEndLength)
                return Check(file, Parse(file, end, tailStart + i), tailStart + i);
        }

        throw file.Refuse("It begins as a zip archive, as PyTorch's .pth files do, but has no directory at its end: it is cut off. Copy it again.");
    }

    private static ZipDirectoryEnd Parse(FileBytes file, ReadOnlySpan<byte> end, long position)
    {
        long locatorAt = position - ZipFormat.Directory64LocatorLength;
        if (locatorAt >= 0)
        {
            var locator = file.Read(locatorAt, ZipFormat.Directory64LocatorLength);
            if (ZipFormat.UInt32(locator, 0) == ZipFormat.Directory64LocatorSignature)
                return Parse64(file, ZipFormat.Int64(locator, 8), locatorAt);
        }

        return new ZipDirectoryEnd(ZipFormat.UInt32(end, 16), ZipFormat.UInt32(end, 12), ZipFormat.UInt16(end, 10));
    }

    private static ZipDirectoryEnd Parse64(FileBytes file, long position, long locatorAt)
    {
        if (position < 0 || position > locatorAt - ZipFormat.Directory64EndLength)
            throw file.Refuse("The end of its zip directory does not lie in the file: it is damaged.");
        var end = file.Read(position, ZipFormat.Directory64EndLength);
        return ZipFormat.UInt32(end, 0) == ZipFormat.Directory64EndSignature
            ? new ZipDirectoryEnd(ZipFormat.Int64(end, 48), ZipFormat.Int64(end, 40), ZipFormat.Int64(end, 32))
            : throw file.Refuse("The end of its zip directory is damaged.");
    }

    private static ZipDirectoryEnd Check(FileBytes file, ZipDirectoryEnd end, long position)
        => end.Offset >= 0 && end.Length >= 0 && end.Count >= 0 && end.Offset <= position && end.Length <= position - end.Offset
            ? end
            : throw file.Refuse($"Its zip directory of {end.Length} bytes at {end.Offset} does not lie before the end of the archive at {position}.");
}

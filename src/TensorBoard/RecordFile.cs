using System.Buffers.Binary;
using System.Numerics;

namespace NnGen.TensorBoard;

/// <summary>
/// A file of records, each with its length and two checksums:
/// <see href="https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details">TFRecord</see>. A record reaches the file
/// as a whole or, when the process is killed meanwhile, as a part that readers take for one not yet written.
/// </summary>
internal sealed class RecordFile : IDisposable
{
    private const int HeaderLength = sizeof(ulong) + sizeof(uint);
    private const uint MaskDelta = 0xa282ead8;

    private readonly FileStream _file;

    /// <summary>Creates a file, which others may read meanwhile.</summary>
    public RecordFile(string path)
        => _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);

    /// <summary>Appends a record, in one write.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        byte[] record = new byte[HeaderLength + data.Length + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), MaskedChecksum(record.AsSpan(0, sizeof(ulong))));
        data.CopyTo(record.AsSpan(HeaderLength));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(HeaderLength + data.Length), MaskedChecksum(data));
        _file.Write(record);
    }

    /// <summary>Makes sure that all records are on the disk.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>CRC-32C, rotated and shifted as TFRecord wants it.</summary>
    private static uint MaskedChecksum(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
            crc = BitOperations.Crc32C(crc, value);
        return BitOperations.RotateRight(~crc, 15) + MaskDelta;
    }
}

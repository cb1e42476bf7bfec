using System.Buffers;
using System.Buffers.Binary;

namespace NnGen.Serialization;

/// <summary>A safetensors file. Nothing is allocated before the file's own length has shown that it can be filled.</summary>
internal sealed class SafetensorsFile : TensorFile
{
    private readonly FileBytes _file;

    private SafetensorsFile(FileBytes file, SafetensorsHeader header, long dataStart)
        : base(file.Path)
    {
        _file = file;
        Metadata = header.Metadata;
        foreach (var entry in header.Entries)
            Add(new StoredTensor(entry.Name, entry.DType, entry.Dims, new StoredBytes(file, dataStart + entry.Start, entry.End - entry.Start)));
        foreach (var (name, storedName) in SharedTensors.Aliases(Metadata, Tensors.Select(tensor => tensor.Name).ToHashSet()))
            Add(this[storedName].As(name));
    }

    /// <summary>Opens a file by its path.</summary>
    public static SafetensorsFile OpenPath(string path)
    {
        var file = FileBytes.Open(path);
        try
        {
            return Open(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads and checks the header of a file.</summary>
    public static SafetensorsFile Open(FileBytes file)
    {
        if (file.Length < SafetensorsHeader.PrefixLength)
        {
            throw file.Refuse(
                $"A safetensors file begins with {SafetensorsHeader.PrefixLength} bytes of header length, "
                + $"but this one has {file.Length} bytes.");
        }

        Span<byte> prefix = stackalloc byte[SafetensorsHeader.PrefixLength];
        file.Read(0, prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)SafetensorsHeader.MaxLength)
        {
            throw file.Refuse(
                $"As a safetensors file it has a header of {length} bytes: at most {SafetensorsHeader.MaxLength} are allowed. "
                + "A .pth file of PyTorch begins as a zip archive; this one is neither, or damaged.");
        }

        long dataStart = SafetensorsHeader.PrefixLength + (long)length;
        if (dataStart > file.Length)
        {
            throw file.Refuse(
                $"As a safetensors file it has a header of {length} bytes, but only {file.Length - SafetensorsHeader.PrefixLength} follow.");
        }

        byte[] header = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            file.Read(SafetensorsHeader.PrefixLength, header.AsSpan(0, (int)length));
            return new SafetensorsFile(file, SafetensorsHeaderReader.Parse(header.AsSpan(0, (int)length), file.Length - dataStart), dataStart);
        }
        catch (CheckpointException e) when (e.Path is null)
        {
            throw file.Refuse(e.Message, e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(header);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _file.Dispose();
}

using System.Buffers;
using NnGen.Serialization;

namespace NnGen;

/// <summary>A tensor in a <see cref="TensorFile"/>, which is read when it is asked for.</summary>
public sealed class StoredTensor
{
    private readonly StoredBytes _bytes;
    private readonly long _start;
    private readonly long[] _dims;
    private readonly long[]? _strides;

    /// <summary>A tensor of a file.</summary>
    /// <param name="bytes">Where its elements lie.</param>
    /// <param name="start">Byte of the first element in <paramref name="bytes"/>.</param>
    /// <param name="strides">Distances in elements. Null: row-major without gaps.</param>
    internal StoredTensor(string name, DType dtype, long[] dims, StoredBytes bytes, long start = 0, long[]? strides = null)
    {
        Name = name;
        DType = dtype;
        _dims = dims;
        _bytes = bytes;
        _start = start;
        _strides = strides;
        Original = this;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The type of its elements.</summary>
    public DType DType { get; }

    /// <summary>The sizes of its dimensions.</summary>
    public IReadOnlyList<long> Dims => _dims;

    /// <summary>The sizes of its dimensions.</summary>
    /// <exception cref="CheckpointException">It has 2^31 elements or more, which no tensor in memory has.</exception>
    public Shape Shape => IsTooLarge
        ? throw _bytes.File.Refuse($"Tensor '{Name}' has shape [{string.Join(", ", _dims)}]: a tensor in memory has at most 2^31 - 1 elements.")
        : Array.ConvertAll(_dims, dim => (int)dim);

    /// <summary>Bytes of its elements.</summary>
    public long ByteLength => Count * DType.BitSize() / 8;

    /// <summary>The tensor itself or, where it is another name for one (tied weights), that one.</summary>
    internal StoredTensor Original { get; private init; }

    private long Count => _dims.Aggregate(1L, (count, dim) => count * dim);

    private bool IsTooLarge => Array.Exists(_dims, dim => dim > int.MaxValue) || Count > int.MaxValue;

    private bool IsPlain => _strides is null && !_bytes.IsBigEndian;

    /// <summary>Reads it: as <see cref="Tensor"/>, <see cref="Tensor{T}"/> or, where these do not have its type, <see cref="RawTensor"/>.</summary>
    /// <exception cref="CheckpointException">The file is damaged, or the tensor is too large.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public TensorBase Read()
    {
        var shape = Shape;
        if (ByteLength > Array.MaxLength)
            throw _bytes.File.Refuse($"Tensor '{Name}' of {DType} takes {ByteLength} bytes: at most {Array.MaxLength} are read.");
        var tensor = TensorBytes.Create(DType, shape);
        ReadTo(tensor);
        return tensor;
    }

    /// <summary>
    /// Its bytes in row-major order, mapped into memory: the operating system reads them where they are touched. They are valid until
    /// the result is disposed; the file itself may be closed before. Cutting the file off meanwhile is fatal, as with any mapping.
    /// </summary>
    /// <exception cref="CheckpointException">The file is damaged, or the tensor takes 2^31 bytes or more.</exception>
    /// <exception cref="NotSupportedException">The tensor does not lie in the file in row-major order.</exception>
    public IMemoryOwner<byte> Map()
    {
        if (!IsPlain)
            throw new NotSupportedException($"Tensor '{Name}' does not lie in the file in row-major, little-endian order: use Read.");
        if (ByteLength > int.MaxValue)
            throw _bytes.File.Refuse($"Tensor '{Name}' takes {ByteLength} bytes: at most 2^31 - 1 are mapped.");
        return ByteLength == 0 ? MemoryPool<byte>.Shared.Rent(0) : _bytes.Map(_start, (int)ByteLength);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {DType.TorchName()} [{string.Join(", ", _dims)}]";

    /// <summary>The same tensor under another name.</summary>
    internal StoredTensor As(string name) => new(name, DType, _dims, _bytes, _start, _strides) { Original = Original };

    /// <summary>Compares what the file holds with its checksum, so that <see cref="CopyTo"/> does not fail halfway.</summary>
    internal void Verify()
    {
        if (DType == DType.Bool)
            Read();
        else
            _bytes.Verify();
    }

    /// <summary>Reads it into a tensor of as many elements, converting their type.</summary>
    internal void CopyTo(TensorBase target)
    {
        if (target.DType == DType)
            ReadTo(target);
        else
            ElementCopy.To(target, Read());
    }

    private void ReadTo(TensorBase target)
    {
        var bytes = TensorBytes.Write(target);
        if (_strides is null)
            _bytes.Read(_start, bytes);
        else
            Gather(bytes);
        if (_bytes.IsBigEndian)
            ByteOrder.Reverse(bytes, DType);
        int wrong = DType == DType.Bool ? bytes.IndexOfAnyExceptInRange((byte)0, (byte)1) : -1;
        if (wrong >= 0)
            throw _bytes.File.Refuse($"Tensor '{Name}' of booleans holds the byte {bytes[wrong]}: 0 or 1 was expected.");
    }

    /// <summary>Collects elements that do not lie one after the other.</summary>
    private void Gather(Span<byte> target)
    {
        int size = DType.Size();
        long last = 0;
        for (int i = 0; i < _dims.Length; i++)
        {
            if (_dims[i] == 0)
                return;
            last += (_dims[i] - 1) * _strides![i];
        }

        if (last >= Array.MaxLength / size)
            throw _bytes.File.Refuse($"The elements of tensor '{Name}' are spread over more than {Array.MaxLength} bytes: save a contiguous copy.");
        var source = new byte[(last + 1) * size];
        _bytes.Read(_start, source);
        var index = new long[_dims.Length];
        long place = 0;
        for (int done = 0; done < target.Length; done += size)
        {
            source.AsSpan((int)(place * size), size).CopyTo(target[done..]);
            for (int dim = _dims.Length - 1; dim >= 0; dim--)
            {
                place += _strides![dim];
                if (++index[dim] < _dims[dim])
                    break;
                place -= _strides[dim] * _dims[dim];
                index[dim] = 0;
            }
        }
    }
}

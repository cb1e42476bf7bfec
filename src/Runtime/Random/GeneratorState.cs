using System.Buffers.Binary;

namespace NnGen;

/// <summary>
/// A generator's state as bytes: PyTorch's CPUGeneratorImplState (little-endian, with the padding of its C++ layout), then the
/// position of the counter-based stream.
/// </summary>
internal static class GeneratorState
{
    private const int SeedAt = 0;
    private const int LeftAt = 8;
    private const int SeededAt = 12;
    private const int NextAt = 16;
    private const int WordsAt = 24;
    private const int NormalAt = WordsAt + (Mt19937.StateSize * sizeof(ulong)) + sizeof(double);
    private const int NormalIsValidAt = NormalAt + (2 * sizeof(double));
    public const int TorchSize = 5056;
    private const int Size = TorchSize + sizeof(ulong);

    public static Tensor<byte> Write(long seed, Mt19937 engine, double? nextNormal, ulong counter)
    {
        var state = Tensor<byte>.Zeros(Size);
        var bytes = state.AsWritableSpan();
        BinaryPrimitives.WriteInt64LittleEndian(bytes[SeedAt..], seed);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[LeftAt..], engine.Left);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[SeededAt..], 1);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[NextAt..], (ulong)engine.Next);
        for (var i = 0; i < Mt19937.StateSize; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[(WordsAt + (i * sizeof(ulong)))..], engine.State[i]);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[NormalAt..], nextNormal ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[NormalIsValidAt..], nextNormal is null ? 0 : 1);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[TorchSize..], counter);
        return state;
    }

    public static (long Seed, Mt19937 Engine, double? NextNormal, ulong Counter) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is not (Size or TorchSize))
        {
            throw new ArgumentException(
                $"Expected the state of a generator, of {Size} bytes (PyTorch's: {TorchSize}), but found {bytes.Length}.");
        }

        var left = BinaryPrimitives.ReadInt32LittleEndian(bytes[LeftAt..]);
        var next = BinaryPrimitives.ReadUInt64LittleEndian(bytes[NextAt..]);

        // An engine uses left - 1 more words from next on before it refills.
        var isSeeded = BinaryPrimitives.ReadInt32LittleEndian(bytes[SeededAt..]) == 1;
        if (!isSeeded || left is < 1 or > Mt19937.StateSize || next > (ulong)(Mt19937.StateSize + 1 - left))
            throw new ArgumentException("Invalid mt19937 state");

        Span<uint> words = stackalloc uint[Mt19937.StateSize];
        for (var i = 0; i < words.Length; i++)
            words[i] = (uint)BinaryPrimitives.ReadUInt64LittleEndian(bytes[(WordsAt + (i * sizeof(ulong)))..]);

        var hasNormal = BinaryPrimitives.ReadInt32LittleEndian(bytes[NormalIsValidAt..]) != 0;
        return (
            BinaryPrimitives.ReadInt64LittleEndian(bytes[SeedAt..]),
            new Mt19937(words, left, (int)next),
            hasNormal ? BinaryPrimitives.ReadDoubleLittleEndian(bytes[NormalAt..]) : null,
            bytes.Length == Size ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[TorchSize..]) : 0);
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace NnGen.Tests.RandomTests;

/// <summary>What PyTorch draws: reference.json, written by make_reference.py.</summary>
internal static class Reference
{
    private static readonly JsonDocument s_document =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Random", "reference.json")));

    public static JsonElement Group(string name) => s_document.RootElement.GetProperty(name);

    /// <summary>The cases of a group, as arguments of a theory.</summary>
    public static TheoryData<string, int> Cases(string name)
    {
        var cases = new TheoryData<string, int>();
        for (var i = 0; i < Group(name).GetArrayLength(); i++)
            cases.Add(name, i);
        return cases;
    }

    /// <summary>Seeds a generator as the case does, draws, and compares every bit and how much of the stream was used.</summary>
    public static void Check(string group, int index, Func<JsonElement, Shape, Generator, TensorBase> draw)
    {
        var expected = Group(group)[index];
        var generator = new Generator(expected.GetProperty("seed").GetInt64());
        Shape shape = expected.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32()).ToArray();

        var actual = draw(expected, shape, generator);

        // The first values make a failure readable; the hash is over all.
        var first = expected.GetProperty("values").EnumerateArray().Select(value => value.GetInt64()).ToArray();
        Assert.Equal(shape, actual.Shape);
        if (actual is Tensor floats)
        {
            var bits = floats.ToArray().Select(value => (long)BitConverter.SingleToInt32Bits(value)).Take(first.Length);
            Assert.Equal(first, bits);
            CheckHash(expected, MemoryMarshal.AsBytes(floats.AsSpan()));
        }
        else
        {
            var integers = (Tensor<long>)actual;
            Assert.Equal(first, integers.ToArray().Take(first.Length));
            CheckHash(expected, MemoryMarshal.AsBytes(integers.AsSpan()));
        }

        Assert.Equal(expected.GetProperty("after").GetInt64(), Tensor.Randint(0, 1L << 40, [1], generator).Item());
    }

    private static void CheckHash(JsonElement expected, ReadOnlySpan<byte> bytes) =>
        Assert.Equal(expected.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
}

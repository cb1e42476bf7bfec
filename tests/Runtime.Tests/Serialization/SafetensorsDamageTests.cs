namespace NnGen.Tests.Serialization;

/// <summary>What is not exactly a safetensors file ends in one kind of exception that says what is wrong.</summary>
public sealed class SafetensorsDamageTests : IDisposable
{
    private const string Tensor4 = """{"dtype":"U8","shape":[4],"data_offsets":[0,4]}""";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    public static TheoryData<string, string> Headers => new()
    {
        { "", "not valid JSON" },
        { "[]", "must be a JSON object, but is array" },
        { "{", "not valid JSON" },
        { "{}x", "not valid JSON" },
        { "{} {}", "not valid JSON" },
        { "{\"a\":" + Tensor4 + ",}", "not valid JSON" },
        { "{\"a\":" + Tensor4 + "/**/}", "not valid JSON" },
        { """{"a":{"dtype":"U8","shape":[[[[]]]],"data_offsets":[0,4]}}""", "not valid JSON" },
        { "{\"a\":" + Tensor4 + ",\"a\":" + Tensor4 + "}", "the key 'a' twice" },
        { "{\"a\":" + Tensor4 + ",\"\\u0061\":" + Tensor4 + "}", "the key 'a' twice" },
        { """{"a":4}""", "Tensor 'a' must be a JSON object, but is number" },
        { """{"a":{"dtype":"U8","shape":[4]}}""", "must have dtype, shape and data_offsets" },
        { """{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4],"x":1}}""", "unknown field 'x'" },
        { """{"a":{"dtype":"U8","dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", "the field 'dtype' twice" },
        { """{"a":{"dtype":"U7","shape":[4],"data_offsets":[0,4]}}""", "dtype 'U7'" },
        { """{"a":{"dtype":8,"shape":[4],"data_offsets":[0,4]}}""", "dtype of 'a' must be a JSON string, but is number" },
        { """{"a":{"dtype":"U8","shape":4,"data_offsets":[0,4]}}""", "shape of 'a' must be a JSON array, but is number" },
        { """{"a":{"dtype":"U8","shape":["4"],"data_offsets":[0,4]}}""", "must be a JSON number, but is string" },
        { """{"a":{"dtype":"U8","shape":[-4],"data_offsets":[0,4]}}""", "shape of 'a' holds -4" },
        { """{"a":{"dtype":"U8","shape":[4.0],"data_offsets":[0,4]}}""", "shape of 'a' holds 4.0" },
        { """{"a":{"dtype":"U8","shape":[9223372036854775808],"data_offsets":[0,4]}}""", "shape of 'a' holds 9223372036854775808" },
        { """{"a":{"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,4]}}""", "overflows 64 bits" },
        { """{"a":{"dtype":"F64","shape":[2147483647,2147483647],"data_offsets":[0,4]}}""", "overflows 64 bits" },
        { """{"a":{"dtype":"F4","shape":[9],"data_offsets":[0,4]}}""", "takes 36 bits: whole bytes were expected" },
        { """{"a":{"dtype":"I32","shape":[2,18446744073709551614],"data_offsets":[0,4]}}""", "shape of 'a' holds 18446744073709551614" },
        { """{"a":{"dtype":"I32","shape":[2,9223372036854775807],"data_offsets":[0,4]}}""", "overflows 64 bits" },
        { """{"a":{"dtype":"U8","shape":[0,9223372036854775807],"data_offsets":[0,0]}}""", "describes 0 bytes of tensors" },
        { "{\"a\":{\"dtype\":\"U8\",\"shape\":[" + string.Concat(Enumerable.Repeat("1,", 65)) + "1]}}", "has more than 64 elements" },
        { """{"a":{"dtype":"U8","shape":[4],"data_offsets":[4,0]}}""", "must be [begin, end], but are [4, 0]" },
        { """{"a":{"dtype":"U8","shape":[4],"data_offsets":[0]}}""", "must be [begin, end], but are [0]" },
        { """{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4,4]}}""", "must be [begin, end]" },
        { """{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,4]}}""", "takes 3 bytes, but data_offsets span 4" },
        { """{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,4]}}""", "takes 16 bytes, but data_offsets span 4" },
        { """{"a":{"dtype":"U8","shape":[3],"data_offsets":[1,4]}}""", "begins at byte 1, but the one before it ends at 0" },
        { "{\"a\":" + Tensor4 + ""","b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}""", "holes and overlaps" },
        { "{\"a\":" + Tensor4 + ",\"b\":" + Tensor4 + "}", "holes and overlaps" },
        { """{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}""", "describes 3 bytes of tensors, but the file has 4" },
        { """{"a":{"dtype":"U8","shape":[5],"data_offsets":[0,5]}}""", "describes 5 bytes of tensors, but the file has 4" },
        { "{}", "describes 0 bytes of tensors, but the file has 4" },
        { """{"a":{"dtype":"BOOL","shape":[4],"data_offsets":[0,4]}}""", "of booleans holds the byte 7" },
        { "{\"__metadata__\":{\"a\":1},\"a\":" + Tensor4 + "}", "__metadata__['a'] must be a JSON string" },
        { "{\"__metadata__\":[],\"a\":" + Tensor4 + "}", "__metadata__ must be a JSON object" },
        { "{\"__metadata__\":{\"a\":\"\",\"a\":\"\"},\"a\":" + Tensor4 + "}", "__metadata__ has the key 'a' twice" },
        { "{\"__metadata__\":{},\"__metadata__\":{},\"a\":" + Tensor4 + "}", "the key '__metadata__' twice" },
        { "{\"a\\ud800\":" + Tensor4 + "}", "not valid JSON" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void AWrongHeaderIsRefused(string header, string message)
        => AssertRefused(SafetensorsBytes.Join(header, [7, 1, 0, 1]), message);

    [Fact]
    public void WhatTheFormatAllowsIsRead()
    {
        const string header =
            """{ "__metadata__": {"k": "v"},""" + "\n\t"
            + """ "b": {"data_offsets":[0,0],"shape":[0,5],"dtype":"I64"}, "a":""" + Tensor4 + "}   ";
        SafetensorsBytes.Write(_path, header, [1, 2, 3, 4]);
        var loaded = Safetensors.Load(_path);
        Assert.Equal(["b", "a"], loaded.Keys);
        Assert.Equal([0, 5], loaded["b"].Shape.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void AFileWithoutALengthIsRefused(int length) => AssertRefused(new byte[length], $"but this one has {length} bytes");

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData(100_000_001UL)]
    public void AHeaderThatIsTooLongIsRefused(ulong length)
        => AssertRefused([.. BitConverter.GetBytes(length), .. "{}"u8], "at most 100000000 are allowed");

    /// <summary>The reference's abuse attempt: a hundred thousand tensors over the same bytes.</summary>
    [Fact]
    public void ManyTensorsOverTheSameBytesAreRefused()
    {
        var entries = Enumerable.Range(0, 100_000).Select(i => $"\"weight_{i}\":{{\"dtype\":\"F32\",\"shape\":[200,200],\"data_offsets\":[0,160000]}}");
        AssertRefused(SafetensorsBytes.Join($"{{{string.Join(",", entries)}}}", new byte[160_000]), "holes and overlaps");
    }

    /// <summary>Writers may pad the header on either side, as the reference's own tests do.</summary>
    [Theory]
    [InlineData("{}\r \t\n")]
    [InlineData("\t\n{}\r ")]
    public void AHeaderMayHaveWhiteSpaceAroundIt(string header)
    {
        SafetensorsBytes.Write(_path, header, []);
        Assert.Empty(Safetensors.Load(_path));
    }

    [Fact]
    public void AHeaderLongerThanTheFileIsRefused()
        => AssertRefused([.. BitConverter.GetBytes(99UL), .. "{}"u8], "a header of 99 bytes, but only 2 follow");

    [Fact]
    public void InvalidUtf8IsRefused()
        => AssertRefused([.. BitConverter.GetBytes(9UL), .. "{\"\u0000"u8[..2], 0xFF, .. "\":{}} "u8], "not valid JSON");

    [Fact]
    public void AFileTruncatedAnywhereIsRefused()
    {
        Safetensors.Save(_path, new StateDict { ["a"] = Tensor.Ones(3), ["b"] = Tensor<long>.From([1, 2]) });
        byte[] whole = File.ReadAllBytes(_path);
        for (int length = 0; length < whole.Length; length++)
            AssertRefused(whole[..length], "");
    }

    private void AssertRefused(byte[] content, string message)
    {
        File.WriteAllBytes(_path, content);
        var error = Assert.Throws<CheckpointException>(() => Safetensors.Load(_path));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
    }
}

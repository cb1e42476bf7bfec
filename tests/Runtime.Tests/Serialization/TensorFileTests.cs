namespace NnGen.Tests.Serialization;

/// <summary>Files opened to be read tensor by tensor, and checkpoints of several files.</summary>
public sealed class TensorFileTests : IDisposable
{
    private const string Index = "model.safetensors.index.json";

    private readonly TemporaryFolder _folder = new();

    private static StateDict State => new()
    {
        ["a"] = Tensor.Arange(4),
        ["b"] = Tensor<long>.From([1, 2]),
        ["c"] = Tensor.Full([8], 0.5),
        ["d"] = RawTensor.From(DType.Float16, new byte[6], [3]),
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("x.safetensors")]
    [InlineData("x.pth")]
    public void OpensEitherFormatAndReadsOneTensor(string name)
    {
        if (name.EndsWith(".pth", StringComparison.Ordinal))
            TorchCheckpoint.Save(_folder[name], State);
        else
            Safetensors.Save(_folder[name], State);
        using var file = TensorFile.Open(_folder[name]);
        File.Delete(_folder[name]);                             // what is open stays readable
        Assert.Equal(["a", "b", "c", "d"], file.Tensors.Select(tensor => tensor.Name).Order());
        Assert.Equal("a torch.float32 [4]", file["a"].ToString());
        Assert.Equal([0f, 1f, 2f, 3f], ((Tensor)file["a"].Read()).ToArray());
        Assert.Equal((DType.Float16, 6L), (file["d"].DType, file["d"].ByteLength));
        using var mapped = file["b"].Map();
        Assert.Equal([1L, 2L], System.Runtime.InteropServices.MemoryMarshal.Cast<byte, long>(mapped.Memory.Span).ToArray());
        Assert.Throws<KeyNotFoundException>(() => file["e"]);
    }

    /// <summary>A file of 10 GB, nearly all of it a hole.</summary>
    [Fact]
    public void OpeningALargeFileReadsOnlyItsHeader()
    {
        const long count = 500_000_000;
        const string header =
            """{"large":{"dtype":"F64","shape":[500000000],"data_offsets":[0,4000000000]},"""
            + """ "huge":{"dtype":"F16","shape":[3000000000],"data_offsets":[4000000000,10000000000]},"""
            + """ "last":{"dtype":"F32","shape":[1],"data_offsets":[10000000000,10000000004]}}""";
        SafetensorsBytes.Write(_folder["x.safetensors"], header, []);
        using (var stream = File.OpenWrite(_folder["x.safetensors"]))
        {
            stream.Position = stream.Length + 10_000_000_000;
            stream.Write(BitConverter.GetBytes(2.5f));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        using var file = TensorFile.Open(_folder["x.safetensors"]);
        Assert.Equal(2.5f, ((Tensor)file["last"].Read()).Item());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal([count], file["large"].Dims);
        Assert.Contains("at most 2^31 - 1 elements", Assert.Throws<CheckpointException>(() => file["huge"].Read()).Message);
    }

    [Fact]
    public void ShardsAreWrittenAndReadBack()
    {
        var weight = new Parameter(Tensor.Ones(4));
        var saved = State;
        saved["tied"] = saved["c"];
        Safetensors.SaveSharded(_folder[Index], saved, maxShardBytes: 40);
        Assert.Equal(2, Directory.GetFiles(_folder.Path, "*.safetensors").Length);
        var loaded = Safetensors.Load(_folder[Index]);
        Assert.Equal(["a", "b", "c", "d", "tied"], loaded.Keys);
        foreach (var (key, tensor) in saved)
            Assert.Equal(TensorBytes.Read(tensor).ToArray(), TensorBytes.Read(loaded[key]).ToArray());
        Assert.Same(loaded["c"], loaded["tied"]);

        Safetensors.SaveSharded(_folder[Index], new StateDict { ["w"] = weight });
        Assert.Single(Directory.GetFiles(_folder.Path, "*.safetensors"));
        var module = new Modules.Handwritten.Tree { ["w"] = new Parameter(Tensor.Zeros(4)) };
        module.Load(_folder[Index]);
        Assert.Equal([1, 1, 1, 1], module.GetParameter("w").ToArray());
    }

    [Theory]
    [InlineData("""{"weight_map":{"w":"../x.safetensors"}}""", "the name of a file in the same folder was expected")]
    [InlineData("""{"weight_map":{"w":"/etc/passwd"}}""", "the name of a file in the same folder was expected")]
    [InlineData("""{"weight_map":{"w":"..\\x"}}""", "the name of a file in the same folder was expected")]
    [InlineData("""{"weight_map":{"w":""}}""", "the name of a file in the same folder was expected")]
    [InlineData("""{"weight_map":{"w":"missing.safetensors"}}""", "'missing.safetensors', which is not in its folder")]
    [InlineData("""{"weight_map":{"v":"shard.safetensors"}}""", "holds the tensor 'v', but that file does not")]
    [InlineData("""{"weight_map":{"w":"shard.safetensors","w":"shard.safetensors"}}""", "the tensor 'w' twice")]
    [InlineData("""{"weight_map":{"w":7}}""", "must be a JSON string")]
    [InlineData("""{"weight_map":[]}""", "must be a JSON object")]
    [InlineData("""{"metadata":{}}""", "no 'weight_map'")]
    [InlineData("""{"weight_map":{},"weight_map":{}}""", "'weight_map' twice")]
    [InlineData("""[]""", "must be a JSON object")]
    [InlineData("""{"weight_map":{}""", "index of sharded safetensors was expected")]
    public void AWrongIndexIsRefused(string index, string message)
    {
        Safetensors.Save(_folder["shard.safetensors"], new StateDict { ["w"] = Tensor.Ones(1) });
        File.WriteAllText(_folder[Index], index);
        var error = Assert.Throws<CheckpointException>(() => Safetensors.Load(_folder[Index]));
        Assert.Contains(message, error.Message);
        Assert.Contains(_folder[Index], error.Message);
    }

    [Fact]
    public void SmallFloatsAreWidenedExactly()
    {
        Assert.Equal([0f, 1f, -1f, 448f, 0.001953125f], Widen(DType.Float8E4M3FN, 0x00, 0x38, 0xB8, 0x7E, 0x01));
        Assert.Equal([1f, 57344f, float.NegativeInfinity, float.NaN], Widen(DType.Float8E5M2, 0x3C, 0x7B, 0xFC, 0x7F));
        Assert.Equal([1f, 240f, float.NaN], Widen(DType.Float8E4M3FNUZ, 0x40, 0x7F, 0x80));
        Assert.Equal([1f, 57344f, float.NaN], Widen(DType.Float8E5M2FNUZ, 0x40, 0x7F, 0x80));
        Assert.Equal([1f, 2f, MathF.ScaleB(1, -127), float.NaN], Widen(DType.Float8E8M0FNU, 127, 128, 0, 255));
        Assert.Equal([-1f, 127f], Widen(DType.Int8, 0xFF, 0x7F));
        Assert.Throws<NotSupportedException>(() => Widen(DType.Complex64, new byte[8]));
    }

    [Fact]
    public void FilesThatCannotBeOpenedSaySo()
    {
        Assert.Throws<FileNotFoundException>(() => TensorFile.Open(_folder["missing.pth"]));
        Assert.Contains("is a folder", Assert.Throws<UnauthorizedAccessException>(() => TensorFile.Open(_folder.Path)).Message);
        Assert.Contains("is a folder", Assert.Throws<UnauthorizedAccessException>(() => TorchCheckpoint.Save(_folder.Path, new StateDict())).Message);
        Assert.Contains("there is no folder", Assert.Throws<DirectoryNotFoundException>(() => TorchCheckpoint.Save(_folder["a/b.pth"], new StateDict())).Message);
    }

    private static float[] Widen(DType dtype, params byte[] bytes)
        => RawTensor.From(dtype, bytes, [bytes.Length * 8 / dtype.BitSize()]).Float().ToArray();
}

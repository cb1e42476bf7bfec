namespace NnGen.Tests.Serialization;

/// <summary>What we write is read back as it was; eng/check-torch.sh opens such files in PyTorch itself.</summary>
public sealed class TorchWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryValueComesBackAsItWas()
    {
        var saved = new TorchDict
        {
            ["none"] = null,
            ["flags"] = new List<object?> { true, false },
            ["integers"] = new TorchTuple(0L, 255L, 256L, 65536L, -1L, 1L << 40, long.MinValue),
            ["floats"] = new TorchTuple(0.1, double.NegativeInfinity),
            ["text"] = "ä\U0001F600",
            ["bytes"] = new byte[] { 0, 255 },
            ["dtype"] = DType.BFloat16,
            [7] = new TorchDict { ["tensor"] = Tensor.From([1f, 2f], 1, 2) },
        };
        TorchCheckpoint.Save(_folder["a.pth"], saved);
        var loaded = Assert.IsType<TorchDict>(TorchCheckpoint.LoadObject(_folder["a.pth"]));
        Assert.Equal(saved.Keys, loaded.Keys);
        foreach (var key in saved.Keys.SkipLast(1))
            Assert.Equal(saved[key], loaded[key]);
        var tensor = (Tensor)((TorchDict)loaded[7]!)["tensor"]!;
        Assert.Equal([1, 2], tensor.Shape.ToArray());
        Assert.Equal([1f, 2f], tensor.ToArray());
    }

    public static TheoryData<DType> Types => [.. Enum.GetValues<DType>().Where(dtype => dtype.BitSize() >= 8)];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryTypeComesBackAsItWas(DType dtype)
    {
        var tensor = TensorBytes.Create(dtype, [2, 3]);
        var bytes = TensorBytes.Write(tensor);
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(i & 1);
        TorchCheckpoint.Save(_folder["a.pth"], new StateDict { ["a"] = tensor });
        var loaded = TorchCheckpoint.Load(_folder["a.pth"])["a"];
        Assert.Equal((dtype, tensor.Shape), (loaded.DType, loaded.Shape));
        Assert.Equal(TensorBytes.Read(tensor).ToArray(), TensorBytes.Read(loaded).ToArray());
    }

    [Fact]
    public void TiedWeightsAreStoredOnce()
    {
        var weight = new Parameter(Tensor.Ones(64, 64));
        TorchCheckpoint.Save(_folder["a.pth"], new StateDict { ["encoder"] = weight, ["decoder"] = weight.Detach() });
        Assert.InRange(new FileInfo(_folder["a.pth"]).Length, 64 * 64 * 4, 64 * 64 * 5);
        var loaded = TorchCheckpoint.Load(_folder["a.pth"]);
        Assert.Same(loaded["encoder"], loaded["decoder"]);
    }

    [Fact]
    public void TensorsLieAtMultiplesOf64AndEqualStatesGiveEqualFiles()
    {
        var state = new StateDict { ["a"] = Tensor.Full([3], 1.25), ["b"] = Tensor.Full([5], 2.5) };
        TorchCheckpoint.Save(_folder["a.pth"], state);
        TorchCheckpoint.Save(_folder["b.pth"], state);
        var bytes = File.ReadAllBytes(_folder["a.pth"]);
        Assert.Equal(bytes, File.ReadAllBytes(_folder["b.pth"]));
        foreach (var value in new[] { 1.25f, 2.5f })
            Assert.Equal(0, bytes.AsSpan().IndexOf([.. BitConverter.GetBytes(value), .. BitConverter.GetBytes(value)]) % 64);
    }

    [Fact]
    public void WhatPyTorchDoesNotKnowIsRefused()
    {
        Assert.Contains("DateTime", Assert.Throws<ArgumentException>(() => Save(DateTime.UnixEpoch)).Message);
        Assert.Throws<CheckpointException>(() => Save(RawTensor.From(DType.Float4E2M1, [1], [2])));
        var cycle = new TorchDict();
        cycle["self"] = cycle;
        Assert.Contains("contains itself", Assert.Throws<ArgumentException>(() => Save(cycle)).Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void AModuleIsSavedByTheExtension()
    {
        var model = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        model.Save(_folder["a.pth"]);
        var copy = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        copy.Load(_folder["a.pth"]);
        Assert.Equal(((Tensor)model.StateDict()["0.weight"]).ToArray(), ((Tensor)copy.StateDict()["0.weight"]).ToArray());
        Assert.Equal(2, TorchCheckpoint.Load(_folder["a.pth"]).Versions["1"]);
    }

    private void Save(object value) => TorchCheckpoint.Save(_folder["x.pth"], new TorchDict { ["value"] = value });
}

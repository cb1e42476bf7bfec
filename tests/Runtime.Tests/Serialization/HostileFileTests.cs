using System.Diagnostics;

namespace NnGen.Tests.Serialization;

/// <summary>Every damaged or malicious file ends in one kind of exception with a message that names it, at once and in little memory.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const long MaxBytes = 200_000_000;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. HostileFiles.All.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void IsRefused(string name)
    {
        var (content, message) = HostileFiles.All[name];
        var path = _folder["hostile.pth"];
        File.WriteAllBytes(path, content);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var time = Stopwatch.StartNew();
        var error = Assert.Throws<CheckpointException>(() => TorchCheckpoint.Load(path));
        Assert.InRange(time.ElapsedMilliseconds, 0, 5000);       // 1 s on an idle machine
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxBytes);
        Assert.Contains(message, error.Message);
        Assert.Contains(path, error.Message);
        Assert.Equal(path, error.Path);
    }

    [Fact]
    public void TheUndamagedFileIsRead()
    {
        File.WriteAllBytes(_folder["good.pth"], HostileFiles.Good);
        Assert.Equal([2, 2], TorchCheckpoint.Load(_folder["good.pth"])["a"].Shape.ToArray());
    }

    [Fact]
    public void AFileCutOffAnywhereIsRefused()
    {
        TorchCheckpoint.Save(_folder["whole.pth"], new StateDict { ["a"] = Tensor.Ones(3), ["b"] = Tensor<bool>.From([true]) });
        var whole = File.ReadAllBytes(_folder["whole.pth"]);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_folder["cut.pth"], whole[..length]);
            Assert.Throws<CheckpointException>(() => TorchCheckpoint.Load(_folder["cut.pth"]));
        }
    }

    /// <summary>Checksums cover the pickle and all tensors; headers and the directory are compared with each other.</summary>
    [Fact]
    public void AChangedByteNeverChangesAValue()
    {
        var saved = Tensor.From([1.5f, -2f, 3f]);
        TorchCheckpoint.Save(_folder["whole.pth"], new StateDict { ["a"] = saved });
        var bytes = File.ReadAllBytes(_folder["whole.pth"]);
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x10;
            File.WriteAllBytes(_folder["changed.pth"], bytes);
            try
            {
                Assert.Equal(saved.ToArray(), ((Tensor)TorchCheckpoint.Load(_folder["changed.pth"])["a"]).ToArray());
            }
            catch (CheckpointException)
            {
                // Refused: what most changes lead to.
            }

            bytes[i] ^= 0x10;
        }
    }

    [Fact]
    public void NothingIsLoadedFromAFileWithOneDamagedTensor()
    {
        var model = new Sequential(new Linear(2, 2), new Linear(2, 2));
        model.Save(_folder["model.pth"]);
        var bytes = File.ReadAllBytes(_folder["model.pth"]);
        var last = ((Tensor)model.StateDict()["1.bias"]).ToArray();
        bytes[bytes.AsSpan().LastIndexOf(BitConverter.GetBytes(last[^1]))] ^= 1;
        File.WriteAllBytes(_folder["model.pth"], bytes);

        var other = new Sequential(new Linear(2, 2), new Linear(2, 2));
        var before = other.StateDict().Values.Select(tensor => ((Tensor)tensor).ToArray()).ToList();
        Assert.Contains("CRC-32", Assert.Throws<CheckpointException>(() => other.Load(_folder["model.pth"])).Message);
        Assert.Equal(before, other.StateDict().Values.Select(tensor => ((Tensor)tensor).ToArray()));
    }
}

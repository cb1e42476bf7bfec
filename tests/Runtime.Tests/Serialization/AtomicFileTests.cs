using NnGen.Serialization;

namespace NnGen.Tests.Serialization;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFullDiskLeavesTheOldFileAndNothingElse()
    {
        File.WriteAllText(_folder["a"], "old");
        var error = Assert.Throws<IOException>(() => AtomicFile.Write(_folder["a"], Fail(new IOException("No space left on device"))));
        Assert.Contains("make room or choose another folder. (No space left on device)", error.Message);
        Assert.Contains(_folder["a"], error.Message);
        Assert.Equal("old", File.ReadAllText(_folder["a"]));
        Assert.Equal([_folder["a"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void AFolderThatMayNotBeChangedIsNamed()
    {
        var error = Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(_folder["a"], Fail(new UnauthorizedAccessException("Access denied"))));
        Assert.Contains($"the folder '{_folder.Path}' may not be changed", error.Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void OtherExceptionsComeThroughAsTheyAre()
    {
        var cause = new CheckpointException("names are too long");
        Assert.Same(cause, Assert.Throws<CheckpointException>(() => AtomicFile.Write(_folder["a"], Fail(cause))));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void ReadersSeeTheOldFileUntilTheNewOneIsWhole()
    {
        File.WriteAllText(_folder["a"], "old");
        AtomicFile.Write(_folder["a"], stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(_folder["a"]));
        });
        Assert.Equal("new", File.ReadAllText(_folder["a"]));
    }

    private static Action<Stream> Fail(Exception e) => stream =>
    {
        stream.WriteByte(1);
        throw e;
    };
}

using NnGen.Serialization;

namespace NnGen.Benchmarks.Peers;

/// <summary>Saving and loading a model of 1 GB. PyTorch's files are flushed to disk too, as NnGen's always are.</summary>
internal static class Checkpoints
{
    private const int Layers = 64, Size = 2048;

    public static Section Section { get; } = new(
        "checkpoints",
        "Checkpoints beside PyTorch",
        "Saving and loading the weights of 64 linear layers of 2048 by 2048, 1.07 GB. `torch.save` is followed by `fsync`, for NnGen flushes what it writes. "
            + "safetensors stands beside PyTorch's `.pth`.",
        All);

    /// <summary>The model.</summary>
    public static Sequential Model() => new([.. Enumerable.Range(0, Layers).Select(_ => new Linear(Size, Size, bias: false))]);

    private static IEnumerable<Work> All()
    {
        var model = Model();
        foreach (string extension in (string[])["pth", "safetensors"])
        {
            string path = Path.Combine(Path.GetTempPath(), $"nngen-peers.{extension}");
            yield return new($"save .{extension}", () => model.Save(path)) { Peer = "save" };
            yield return new($"load .{extension}", () => model.Load(path)) { Peer = "load" };
            File.Delete(path);
        }
    }
}

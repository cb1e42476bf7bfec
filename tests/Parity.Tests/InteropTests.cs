namespace NnGen.Parity.Tests;

/// <summary>
/// Weights that NnGen trained and saved (reference/mnist.safetensors), and the logits that PyTorch computed from that file
/// (reference/logits.txt, printed by reference/read_safetensors.py).
/// </summary>
public class InteropTests
{
    private const int Rows = 8;
    private const float Tolerance = 1e-5f;

    private static readonly string s_weights = Reference.PathOf("mnist.safetensors");

    [Fact]
    public void PyTorchReadsOurFileAndGetsOurLogits()
    {
        var expected = Reference.Read("logits.txt");
        var logits = Logits(Load());
        for (int row = 0; row < Rows; row++)
        {
            float[] theirs = expected.Numbers($"logits {row}");
            float[] ours = logits.AsSpan().Slice(row * theirs.Length, theirs.Length).ToArray();
            float tolerance = Tolerance * Math.Max(1, theirs.Max(MathF.Abs));
            Assert.All(theirs.Zip(ours), pair => Assert.InRange(pair.Second, pair.First - tolerance, pair.First + tolerance));
        }
    }

    [Fact]
    public void TheFileIsWhatWeWrite()
    {
        string path = OutputPath("mnist.safetensors");
        Load().Save(path);
        Assert.Equal(File.ReadAllBytes(s_weights), File.ReadAllBytes(path));
    }

    /// <summary>eng/check-safetensors.sh opens this file, and the one of the test above, in PyTorch itself.</summary>
    [Fact]
    public void LogitsAreLeftForPyTorch()
    {
        string path = OutputPath("logits.safetensors");
        var logits = Logits(Load());
        Safetensors.Save(path, new StateDict { ["logits"] = logits });
        Assert.Equal(logits.ToArray(), ((Tensor)Safetensors.Load(path)["logits"]).ToArray());
    }

    private static MnistClassifier Load()
    {
        var model = new MnistClassifier();
        model.Load(s_weights);
        return model;
    }

    private static Tensor Logits(MnistClassifier model)
        => model.Predict(MnistData.Test.Gather([.. Enumerable.Range(0, Rows)], CancellationToken.None).Inputs);

    private static string OutputPath(string name)
        => Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "interop")).FullName, name);
}

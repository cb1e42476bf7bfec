using System.Diagnostics;

namespace NnGen.Fuzz;

/// <summary>A process that saves is killed at random moments: the file is the old one or the new one, whole.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 100;                              // for each format
    private const int LongestRun = 40;                          // milliseconds, some ten saves

    private readonly string _folder = Directory.CreateTempSubdirectory("nngen-kill").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("x.safetensors")]
    [InlineData("x.pth")]
    public void AKilledSaveLeavesAWholeFile(string name)
    {
        var path = Path.Combine(_folder, name);
        var random = new Random(1);
        for (int i = 0; i < Kills; i++)
        {
            KillWhileSaving(path, random.Next(LongestRun));
            var state = StateDict.Load(path);
            float value = ((Tensor)state["a"]).AsSpan()[0];
            foreach (var tensor in state.Values.Cast<Tensor>())
            {
                Assert.Equal(Program.Elements, tensor.Count);
                Assert.Equal(-1, tensor.AsSpan().IndexOfAnyExcept(value));
            }
        }
    }

    private static void KillWhileSaving(string path, int milliseconds)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(Program).Assembly.Location, path]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadLine();
        Thread.Sleep(milliseconds);
        process.Kill();
        process.WaitForExit();
    }
}

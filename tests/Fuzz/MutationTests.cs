using System.Globalization;

namespace NnGen.Fuzz;

/// <summary>
/// Mutated files end in a <see cref="CheckpointException"/> or are read; nothing else is thrown, hangs or takes much memory. The number of
/// inputs is 20,000, or NNGEN_FUZZ_INPUTS; the first is NNGEN_FUZZ_FIRST, so that one that failed can be run alone.
/// </summary>
public sealed class MutationTests : IDisposable
{
    private const int Inputs = 20_000;
    private const long MaxBytes = 200_000_000;
    private const int MaxMilliseconds = 5_000;                  // 1 s on an idle machine

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void MutatedFilesAreReadOrRefused()
    {
        int first = Number("NNGEN_FUZZ_FIRST", 0), count = Number("NNGEN_FUZZ_INPUTS", Inputs);
        int refused = 0;
        for (int input = first; input < first + count; input++)
        {
            File.WriteAllBytes(_path, Create(input));
            refused += Read(input) ? 0 : 1;
        }

        Assert.InRange(refused, (count - 1) / 2, count);
    }

    private static byte[] Create(int input)
    {
        var random = new Random(input);
        var mutator = new Mutator(random);
        var seed = Seeds.All[random.Next(Seeds.All.Count)];
        var other = Seeds.All[random.Next(Seeds.All.Count)];
        return random.Next(3) == 0
            ? mutator.Mutate(seed.Whole, other.Whole)
            : seed.Join(mutator.Mutate(seed.Description, other.Description));
    }

    /// <summary>Whether the file was read.</summary>
    private bool Read(int input)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread(), start = Environment.TickCount64;
        bool isRead = true;
        try
        {
            using var file = TensorFile.Open(_path);
            file.Load();
        }
        catch (CheckpointException e)
        {
            Assert.Contains(_path, e.Message);
            isRead = false;
        }
        catch (Exception e)
        {
            Assert.Fail($"Input {input}: {e}");
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - bytes < MaxBytes, $"Input {input} takes {GC.GetAllocatedBytesForCurrentThread() - bytes} bytes.");
        Assert.True(Environment.TickCount64 - start < MaxMilliseconds, $"Input {input} takes {Environment.TickCount64 - start} ms.");
        return isRead;
    }

    private static int Number(string variable, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}

using System.Buffers.Binary;
using Google.Protobuf;
using NnGen.TensorBoard;
using NnGen.Training;

namespace NnGen.TrainingTests;

/// <summary>
/// Reads event files back with a reader of its own. <c>eng/check-events.sh</c> does the same with Python's protobuf.
/// </summary>
public sealed class EventFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nngen").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_begins_with_its_version_and_is_named_as_TensorBoard_wants_it()
    {
        using var writer = new SummaryWriter(Path.Combine(_folder, "runs", "first"));
        Assert.Matches(@"^events\.out\.tfevents\.\d{10}\.[^/]+\.\d+\.\d+$", Path.GetFileName(writer.FilePath));
        var version = Assert.Single(Records(writer.FilePath));
        Assert.Contains("brain.Event:2", System.Text.Encoding.UTF8.GetString(version), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scalar_is_in_the_file_when_the_call_returns()
    {
        using var writer = new SummaryWriter(_folder);
        writer.AddScalar("train/loss", 0.25, step: 1L << 40);
        var scalar = Events(writer.FilePath).Single(e => e.Tag is not null);
        Assert.Equal(("train/loss", 1L << 40), (scalar.Tag, scalar.Step));
        Assert.Equal(0.25f, BinaryPrimitives.ReadSingleLittleEndian(scalar.Value[2]));
        Assert.InRange(scalar.WallTime, 1.7e9, 1e10);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void Numbers_that_are_none_are_written_as_they_are(double value)
    {
        using var writer = new SummaryWriter(_folder);
        writer.AddScalar("loss", value);
        Assert.Equal((float)value, BinaryPrimitives.ReadSingleLittleEndian(Events(writer.FilePath)[1].Value[2]));
    }

    [Fact]
    public void A_histogram_counts_every_finite_value_in_its_bucket()
    {
        using var writer = new SummaryWriter(_folder);
        float[] values = [-3, -1e-13f, 0, 0, 1e-13f, 0.5f, 2, 1e30f, float.NaN, float.PositiveInfinity];
        writer.AddHistogram("weight", Tensor.From(values, values.Length));
        writer.AddHistogram("nothing", Tensor.Full([3], float.NaN));
        writer.AddHistogram("empty", Tensor.Zeros(0));

        var fields = Fields(Events(writer.FilePath)[1].Value[5]);
        double[] limits = Doubles(fields[6]), counts = Doubles(fields[7]);
        Assert.Equal((-3d, (double)1e30f, 8d), (Double(fields[1]), Double(fields[2]), Double(fields[3])));
        Assert.Equal(8, counts.Sum());
        Assert.Equal(limits.Length, counts.Length);
        Assert.Equal(limits.Order(), limits);
        foreach (float value in values.Where(float.IsFinite))
            Assert.True(counts[Array.FindIndex(limits, limit => value < limit)] > 0);
        Assert.All(Events(writer.FilePath)[2..], e => Assert.Equal(0, Double(Fields(e.Value[5])[3])));
    }

    [Fact]
    public void A_text_belongs_to_the_text_plugin()
    {
        using var writer = new SummaryWriter(_folder);
        writer.AddText("notes", "# größer\n\nthan *before* 🙂");
        var value = Events(writer.FilePath)[1].Value;
        Assert.Equal("text", System.Text.Encoding.UTF8.GetString(Fields(Fields(value[9])[1])[1]));
        Assert.Equal("# größer\n\nthan *before* 🙂", System.Text.Encoding.UTF8.GetString(Fields(value[8])[8]));
    }

    [Fact]
    public void Images_of_one_to_four_channels_are_PNG_files()
    {
        using var writer = new SummaryWriter(_folder);
        writer.AddImage("digit", Tensor.Rand(1, 28, 30));
        var image = Fields(Events(writer.FilePath)[1].Value[4]);
        Assert.Equal("PNG"u8, image[4].AsSpan(1, 3));
        var refused = Assert.Throws<ArgumentException>(() => writer.AddImage("digit", Tensor.Rand(28, 28)));
        Assert.Contains("[28, 28] was given: expected [C, H, W]", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>NNGEN_EVENTS_FOLDER keeps the file, for other readers.</summary>
    [Fact]
    public void Every_kind_of_event_goes_into_one_file()
    {
        using var writer = new SummaryWriter(Environment.GetEnvironmentVariable("NNGEN_EVENTS_FOLDER") ?? _folder);
        Rng.ManualSeed(0);
        for (int step = 0; step < 3; step++)
        {
            writer.AddScalar("train/loss", 1.0 / (step + 1), step);
            writer.AddHistogram("weights", Tensor.Randn(1000), step);
        }

        writer.AddHistogram("empty", Tensor.Zeros(0));
        writer.AddScalar("nan", double.NaN);
        writer.AddText("notes", "*größer*\n\n| a | b |\n|---|---|\n| 1 | 2 |");
        writer.AddImage("grey", Tensor.Rand(1, 8, 12));
        writer.AddImage("colours", Tensor.Rand(3, 8, 12));
        writer.Flush();
        Assert.Equal(1 + 6 + 5, Records(writer.FilePath).Count);
    }

    [Fact]
    public async Task Many_threads_write_whole_records_while_others_read()
    {
        using var writer = new SummaryWriter(_folder);
        var writing = Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (int i = 0; i < 200; i++)
                writer.AddScalar($"thread {thread}", i, i);
        })).ToArray();
        while (!Task.WhenAll(writing).IsCompleted)
            Records(writer.FilePath);
        await Task.WhenAll(writing);
        Assert.Equal(801, Records(writer.FilePath).Count);
    }

    [Fact]
    public void Two_runs_of_one_second_have_files_of_their_own()
    {
        using var first = new SummaryWriter(_folder);
        using var second = new SummaryWriter(_folder);
        Assert.NotEqual(first.FilePath, second.FilePath);
    }

    [Fact]
    public void What_cannot_be_written_is_refused()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        Assert.ThrowsAny<IOException>(() => new SummaryWriter(file));
        var closed = new SummaryWriter(_folder);
        closed.Dispose();
        closed.Dispose();
        Assert.Throws<ObjectDisposedException>(() => closed.AddScalar("loss", 1));
        Assert.Throws<ArgumentException>(() => closed.AddScalar("", 1));
    }

    [Fact]
    public void The_progress_of_a_training_becomes_scalars()
    {
        using var writer = new SummaryWriter(_folder);
        var setup = new Setup();
        setup.Trainer.Progress.Add(new TensorBoardProgress(writer, "run/"));
        setup.Trainer.Fit(2);
        var events = Events(writer.FilePath)[1..];
        Assert.Equal(setup.Losses.Select(loss => (float)loss), events.Where(e => e.Tag == "run/loss").Select(e => BinaryPrimitives.ReadSingleLittleEndian(e.Value[2])));
        Assert.Equal([6L, 12], events.Where(e => e.Tag == "run/val_loss").Select(e => e.Step));
    }

    /// <summary>The records of a file, whose checksums must be right; a part of one at the end is not there yet.</summary>
    private static List<byte[]> Records(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var rest = bytes.ToArray().AsSpan();
        var records = new List<byte[]>();
        while (rest.Length >= 12)
        {
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(rest);
            if (rest.Length < length + 16)
                break;
            Assert.Equal(Masked(Crc32C(rest[..8])), BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]));
            Assert.Equal(Masked(Crc32C(rest.Slice(12, length))), BinaryPrimitives.ReadUInt32LittleEndian(rest[(12 + length)..]));
            records.Add(rest.Slice(12, length).ToArray());
            rest = rest[(16 + length)..];
        }

        return records;
    }

    private static uint Crc32C(ReadOnlySpan<byte> data)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82F63B78;
        }

        return ~crc;
    }

    private static uint Masked(uint crc) => ((crc >> 15) | (crc << 17)) + 0xa282ead8;

    private static List<(string? Tag, long Step, double WallTime, Dictionary<int, byte[]> Value)> Events(string path) => [.. Records(path).Select(record =>
    {
        var fields = Fields(record);
        long step = fields.TryGetValue(2, out var stepBytes) ? BitConverter.ToInt64(stepBytes) : 0;
        var value = fields.TryGetValue(5, out var summary) ? Fields(Fields(summary)[1]) : [];
        return (value.TryGetValue(1, out var tag) ? System.Text.Encoding.UTF8.GetString(tag) : null, step, Double(fields[1]), value);
    })];

    /// <summary>The fields of a message by number.</summary>
    private static Dictionary<int, byte[]> Fields(byte[] message)
    {
        var input = new CodedInputStream(message);
        var fields = new Dictionary<int, byte[]>();
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            fields.Add(WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => BitConverter.GetBytes(input.ReadInt64()),
                WireFormat.WireType.Fixed32 => BitConverter.GetBytes(input.ReadFixed32()),
                WireFormat.WireType.Fixed64 => BitConverter.GetBytes(input.ReadFixed64()),
                _ => input.ReadBytes().ToByteArray(),
            });
        }

        return fields;
    }

    private static double Double(byte[] bytes) => BinaryPrimitives.ReadDoubleLittleEndian(bytes);

    private static double[] Doubles(byte[] bytes) => [.. bytes.Chunk(sizeof(double)).Select(Double)];
}

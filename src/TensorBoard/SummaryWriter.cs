using System.Globalization;
using Google.Protobuf;

namespace NnGen.TensorBoard;

/// <summary>
/// Writes an event file that TensorBoard shows: <c>torch.utils.tensorboard.SummaryWriter</c>. Each event is in the file when the call
/// returns, so that TensorBoard can follow a run. Any number of threads may write.
/// </summary>
public sealed class SummaryWriter : IDisposable
{
    private static int s_files;

    private readonly object _lock = new();
    private readonly RecordFile _file;
    private bool _isDisposed;

    /// <summary>Creates an event file <c>events.out.tfevents.TIME.HOST.PROCESS.NUMBER</c>.</summary>
    /// <param name="logDir">The folder of the run; created where it does not exist. <c>tensorboard --logdir</c> takes it or one above.</param>
    /// <exception cref="IOException">The folder cannot be created or written, for example because there is a file of its name.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public SummaryWriter(string logDir)
    {
        ArgumentException.ThrowIfNullOrEmpty(logDir);
        LogDir = Path.GetFullPath(logDir);
        Directory.CreateDirectory(LogDir);
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"events.out.tfevents.{DateTimeOffset.UtcNow.ToUnixTimeSeconds():D10}.{Environment.MachineName}.{Environment.ProcessId}.{Interlocked.Increment(ref s_files) - 1}");
        FilePath = Path.Combine(LogDir, name);
        _file = new RecordFile(FilePath);
        _file.Append(EventMessage.FileVersion(WallTime()));
    }

    /// <summary>The folder of the run.</summary>
    public string LogDir { get; }

    /// <summary>The event file.</summary>
    public string FilePath { get; }

    /// <summary>Adds a number. TensorBoard keeps 32 bits of it; NaN and infinities are shown as such.</summary>
    /// <param name="tag">Its name; parts before a <c>/</c> group charts.</param>
    /// <param name="value">The number.</param>
    /// <param name="step">The step. Default: 0.</param>
    public void AddScalar(string tag, double value, long step = 0) => Add(tag, step, field => EventMessage.Scalar(field, (float)value));

    /// <summary>Adds the distribution of a tensor's elements. NaN and infinities are left out.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="values">The tensor, such as a parameter or its gradient.</param>
    /// <param name="step">The step. Default: 0.</param>
    public void AddHistogram(string tag, Tensor values, long step = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        var buckets = new HistogramBuckets(values.AsSpan());
        Add(tag, step, field => EventMessage.Histogram(field, buckets));
    }

    /// <summary>Adds a text, which TensorBoard reads as Markdown.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="step">The step. Default: 0.</param>
    public void AddText(string tag, string text, long step = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        Add(tag, step, field => EventMessage.Text(field, text));
    }

    /// <summary>Adds an image.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="image">Shape <c>C, H, W</c> with 1, 3 or 4 channels: values from 0 to 1.</param>
    /// <param name="step">The step. Default: 0.</param>
    /// <exception cref="ArgumentException">It has another shape.</exception>
    public void AddImage(string tag, Tensor image, long step = 0)
    {
        ArgumentNullException.ThrowIfNull(image);
        var png = PngImage.From(image);
        Add(tag, step, field => EventMessage.Image(field, png));
    }

    /// <summary>Makes sure that all events are on the disk, where they outlive the machine too.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _file.Flush();
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _file.Dispose();
        }
    }

    private static double WallTime() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    private void Add(string tag, long step, Action<CodedOutputStream> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        byte[] message = EventMessage.Summary(WallTime(), step, tag, value);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _file.Append(message);
        }
    }
}

using Google.Protobuf;

namespace NnGen.TensorBoard;

/// <summary>
/// Writes the messages of an event file: <c>Event</c> and <c>Summary</c> as
/// <see href="https://github.com/tensorflow/tensorboard/tree/master/tensorboard/compat/proto">TensorBoard's protos</see> number their
/// fields. A nested message is written to bytes first, because its length stands before it.
/// </summary>
internal static class EventMessage
{
    /// <summary>The first event of a file.</summary>
    public static byte[] FileVersion(double wallTime) => Message(output =>
    {
        Double(output, 1, wallTime);
        String(output, 3, "brain.Event:2");
    });

    /// <summary>An event with one value of a summary.</summary>
    /// <param name="wallTime">Seconds since 1970.</param>
    /// <param name="step">The step.</param>
    /// <param name="tag">The name of the value.</param>
    /// <param name="value">Writes the fields of the value after its tag.</param>
    public static byte[] Summary(double wallTime, long step, string tag, Action<CodedOutputStream> value) => Message(output =>
    {
        Double(output, 1, wallTime);
        output.WriteTag(2, WireFormat.WireType.Varint);
        output.WriteInt64(step);
        Nested(output, 5, summary => Nested(summary, 1, field =>
        {
            String(field, 1, tag);
            value(field);
        }));
    });

    /// <summary><c>simple_value</c>.</summary>
    public static void Scalar(CodedOutputStream value, float number)
    {
        value.WriteTag(2, WireFormat.WireType.Fixed32);
        value.WriteFloat(number);
    }

    /// <summary><c>histo</c>.</summary>
    public static void Histogram(CodedOutputStream value, HistogramBuckets buckets) => Nested(value, 5, histogram =>
    {
        Double(histogram, 1, buckets.Min);
        Double(histogram, 2, buckets.Max);
        Double(histogram, 3, buckets.Count);
        Double(histogram, 4, buckets.Sum);
        Double(histogram, 5, buckets.SumOfSquares);
        Doubles(histogram, 6, buckets.Limits);
        Doubles(histogram, 7, buckets.Counts);
    });

    /// <summary><c>metadata</c> and <c>tensor</c> of the text plugin.</summary>
    public static void Text(CodedOutputStream value, string text)
    {
        const int StringType = 7;
        Nested(value, 9, metadata => Nested(metadata, 1, plugin => String(plugin, 1, "text")));
        Nested(value, 8, tensor =>
        {
            Int(tensor, 1, StringType);
            Nested(tensor, 2, shape => Nested(shape, 2, dim => Int(dim, 1, 1)));
            String(tensor, 8, text);
        });
    }

    /// <summary><c>image</c>.</summary>
    public static void Image(CodedOutputStream value, PngImage picture) => Nested(value, 4, image =>
    {
        Int(image, 1, picture.Height);
        Int(image, 2, picture.Width);
        Int(image, 3, picture.Channels);
        image.WriteTag(4, WireFormat.WireType.LengthDelimited);
        image.WriteBytes(ByteString.CopyFrom(picture.Encode()));
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
            write(output);
        return bytes.ToArray();
    }

    private static void Nested(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(Message(write)));
    }

    private static void Double(CodedOutputStream output, int field, double value)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed64);
        output.WriteDouble(value);
    }

    /// <summary>A packed list.</summary>
    private static void Doubles(CodedOutputStream output, int field, IReadOnlyList<double> values)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteLength(values.Count * sizeof(double));
        foreach (double value in values)
            output.WriteDouble(value);
    }

    private static void Int(CodedOutputStream output, int field, int value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt32(value);
    }

    private static void String(CodedOutputStream output, int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    }
}

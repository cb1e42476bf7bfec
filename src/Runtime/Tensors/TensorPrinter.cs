using System.Text;

namespace NnGen;

/// <summary>
/// Writes tensors as PyTorch prints them: 4 digits, lines of 80 characters, and only the edges of a tensor of more than 1000 elements.
/// </summary>
internal sealed class TensorPrinter
{
    private const string Prefix = "tensor(";
    private const int LineWidth = 80;
    private const int EdgeItems = 3;
    private const int SummaryThreshold = 1000;

    private readonly Shape _shape;
    private readonly ElementFormat _format;
    private readonly bool _isSummary;
    private readonly StringBuilder _text = new(Prefix);

    private TensorPrinter(Shape shape, Func<List<int>, ElementFormat> format)
    {
        _shape = shape;
        _isSummary = shape.Count > SummaryThreshold;
        var printed = new List<int>();
        CollectPrinted(0, 0, printed);
        _format = format(printed);
    }

    public static string Print(Tensor tensor)
    {
        var gradient = tensor.GradFn is { } node ? $"grad_fn={node}" : tensor.RequiresGrad ? "requires_grad=True" : null;
        return Print(tensor, isDefault: true, printed => new FloatFormat(i => tensor.AsSpan()[i], printed), gradient);
    }

    public static string Print<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        var isDefault = tensor.DType is DType.Int64 or DType.Bool;
        return Print(tensor, isDefault, printed => tensor is Tensor<double> doubles
            ? new FloatFormat(i => doubles.AsSpan()[i], printed)
            : new PlainFormat(i => FormattableString.Invariant($"{tensor.AsSpan()[i]}"), printed));
    }

    private static string Print(TensorBase tensor, bool isDefault, Func<List<int>, ElementFormat> format, string? gradient = null)
    {
        var printer = new TensorPrinter(tensor.Shape, format);
        if (tensor.Count > 0)
        {
            printer.Write(0, 0);
        }
        else
        {
            printer._text.Append("[]");
            isDefault = tensor is Tensor;
        }

        printer.WriteSuffixes(
            tensor.Count == 0 && tensor.Rank != 1 ? $"size=({string.Join(", ", tensor.Shape.ToArray())})" : null,
            isDefault ? null : $"dtype={tensor.DType.TorchName()}",
            gradient);
        return printer._text.ToString();
    }

    private bool IsCut(int dim) => _isSummary && _shape[dim] > 2 * EdgeItems;

    /// <summary>The positions along a dimension that are printed.</summary>
    private IEnumerable<int> Printed(int dim)
    {
        var size = _shape[dim];
        return IsCut(dim)
            ? Enumerable.Range(0, EdgeItems).Concat(Enumerable.Range(size - EdgeItems, EdgeItems))
            : Enumerable.Range(0, size);
    }

    /// <summary>Collects the indices of the elements that are printed, of the slice that <paramref name="slice"/> numbers.</summary>
    private void CollectPrinted(int dim, int slice, List<int> printed)
    {
        if (dim == _shape.Rank)
        {
            printed.Add(slice);
            return;
        }

        foreach (var i in Printed(dim))
            CollectPrinted(dim + 1, (slice * _shape[dim]) + i, printed);
    }

    private void Write(int dim, int slice)
    {
        if (dim == _shape.Rank)
            _text.Append(_format[slice]);
        else if (dim == _shape.Rank - 1)
            WriteVector(dim, slice * _shape[dim]);
        else
            WriteSlices(dim, slice * _shape[dim]);
    }

    private void WriteVector(int dim, int first)
    {
        var items = Printed(dim).Select(i => _format[first + i]).ToList();
        if (IsCut(dim))
            items.Insert(EdgeItems, " ...");
        var indent = Prefix.Length + dim;
        var perLine = Math.Max(1, (LineWidth - indent) / (_format.Width + 2));
        var lines = items.Chunk(perLine).Select(line => string.Join(", ", line));
        _text.Append('[').AppendJoin(",\n" + new string(' ', indent + 1), lines).Append(']');
    }

    private void WriteSlices(int dim, int first)
    {
        var separator = "," + new string('\n', _shape.Rank - dim - 1) + new string(' ', Prefix.Length + dim + 1);
        _text.Append('[');
        var count = 0;
        foreach (var i in Printed(dim))
        {
            if (count > 0)
                _text.Append(separator);
            if (count == EdgeItems && IsCut(dim))
                _text.Append("...").Append(separator);
            Write(dim + 1, first + i);
            count++;
        }

        _text.Append(']');
    }

    private void WriteSuffixes(params ReadOnlySpan<string?> suffixes)
    {
        var lastLine = _text.ToString();
        var length = lastLine.Length - lastLine.LastIndexOf('\n') + 1;
        foreach (var suffix in suffixes)
        {
            if (suffix is null)
                continue;
            if (length + suffix.Length + 2 > LineWidth)
            {
                _text.Append(",\n").Append(' ', Prefix.Length);
                length = Prefix.Length;
            }
            else
            {
                _text.Append(", ");
                length += 2;
            }

            _text.Append(suffix);
            length += suffix.Length;
        }

        _text.Append(')');
    }
}

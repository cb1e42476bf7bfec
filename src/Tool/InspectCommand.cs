using System.CommandLine;
using System.Globalization;

namespace NnGen.Tool;

/// <summary><c>nngen inspect FILE</c>: the tensors of a file, without reading them.</summary>
internal static class InspectCommand
{
    private const int LongestValue = 100;

    private static readonly string[] s_titles = ["tensor", "dtype", "shape", "bytes"];

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The checkpoint." };
        var command = new Command("inspect", "Lists the tensors of a file with their types, shapes and sizes, and what else it holds.")
        {
            file, CommandLine.Key,
        };
        CommandLine.SetAction(command, result =>
        {
            using var tensors = TensorFile.Open(result.GetRequiredValue(file).FullName, result.GetValue(CommandLine.Key));
            Write(result.InvocationConfiguration.Output, tensors);
        });
        return command;
    }

    private static void Write(TextWriter output, TensorFile file)
    {
        WriteTable(output, [s_titles, .. file.Tensors.Select(Row)]);
        output.WriteLine(Text($"{file.Tensors.Count} tensors, {file.Tensors.Sum(Elements)} elements, {file.Tensors.Sum(tensor => tensor.ByteLength)} bytes"));
        foreach (var (name, value) in file.Metadata)
            output.WriteLine($"{name} = {(value.Length <= LongestValue ? value : value[..LongestValue] + "...")}");
    }

    private static string[] Row(StoredTensor tensor)
        => [tensor.Name, tensor.DType.ToString().ToLowerInvariant(), $"[{string.Join(", ", tensor.Dims)}]", Text($"{tensor.ByteLength}")];

    private static decimal Elements(StoredTensor tensor) => tensor.Dims.Aggregate(1m, (count, dim) => count * dim);

    private static void WriteTable(TextWriter output, IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, s_titles.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            output.WriteLine(string.Join("  ", row.Select((cell, i) => i == row.Length - 1 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

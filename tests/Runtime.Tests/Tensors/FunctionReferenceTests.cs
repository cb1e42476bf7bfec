using System.Globalization;
using System.Text.Json;

namespace NnGen.Tests.Tensors;

/// <summary>
/// Tensor functions of scalars, empty tensors, negative dims, other element types and wrong arguments against PyTorch:
/// reference/functions.json, written by functions.py.
/// </summary>
public partial class FunctionReferenceTests
{
    private static readonly JsonDocument s_document =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Tensors", "reference", "functions.json")));

    private static readonly JsonElement[] s_cases = [.. s_document.RootElement.GetProperty("cases").EnumerateArray()];

    public static TheoryData<string> Names => [.. s_cases.Select(call => call.GetProperty("name").GetString()!).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_gives_what_PyTorch_gives(string name)
    {
        var differences = s_cases.Where(call => call.GetProperty("name").GetString() == name).Select(Difference).OfType<string>();
        Assert.Empty(differences);
    }

    /// <summary>How a call differs from PyTorch's; null where it does not.</summary>
    private static string? Difference(JsonElement call)
    {
        var inputs = call.GetProperty("inputs").EnumerateArray().Select(input => input.GetString()!).ToArray();
        var text = $"({string.Join(", ", inputs)}; {call.GetProperty("arguments")})";
        var expected = call.GetProperty("results");
        TensorBase[] results;
        try
        {
            var tensors = inputs.Select(input => Read(s_document.RootElement.GetProperty("tensors").GetProperty(input))).ToArray();
            results = Run(call.GetProperty("name").GetString()!, tensors, [.. call.GetProperty("arguments").EnumerateArray().Select(Number)]);
        }
        catch (Exception e) when (e is ArgumentException or DivideByZeroException or InvalidOperationException)
        {
            return expected.ValueKind == JsonValueKind.Null ? null : $"{text}: {e.Message}";
        }

        if (expected.ValueKind == JsonValueKind.Null)
            return $"{text}: PyTorch refuses it, here it is {string.Join(" and ", results.Select(Describe))}";
        var wanted = expected.EnumerateArray().Select(result => Describe(Read(result))).ToArray();
        var theirs = expected.EnumerateArray().Select(Read).ToArray();
        var isSame = theirs.Length == results.Length && theirs.Zip(results).All(pair => IsSame(pair.First, pair.Second));
        return isSame ? null : $"{text}: expected {string.Join(" and ", wanted)}, found {string.Join(" and ", results.Select(Describe))}";
    }

    private static bool IsSame(TensorBase expected, TensorBase actual)
        => expected.Shape == actual.Shape && expected.DType == actual.DType && Elements(expected).Zip(Elements(actual)).All(pair => IsClose(pair.First, pair.Second));

    private static bool IsClose(double expected, double actual)
        => expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-5 * (1 + Math.Abs(expected)) && Math.Abs(expected) < 1e9;

    private static string Describe(TensorBase tensor) => $"{tensor.DType} {tensor.Shape} {string.Join(" ", Elements(tensor))}";

    private static double[] Elements(TensorBase tensor) => tensor switch
    {
        Tensor floats => [.. floats.ToArray().Select(value => (double)value)],
        Tensor<long> longs => [.. longs.ToArray().Select(value => (double)value)],
        Tensor<int> ints => [.. ints.ToArray().Select(value => (double)value)],
        Tensor<byte> bytes => [.. bytes.ToArray().Select(value => (double)value)],
        Tensor<bool> flags => [.. flags.ToArray().Select(value => value ? 1.0 : 0)],
        _ => throw new InvalidDataException($"Elements of type {tensor.DType} are not compared."),
    };

    private static TensorBase Read(JsonElement tensor)
    {
        var shape = tensor.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32()).ToArray();
        var data = tensor.GetProperty("data").EnumerateArray().ToArray();
        return tensor.GetProperty("type").GetString() switch
        {
            "float32" => Tensor.From([.. data.Select(value => (float)Number(value))], shape),
            "int64" => Tensor<long>.From([.. data.Select(value => value.GetInt64())], shape),
            "int32" => Tensor<int>.From([.. data.Select(value => value.GetInt32())], shape),
            "uint8" => Tensor<byte>.From([.. data.Select(value => value.GetByte())], shape),
            "bool" => Tensor<bool>.From([.. data.Select(value => value.GetBoolean())], shape),
            var type => throw new InvalidDataException($"There is no case with elements of type {type}."),
        };
    }

    /// <summary>A number; those that are not finite stand as text, true is 1.</summary>
    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => double.Parse(value.GetString()!.Replace("inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => value.GetDouble(),
    };
}

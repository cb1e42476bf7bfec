using System.Globalization;
using System.Text.Json;

namespace NnGen.Tests.TensorTests;

/// <summary>Tensors print as in PyTorch: printing.json, written by make_printing.py.</summary>
public class PrintingTests
{
    private static readonly JsonDocument s_document =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Tensors", "printing.json")));

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, s_document.RootElement.GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void PrintsAsTorch(int index)
    {
        var entry = s_document.RootElement[index];
        int[] shape = [.. entry.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32())];
        string[] values = [.. entry.GetProperty("values").EnumerateArray().Select(value => value.GetString()!)];
        TensorBase tensor = entry.GetProperty("dtype").GetString() switch
        {
            "torch.float64" => Tensor<double>.From([.. values.Select(Number)], shape),
            "torch.int64" => Tensor<long>.From([.. values.Select(long.Parse)], shape),
            "torch.int32" => Tensor<int>.From([.. values.Select(int.Parse)], shape),
            "torch.uint8" => Tensor<byte>.From([.. values.Select(byte.Parse)], shape),
            "torch.bool" => Tensor<bool>.From([.. values.Select(bool.Parse)], shape),
            _ => Tensor.From([.. values.Select(value => (float)Number(value))], shape),
        };

        if (entry.GetProperty("is_parameter").GetBoolean())
            tensor = new Parameter((Tensor)tensor);
        else if (tensor is Tensor floats)
            floats.RequiresGrad = entry.GetProperty("requires_grad").GetBoolean();
        Assert.Equal(entry.GetProperty("text").GetString(), tensor.ToString());
    }

    private static double Number(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}

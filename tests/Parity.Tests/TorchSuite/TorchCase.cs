using System.Text.Json;

namespace NnGen.Parity.Tests.TorchSuite;

/// <summary>
/// One of PyTorch's own cases for a torch.nn class, with what PyTorch 1.13.1 computed for it in double precision: visible.json and
/// its tensors in visible.safetensors, and cases of ours in the other files of this form.
/// </summary>
/// <param name="Json">The case: names, arguments, and the keys of its tensors.</param>
public sealed record TorchCase(JsonElement Json)
{
    private static readonly Dictionary<string, TensorBase> s_tensors = Files("*.safetensors")
        .SelectMany(path => Safetensors.Load(path))
        .ToDictionary(tensor => tensor.Key, tensor => tensor.Value);

    /// <summary>All cases by id.</summary>
    public static IReadOnlyDictionary<string, TorchCase> All { get; } = Read();

    public string Id => Json.GetProperty("id").GetString()!;

    public string Class => Json.GetProperty("module").GetString()!;

    public bool IsTraining => Json.GetProperty("train").GetBoolean();

    public Arguments Arguments => new(Json.GetProperty("args"));

    /// <summary>The tensors passed to the module, those of tuples one by one, those passed by name last.</summary>
    public IEnumerable<(string Name, TensorBase Tensor)> Inputs
        => Leaves("input", Json.GetProperty("inputs"))
            .Concat(Json.GetProperty("kwinputs").EnumerateObject()
                .Where(input => input.Value.ValueKind != JsonValueKind.Null)
                .SelectMany(input => Leaves("input." + input.Name, input.Value)));

    public IReadOnlyDictionary<string, TensorBase> State => Tensors("state");

    public IReadOnlyDictionary<string, TensorBase> StateAfter => Tensors("state_after");

    public IReadOnlyDictionary<string, TensorBase> InputGradients => Tensors("grad_input");

    public IReadOnlyDictionary<string, TensorBase> ParameterGradients => Tensors("grad_param");

    /// <summary>The results by key: <c>output</c> where there is one, else <c>output.0</c>, <c>output.1.0</c> ...</summary>
    public IEnumerable<(string Key, TensorBase Tensor)> Outputs => Leaves("output", Json.GetProperty("output"));

    /// <summary>The gradients of the differentiable results, by the same keys.</summary>
    public IReadOnlyDictionary<string, TensorBase> OutputGradients => Tensors("grad_output");

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "TorchSuite", name);

    /// <summary>A tensor of its own, so that nothing a case does reaches another one.</summary>
    public static TensorBase Copy(JsonElement element) => s_tensors[element.GetProperty("tensor").GetString()!] switch
    {
        Tensor tensor => Tensor.From(tensor.AsSpan(), tensor.Shape),
        Tensor<long> tensor => tensor.Clone(),
        Tensor<bool> tensor => tensor.Clone(),
        Tensor<byte> tensor => tensor.Clone(),
        Tensor<int> tensor => tensor.Clone(),
        var tensor => throw new InvalidDataException($"There is no case with elements of type {tensor.DType}."),
    };

    private static Dictionary<string, TorchCase> Read() => Files("*.json").SelectMany(Read).ToDictionary(c => c.Id);

    private static List<TorchCase> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(json => new TorchCase(json.Clone()))];
    }

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(PathOf(""), pattern);

    private static IEnumerable<(string Key, TensorBase Tensor)> Leaves(string key, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return [(key, Copy(element))];

        // PyTorch takes lists of numbers where a tensor of them would do.
        var items = element.EnumerateArray().ToArray();
        return items.Length > 0 && items.All(item => item.ValueKind == JsonValueKind.Number)
            ? [(key, Tensor<long>.From([.. items.Select(item => item.GetInt64())]))]
            : items.SelectMany((item, i) => Leaves($"{key}.{i}", item));
    }

    private Dictionary<string, TensorBase> Tensors(string name)
        => Json.GetProperty(name).EnumerateObject().ToDictionary(tensor => tensor.Name, tensor => Copy(tensor.Value));
}

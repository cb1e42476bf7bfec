using System.Text.Json;

namespace NnGen.Tests.Modules;

/// <summary>Initial weights for one seed, state-dict keys and printed forms are PyTorch's (reference/layers.py).</summary>
public partial class InitialStateTests
{
    private static readonly JsonDocument s_reference =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Modules", "reference", "layers.json")));

    private static readonly string[] s_names = [.. s_reference.RootElement.EnumerateObject().Select(layer => layer.Name)];

    public static TheoryData<string> Names => [.. s_names];

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPyTorch(string name)
    {
        Check(s_reference.RootElement.GetProperty(name), Create(name));
    }

    /// <summary>Lazy layers have a table of their own; containers hold what they are given.</summary>
    [Fact]
    public void EveryLayerIsInATable()
    {
        var known = s_names.Select(name => Create(name)().GetType()).ToHashSet();
        var missing = typeof(Module).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Module)) && !type.IsAbstract && !type.IsGenericType && !known.Contains(type))
            .Where(type => type.GetProperties().Any(member => member.PropertyType == typeof(Parameter) || member.PropertyType.IsSubclassOf(typeof(Module))))
            .Select(type => type.Name)
            .Where(name => !name.StartsWith("Lazy", StringComparison.Ordinal) && name is not ("RMSNorm" or "Sequential" or "ParameterDict" or "ParameterList"));
        Assert.Empty(missing);
    }

    private static Func<Module> Create(string name) => s_layers.TryGetValue(name, out var layer) ? layer : s_spatial[name];

    /// <summary>A layer made with seed 11 prints and starts as PyTorch's.</summary>
    internal static void Check(JsonElement expected, Func<Module> create)
    {
        Rng.ManualSeed(11);
        var layer = create();
        if (expected.GetProperty("printed").GetString() is { } printed)
            Assert.Equal(printed, layer.ToString());
        var state = layer.StateDict();
        Assert.Equal(expected.GetProperty("state").EnumerateObject().Select(tensor => tensor.Name), state.Keys);
        foreach (var tensor in expected.GetProperty("state").EnumerateObject())
        {
            Assert.Equal(tensor.Value.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32()), state[tensor.Name].Shape.ToArray());
            Assert.Equal(tensor.Value.GetProperty("data").EnumerateArray().Select(value => value.GetSingle()), Numbers(state[tensor.Name]));
        }
    }

    private static float[] Numbers(TensorBase tensor) => tensor is Tensor<long> numbers ? [.. numbers.ToArray().Select(value => (float)value)] : ((Tensor)tensor).ToArray();
}

using System.Text.Json;

namespace NnGen.Tests.Modules;

/// <summary>
/// Wrong arguments of layers and functions are refused by an exception that says so, before anything is changed: no random number is
/// drawn, no state differs. PyTorch refuses the same calls (reference/refusals.py).
/// </summary>
public partial class RefusalTests
{
    private static readonly JsonDocument s_reference =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Modules", "reference", "refusals.json")));

    /// <summary>Calls that are refused here, since they can only be mistakes, and that PyTorch takes.</summary>
    private static readonly string[] s_takenByPyTorch = ["LazyConv1d, groups and outputs", "Transformer, negative layers", "MaxPool1d, kernel bigger than input"];

    public static TheoryData<string> Constructors => [.. s_constructors.Keys];

    public static TheoryData<string> Calls => [.. s_layers.Keys, .. s_losses.Keys, .. s_functions.Keys];

    [Theory]
    [MemberData(nameof(Constructors))]
    public void Constructors_refuse(string name) => Check(new(null, () => s_constructors[name]()));

    [Theory]
    [MemberData(nameof(Calls))]
    public void Calls_refuse(string name)
    {
        var table = s_layers.ContainsKey(name) ? s_layers : s_losses.ContainsKey(name) ? s_losses : s_functions;
        Check(table[name]());
    }

    [Fact]
    public void PyTorch_refuses_the_same()
    {
        var theirs = s_reference.RootElement.EnumerateObject().ToDictionary(call => call.Name, call => call.Value);
        Assert.Equal(theirs.Keys.Order(), s_constructors.Keys.Concat(s_layers.Keys).Concat(s_losses.Keys).Concat(s_functions.Keys).Order());
        Assert.Equal(s_takenByPyTorch, theirs.Where(call => call.Value.ValueKind == JsonValueKind.Null).Select(call => call.Key));
    }

    private static void Check(Attempt attempt)
    {
        Rng.ManualSeed(5);
        var random = Rng.GetState();
        var state = attempt.Module?.StateDict().ToDictionary(tensor => tensor.Key, tensor => tensor.Value.ToString());
        var refusal = Assert.ThrowsAny<SystemException>(attempt.Run);
        Assert.True(refusal is ArgumentException or InvalidOperationException, refusal.ToString());
        Assert.NotEqual("", refusal.Message);
        Assert.Equal(random.ToArray(), Rng.GetState().ToArray());
        if (state is not null)
            Assert.Equal(state, attempt.Module!.StateDict().ToDictionary(tensor => tensor.Key, tensor => tensor.Value.ToString()));
    }

    private static Attempt Of<T>(T module, Func<T, object> call)
        where T : Module
        => new(module, () => call(module));

    private static Attempt Of(Func<object> call) => new(null, () => call());

    private static Tensor Zeros(params int[] shape) => Tensor.Zeros(shape);

    private static Tensor<long> Longs(params int[] shape) => Tensor<long>.Zeros(shape);

    private static Tensor<bool> Flags(params int[] shape) => Tensor<bool>.Zeros(shape);

    private static Tensor<long> List(params long[] values) => Tensor<long>.From(values);

    /// <summary>A call that is refused, and the module that it is a call of.</summary>
    private sealed record Attempt(Module? Module, Action Run);
}

using System.Text.Json;

namespace NnGen.Tests.Modules.Parametrized;

/// <summary>Parametrized modules against PyTorch's: ../reference/parametrizations.py.</summary>
public class ParametrizationTests
{
    private const float Tolerance = 2e-5f;

    private static readonly JsonDocument s_document =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Modules", "reference", "parametrizations.json")));

    private static readonly Dictionary<string, Func<Module>> s_modules = new()
    {
        ["weight_norm"] = () => NnUtils.WeightNorm(new Linear(5, 4)),
        ["weight_norm_whole"] = () => NnUtils.WeightNorm(new Linear(5, 4), dim: null),
        ["weight_norm_convolution"] = () => NnUtils.WeightNorm(new Conv1d(2, 4, 3), dim: 1),
        ["spectral_norm"] = () => NnUtils.SpectralNorm(new Linear(5, 4)),
        ["spectral_norm_transposed"] = () => NnUtils.SpectralNorm(new ConvTranspose1d(2, 4, 3)),
        ["discriminator"] = () => new Discriminator(),
        ["parametrized_weight_norm"] = () => Parametrizations.WeightNorm(new Linear(5, 4)),
        ["parametrized_spectral_norm"] = () => Parametrizations.SpectralNorm(new Linear(5, 4)),
        ["parametrized_spectral_norm_convolution"] = () => Parametrizations.SpectralNorm(new Conv2d(2, 3, 2), nPowerIterations: 3),
        ["parametrized_spectral_norm_bias"] = () => Parametrizations.SpectralNorm(new Linear(5, 4), "bias"),
        ["orthogonal"] = () => Parametrizations.Orthogonal(new Linear(4, 4)),
        ["orthogonal_tall"] = () => Parametrizations.Orthogonal(new Linear(3, 5)),
        ["orthogonal_wide"] = () => Parametrizations.Orthogonal(new Linear(5, 3)),
        ["orthogonal_exponential_wide"] = () => Parametrizations.Orthogonal(new Linear(5, 3), orthogonalMap: OrthogonalMap.MatrixExp),
        ["orthogonal_cayley"] = () => Parametrizations.Orthogonal(new Linear(4, 4), orthogonalMap: OrthogonalMap.Cayley),
        ["orthogonal_direct"] =
            () => Parametrizations.Orthogonal(new Linear(3, 5), orthogonalMap: OrthogonalMap.Householder, useTrivialization: false),
        ["orthogonal_batch"] = () => Parametrizations.Orthogonal(new Conv1d(2, 4, 3)),
        ["symmetric"] = () => Parametrize.RegisterParametrization(new Linear(4, 4), "weight", new Symmetric()),
        ["twice"] = () => Parametrize.RegisterParametrization(Parametrizations.WeightNorm(new Linear(5, 4)), "weight", new Scaled()),
        ["recurrent"] = () => new NormedCell(),
    };

    public static TheoryData<string> Names => [.. s_modules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void State_is_PyTorchs_for_one_seed(string name)
    {
        Rng.ManualSeed(7);
        CheckState(s_document.RootElement.GetProperty(name).GetProperty("drawn"), s_modules[name]());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiled_calls_compute_what_PyTorch_does(string name)
        => Check(name, (module, input) => ((IModule<Tensor, Tensor>)module).Call(input));

    [Theory]
    [MemberData(nameof(Names))]
    public void Op_by_op_it_is_the_same(string name)
        => Check(name, (module, input) => ((IModule<Tensor, Tensor>)module).Forward(input));

    [Theory]
    [MemberData(nameof(Names))]
    public void Inside_a_composed_module_it_is_the_same(string name)
    {
        Sequential? around = null;
        Check(name, (module, input) => (around ??= new Sequential(module)).Call(input));
    }

    [Fact]
    public void Two_calls_before_a_backward_pass_keep_the_weights_they_had()
    {
        var layer = NnUtils.SpectralNorm(new Linear(4, 3));
        var x = Tensor.Randn(2, 4);
        var first = layer.Call(x);
        var expected = Autograd.Grad([layer.Call(x).Sum()], [layer.GetParameter("weight_orig")])[0]!.ToArray();
        first.Sum().Backward();
        Assert.NotEqual(expected, layer.GetParameter("weight_orig").Grad!.ToArray());
        Assert.Null(layer.Weight.Grad);
    }

    [Fact]
    public void Value_and_gradient_in_one_reach_the_originals()
    {
        var layer = NnUtils.WeightNorm(new Linear(4, 1, bias: false));
        var step = new SquaredError(layer);
        var (x, y) = (Tensor.Randn(3, 4), Tensor.Randn(3, 1));
        var value = step.ValueAndGrad(x, y);
        var gradient = layer.GetParameter("weight_v").Grad!.ToArray();
        step.ZeroGrad();
        var loss = F.MseLoss(layer.Forward(x), y);
        loss.Backward();
        Assert.Equal(loss.Item(), value, 1e-6f);
        Reference.CheckClose(layer.GetParameter("weight_v").Grad!.ToArray(), gradient);
    }

    [Fact]
    public void Training_moves_the_originals_and_Predict_follows()
    {
        var layer = Parametrizations.WeightNorm(new Linear(4, 2));
        var optimizer = new NnGen.Optim.SGD(layer.Parameters(), lr: 0.1);
        var x = Tensor.Randn(3, 4);
        var before = layer.Predict(x).ToArray();
        layer.Call(x).Sum().Backward();
        optimizer.Step();
        var after = layer.Predict(x).ToArray();
        Assert.NotEqual(before, after);
        Reference.CheckClose(F.Linear(x, layer.Weight.Detach(), layer.Bias).ToArray(), after);
    }

    [Fact]
    public void A_frozen_original_leaves_the_other_one_its_gradient()
    {
        var layer = NnUtils.WeightNorm(new Linear(4, 2));
        layer.GetParameter("weight_v").RequiresGrad = false;
        layer.Call(Tensor.Randn(3, 4)).Sum().Backward();
        Assert.Null(layer.GetParameter("weight_v").Grad);
        Assert.NotNull(layer.GetParameter("weight_g").Grad);
    }

    [Fact]
    public void Removing_leaves_what_was_computed()
    {
        var layer = NnUtils.WeightNorm(new Linear(4, 2));
        layer.GetParameter("weight_g").AsWritableSpan()[0] = 3;
        var x = Tensor.Randn(3, 4);
        var expected = layer.Predict(x).ToArray();
        NnUtils.RemoveWeightNorm(layer);
        Assert.Equal(["weight", "bias"], layer.StateDict().Keys);
        Assert.Equal(expected, layer.Predict(x).ToArray());
        layer.Call(x).Sum().Backward();
        Assert.NotNull(layer.Weight.Grad);
        Assert.Throws<ArgumentException>(() => NnUtils.RemoveWeightNorm(layer));
    }

    [Fact]
    public void Removing_a_parametrization_may_leave_the_original()
    {
        var layer = Parametrize.RegisterParametrization(new Linear(3, 3), "weight", new Symmetric());
        Assert.True(Parametrize.IsParametrized(layer, "weight"));
        var original = layer.GetParameter("parametrizations.weight.original").ToArray();
        Parametrize.RemoveParametrizations(layer, "weight", leaveParametrized: false);
        Assert.False(Parametrize.IsParametrized(layer));
        Assert.Equal(original, layer.Weight.ToArray());

        Parametrizations.WeightNorm(layer);
        Assert.Throws<ArgumentException>(() => Parametrize.RemoveParametrizations(layer, "weight", leaveParametrized: false));
    }

    [Fact]
    public void A_value_is_assigned_through_the_inverse_and_not_written()
    {
        var layer = Parametrize.RegisterParametrization(new Linear(2, 2), "weight", new Symmetric());
        Parametrize.Assign(layer, "weight", Tensor.From([1f, 2, 2, 3], [2, 2]));
        Assert.Equal([1f, 2, 2, 3], layer.Weight.ToArray());
        Assert.Equal([1f, 2, 0, 3], layer.GetParameter("parametrizations.weight.original").ToArray());
        Assert.Throws<InvalidOperationException>(() => layer.Weight.AsWritableSpan());
    }

    [Fact]
    public void Mistakes_are_refused_and_change_nothing()
    {
        var layer = new Linear(3, 2);
        Assert.Throws<ArgumentException>(() => Parametrize.RegisterParametrization(layer, "wait", new Symmetric()));
        Assert.Throws<ShapeException>(() => Parametrize.RegisterParametrization(layer, "weight", new Symmetric()));
        Assert.Throws<ArgumentException>(() => Parametrize.RegisterParametrization(layer, "weight", new Bilinear(1, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => NnUtils.SpectralNorm(layer, nPowerIterations: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NnUtils.SpectralNorm(layer, dim: 2));
        Assert.Throws<ArgumentException>(() => Parametrizations.Orthogonal(layer, "bias"));
        Assert.Equal(["weight", "bias"], layer.StateDict().Keys);
        NnUtils.WeightNorm(layer);
        Assert.Throws<InvalidOperationException>(() => NnUtils.WeightNorm(layer));
    }

    private static void Check(string name, Func<Module, Tensor, Tensor> call)
    {
        var expected = s_document.RootElement.GetProperty(name);
        var module = s_modules[name]();
        var state = new StateDict();
        foreach (var tensor in expected.GetProperty("state").EnumerateObject())
            state[tensor.Name] = Read(tensor.Value);
        module.LoadStateDict(state);
        var first = Read(expected.GetProperty("inputs").GetProperty("first"));
        first.RequiresGrad = true;
        Tensor[] outputs = [call(module, first), call(module, Read(expected.GetProperty("inputs").GetProperty("second")))];
        Autograd.Backward([.. outputs.Select(output => (output * output).Sum())]);

        CheckClose(expected.GetProperty("outputs").GetProperty("first"), outputs[0], name);
        CheckClose(expected.GetProperty("outputs").GetProperty("second"), outputs[1], name);
        foreach (var (key, parameter) in module.NamedParameters())
            CheckClose(expected.GetProperty("gradients").GetProperty(key), parameter.Grad!, key);
        CheckClose(expected.GetProperty("gradients").GetProperty("input"), first.Grad!, "input");
        CheckState(expected.GetProperty("after"), module);
        module.Eval();
        CheckClose(expected.GetProperty("outputs").GetProperty("evaluation"), ((IModule<Tensor, Tensor>)module).Predict(first), "Predict");
        CheckClose(expected.GetProperty("outputs").GetProperty("evaluation"), call(module, first), "evaluation");
        CheckState(expected.GetProperty("after"), module);
    }

    private static void CheckState(JsonElement expected, Module module)
    {
        var state = module.StateDict();
        Assert.Equal(expected.EnumerateObject().Select(tensor => tensor.Name), state.Keys);
        foreach (var (key, tensor) in state)
            CheckClose(expected.GetProperty(key), (Tensor)tensor, key);
    }

    private static void CheckClose(JsonElement expected, Tensor actual, string what)
    {
        var values = Read(expected);
        Assert.Equal(values.Shape, actual.Shape);
        for (var i = 0; i < values.Count; i++)
        {
            var (e, a) = (values.AsSpan()[i], actual.AsSpan()[i]);
            Assert.True(Math.Abs(e - a) <= Tolerance * (1 + Math.Abs(e)), $"{what}[{i}]: expected {e}, but is {a}");
        }
    }

    private static Tensor Read(JsonElement tensor) => Tensor.From(
        tensor.GetProperty("data").EnumerateArray().Select(value => value.GetSingle()).ToArray(),
        tensor.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32()).ToArray());
}

/// <summary>A loss around a parametrized layer that is known by its class.</summary>
[Module]
public sealed partial class SquaredError(Linear layer)
{
    public Tensor Forward(Tensor x, Tensor y) => F.MseLoss(layer.Forward(x), y);
}

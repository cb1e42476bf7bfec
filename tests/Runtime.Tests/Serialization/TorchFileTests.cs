using System.Security.Cryptography;
using System.Text.Json;
using NnGen.Optim;

namespace NnGen.Tests.Serialization;

/// <summary>Files that PyTorch wrote (reference/torch_files.py), with every value and every byte of their tensors.</summary>
public class TorchFileTests
{
    private static readonly JsonElement s_expected = JsonDocument.Parse(File.ReadAllText(PathOf("torch_files.json"))).RootElement;

    public static TheoryData<string> All => [.. s_expected.EnumerateObject().Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void HoldsWhatPyTorchSaved(string name)
        => AssertEqual(s_expected.GetProperty(name), TorchCheckpoint.LoadObject(PathOf(name + ".pth")), name);

    [Fact]
    public void TiedTensorsStayTied()
    {
        var state = TorchCheckpoint.Load(PathOf("views.pth"));
        Assert.Same(state["whole"], state["tied"]);
        Assert.NotSame(state["whole"], state["matrix"]);
    }

    [Fact]
    public void VersionsOfModulesAreRead()
    {
        var state = TorchCheckpoint.Load(PathOf("training.pth"), "model");
        Assert.Equal(2, state.Versions["1"]);
        Assert.Equal(1, state.Versions["0"]);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked", "3.weight", "3.bias"], state.Keys);
    }

    [Fact]
    public void AModuleLoadsAPartOfAFile()
    {
        var model = new Sequential(new Linear(3, 4), new BatchNorm1d(4), new ReLU(), new Linear(4, 2));
        var message = Assert.Throws<CheckpointException>(() => model.Load(PathOf("training.pth"))).Message;
        Assert.Contains("keys ['model', 'optimizer', 'scheduler', 'epoch'", message);
        Assert.Contains("Load(path, key: \"model\")", message);
        model.Load(PathOf("training.pth"), key: "model");
        Assert.Equal(3, ((Tensor<long>)model.StateDict()["1.num_batches_tracked"]).Item());
        Assert.Contains(
            "There is no key 'weights'", Assert.Throws<CheckpointException>(() => model.Load(PathOf("training.pth"), key: "weights")).Message);
    }

    [Fact]
    public void AnOptimizerTakesPyTorchsState()
    {
        var model = new Sequential(new Linear(3, 4), new BatchNorm1d(4), new ReLU(), new Linear(4, 2));
        var optimizer = new Adam(model.Parameters());
        var saved = (TorchDict)((TorchDict)TorchCheckpoint.LoadObject(PathOf("training.pth"))!)["optimizer"]!;
        optimizer.LoadStateDict(OptimizerStateDict.From(saved));
        Assert.Equal(0.001, optimizer.Lr, 12);
        Assert.True(optimizer.ParamGroups[0].Amsgrad);
        var state = optimizer.StateDict();
        Assert.Equal(Enumerable.Range(0, 6), state.State.Keys);
        Assert.Equal(3f, ((Tensor)state.State[5]["step"]).Item());
        var exponentialAverage = (Tensor)((TorchDict)((TorchDict)saved["state"]!)[0]!)["exp_avg"]!;
        Assert.Equal(exponentialAverage.ToArray(), ((Tensor)state.State[0]["exp_avg"]).ToArray());
    }

    [Theory]
    [InlineData("refused_module", "'torch.nn.modules.linear.Linear', which is refused")]
    [InlineData("refused_legacy", "the format of PyTorch before 1.6")]
    [InlineData("refused_script", "TorchScript program, which holds code")]
    public void WhatHoldsCodeIsRefused(string name, string message)
    {
        var error = Assert.Throws<CheckpointException>(() => TorchCheckpoint.LoadObject(PathOf(name + ".pth")));
        Assert.Contains(message, error.Message);
        Assert.Equal(PathOf(name + ".pth"), error.Path);
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Serialization", "reference", name);

    private static void AssertEqual(JsonElement expected, object? actual, string at)
    {
        var kind = expected.EnumerateObject().First();
        switch (kind.Name)
        {
            case "dtype":
                var tensor = Assert.IsAssignableFrom<TensorBase>(actual);
                Assert.Equal((at, kind.Value.GetString()), (at, tensor.DType.TorchName()));
                Assert.Equal(expected.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32()), tensor.Shape.ToArray());
                Assert.Equal((at, expected.GetProperty("sha256").GetString()), (at, Convert.ToHexStringLower(SHA256.HashData(TensorBytes.Read(tensor)))));
                break;
            case "dict":
                var dict = Assert.IsType<TorchDict>(actual);
                Assert.Equal(kind.Value.EnumerateArray().Select(pair => pair[0].ToString()), dict.Keys.Select(key => $"{key}"));
                foreach (var (pair, (key, value)) in kind.Value.EnumerateArray().Zip(dict))
                    AssertEqual(pair[1], value, $"{at}.{key}");
                break;
            case "tuple" or "list":
                Assert.Equal(kind.Name == "tuple", actual is TorchTuple);
                var items = Assert.IsAssignableFrom<IReadOnlyList<object?>>(actual);
                Assert.Equal(kind.Value.GetArrayLength(), items.Count);
                foreach (var (item, value) in kind.Value.EnumerateArray().Zip(items))
                    AssertEqual(item, value, at);
                break;
            case "bytes":
                Assert.Equal(kind.Value.GetString(), Convert.ToHexStringLower(Assert.IsType<byte[]>(actual)));
                break;
            default:
                AssertScalar(kind.Value, actual);
                break;
        }
    }

    private static void AssertScalar(JsonElement expected, object? actual)
    {
        object? value = expected.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => expected.GetInt64(),
            _ when actual is double => double.Parse(expected.GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            _ => expected.GetString(),
        };
        Assert.Equal(value, actual);
    }
}

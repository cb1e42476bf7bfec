using NnGen.Tests.Modules.Handwritten;

namespace NnGen.Tests.Modules;

public class StateDictTests
{
    private readonly Tree _net = Net();

    private static Tree Net(float value = 1)
    {
        var shared = new Parameter(Tensor.Full([2, 3], value));
        return new Tree
        {
            ["fc1"] = new Tree { ["weight"] = shared, ["bias"] = new Parameter(Tensor.Full([2], value)) },
            ["head"] = new Tree { ["weight"] = shared },
            ["steps"] = Tensor<long>.Full([], (long)value),
            ["cached"] = Tensor.Zeros(7),
            ["scale"] = new Parameter(Tensor.Full([1], value)),
        };
    }

    private static string Message(Action load) => Assert.Throws<StateDictException>(load).Message;

    [Fact]
    public void HoldsEveryKeyInOrderWithoutBuffersThatAreNotPersistent()
        => Assert.Equal(["scale", "steps", "fc1.weight", "fc1.bias", "head.weight"], _net.StateDict().Keys);

    [Fact]
    public void TensorsShareTheModulesMemory()
    {
        var state = _net.StateDict();
        _net.GetParameter("scale").AsWritableSpan()[0] = 9;
        Assert.Equal(9, ((Tensor)state["scale"]).Item());
        Assert.False(((Tensor)state["scale"]).RequiresGrad);
    }

    [Fact]
    public void RoundTrip()
    {
        var other = Net(5);
        Assert.Equal("<All keys matched successfully>", other.LoadStateDict(_net.StateDict()).ToString());
        Assert.Equal([1], other.GetParameter("scale").ToArray());
        Assert.Equal(1, ((Tensor<long>)other.Buffers()[0]).Item());
        Assert.Equal(_net.GetParameter("fc1.weight").ToArray(), other.GetParameter("head.weight").ToArray());
    }

    [Fact]
    public void ListsEverythingThatIsWrongInPyTorchsWordsAndChangesNothing()
    {
        var state = new StateDict
        {
            ["fc1.weight"] = Tensor.Zeros(3, 2),
            ["fc1.bias"] = Tensor.Zeros(2),
            ["fc1.gain"] = Tensor.Zeros(2),
            ["fc1"] = Tensor.Zeros(2),
            ["old.weight"] = Tensor.Zeros(2),
            ["head.weight"] = Tensor.Zeros(3),
        };
        Assert.Equal(
            "Error(s) in loading state_dict for Tree:\n"
            + "\tMissing key(s) in state_dict: \"scale\", \"steps\". \n"
            + "\tUnexpected key(s) in state_dict: \"fc1\", \"old.weight\", \"fc1.gain\". \n"
            + "\tsize mismatch for fc1.weight: copying a param with shape torch.Size([3, 2]) from checkpoint, the shape in current model is torch.Size([2, 3]).\n"
            + "\tsize mismatch for head.weight: copying a param with shape torch.Size([3]) from checkpoint, the shape in current model is torch.Size([2, 3]).",
            Message(() => _net.LoadStateDict(state)));
        Assert.Equal([1, 1], _net.GetParameter("fc1.bias").ToArray());
    }

    [Fact]
    public void WithoutStrictLoadsWhatFitsAndReturnsTheRest()
    {
        var keys = _net.LoadStateDict(new StateDict { ["scale"] = Tensor.Zeros(1), ["x.y"] = Tensor.Zeros(1) }, strict: false);
        Assert.Equal(["steps", "fc1.weight", "fc1.bias", "head.weight"], keys.MissingKeys);
        Assert.Equal(["x.y"], keys.UnexpectedKeys);
        Assert.Equal([0], _net.GetParameter("scale").ToArray());
    }

    [Fact]
    public void WithoutStrictAWrongShapeIsStillAnError()
        => Assert.Contains(
            "size mismatch for scale",
            Message(() => _net.LoadStateDict(new StateDict { ["scale"] = Tensor.Zeros(2) }, strict: false)));

    [Fact]
    public void ElementTypesAreConverted()
    {
        var state = _net.StateDict();
        state["scale"] = Tensor<double>.From([2.5], 1);
        state["steps"] = Tensor.From(3);
        _net.LoadStateDict(state);
        Assert.Equal(2.5f, _net.GetParameter("scale").Item());
        Assert.Equal(3, ((Tensor<long>)_net.Buffers()[0]).Item());
    }

    [Fact]
    public void OneElementFillsAScalar()
    {
        var net = new Tree { ["temperature"] = new Parameter(Tensor.From(1)) };
        net.LoadStateDict(new StateDict { ["temperature"] = Tensor.From([4], 1) });
        Assert.Equal(4, net.GetParameter("temperature").Item());
    }

    [Fact]
    public void LoadingRaisesVersionsOfWhatItChanges()
    {
        var module = new SquaredScale(2);
        var y = module.Call(Tensor.Ones(1, 2));
        module.LoadStateDict(module.StateDict());
        Assert.Throws<AutogradException>(() => y.Backward(Tensor.Ones(1, 2)));
    }

    [Fact]
    public void FilesAreChosenByTheirExtension()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            _net.Save(path);
            var other = Net(5);
            other.Load(path);
            Assert.Equal([1], other.GetParameter("scale").ToArray());
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Contains(".safetensors", Assert.Throws<NotSupportedException>(() => _net.Save("net.bin")).Message);
    }

    [Fact]
    public void SettingAKnownKeyKeepsItsPlace()
    {
        var state = new StateDict { ["a"] = Tensor.From(1), ["b"] = Tensor.From(2) };
        state["a"] = Tensor.From(3);
        Assert.Equal(["a", "b"], state.Keys);
        Assert.Equal([3, 2], state.Values.Select(tensor => ((Tensor)tensor).Item()));
        Assert.Throws<ArgumentException>(() => state.Add("a", Tensor.From(1)));
        Assert.True(state.Remove("a"));
        Assert.False(state.Remove("a"));
        Assert.Throws<KeyNotFoundException>(() => state["a"]);
        Assert.Equal(["b"], state.Select(pair => pair.Key));
    }

    [Fact]
    public void KeysAreRenamedPrefixedAndTakenApart()
    {
        var state = new StateDict { ["fc.weight"] = Tensor.From(1), ["fc.bias"] = Tensor.From(2), ["old"] = Tensor.From(3) };
        state.Versions["fc"] = 2;
        var prefixed = state.WithPrefix("model.");
        Assert.Equal(["model.fc.weight", "model.fc.bias", "model.old"], prefixed.Keys);
        Assert.Equal(2, prefixed.Versions["model.fc"]);
        Assert.Equal(state.Keys, prefixed.WithoutPrefix("model.").Keys);
        Assert.Equal(["weight", "bias"], state.WithoutPrefix("fc.").Keys);
        var renamed = state.Rename(key => key == "old" ? null : key.Replace("fc.", "linear.", StringComparison.Ordinal));
        Assert.Equal(["linear.weight", "linear.bias"], renamed.Keys);
        Assert.Equal(2, renamed.Versions["linear"]);
        Assert.Same(state["fc.bias"], renamed["linear.bias"]);
        Assert.Throws<ArgumentException>(() => state.Rename(_ => "same"));
    }

    [Fact]
    public void ModulesUpgradeOlderStates()
    {
        var state = new StateDict { ["gamma"] = Tensor.From([5], 1) };
        Assert.Contains("Missing key(s) in state_dict: \"weight\"", Message(() => new Versioned().LoadStateDict(CurrentVersion(state))));
        var module = new Versioned();
        module.LoadStateDict(state);
        Assert.Equal(5, module.GetParameter("weight").Item());
        Assert.Equal(3, module.StateDict().Versions[""]);
    }

    [Fact]
    public void StatesOfOldBatchNormsLackTheNumberOfBatches()
    {
        var norm = new BatchNorm1d(2);
        var state = norm.StateDict();
        state.Remove("num_batches_tracked");
        Assert.Contains("num_batches_tracked", Message(() => norm.LoadStateDict(state)));
        state.Versions.Clear();
        Assert.Empty(norm.LoadStateDict(state).MissingKeys);
    }

    private static StateDict CurrentVersion(StateDict state)
    {
        var result = state.WithPrefix("");
        result.Versions[""] = 3;
        return result;
    }

    private sealed class Versioned : Module
    {
        private readonly Parameter _weight = new(Tensor.Zeros(1));

        protected internal override int StateVersion => 3;

        protected internal override void UpgradeState(StateUpgrade state)
        {
            if (state.Version is null or < 3 && state.Contains("gamma"))
                state.Rename("gamma", "weight");
        }

        protected override void VisitMembers(NnGen.CompilerServices.MemberVisitor visitor) => visitor.Parameter("weight", _weight);
    }
}

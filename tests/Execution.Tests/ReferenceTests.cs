namespace NnGen.Execution.Tests;

/// <summary>Programs whose networks PyTorch has computed too (Reference/networks.py), under the same names of parameters.</summary>
public class ReferenceTests
{
    private const double RelativeTolerance = 1e-4;
    private const double AbsoluteTolerance = 1e-5;

    public static TheoryData<string> All
        => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Reference"), "*.safetensors").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void Call_equals_PyTorch(string name) => Check(name, Entry.Call);

    [Theory]
    [MemberData(nameof(All))]
    public void Forward_equals_PyTorch(string name) => Check(name, Entry.Forward);

    private static void Check(string name, Func<Module, Sample, TensorBase?[], Entry> entry)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Reference", name + ".safetensors");
        var reference = Safetensors.Load(path);
        var sample = ProgramList.All[name];
        var module = sample.Module();
        module.Train(bool.Parse(Safetensors.LoadMetadata(path)["training"]));
        module.LoadStateDict(Under(reference, "state/"));
        TensorBase?[] inputs = [.. Under(reference, "input/").Values];
        foreach (var input in inputs.OfType<Tensor>())
            input.RequiresGrad = true;

        var results = entry(module, sample, inputs).Run(inputs);
        Compare(reference, "output/", results.Select((result, i) => ($"{i}", (TensorBase?)result)));
        Autograd.Backward([.. results.Cast<Tensor>()], [.. Under(reference, "output_gradient/").Values.Cast<Tensor>()]);
        Compare(reference, "gradient/", module.NamedParameters().Select(named => (named.Name, (TensorBase?)named.Parameter.Grad)));
        Compare(reference, "input_gradient/", inputs.Select((input, i) => ($"{i}", (TensorBase?)(input as Tensor)?.Grad)));
        Compare(reference, "after/", module.NamedBuffers().Select(named => (named.Name, (TensorBase?)named.Buffer)));
    }

    /// <summary>Compares all tensors under a prefix; what PyTorch has no value for must be zero or absent here.</summary>
    private static void Compare(StateDict reference, string prefix, IEnumerable<(string Name, TensorBase? Tensor)> found)
    {
        var expected = Under(reference, prefix);
        var missing = expected.Keys.ToHashSet();
        foreach (var (name, tensor) in found)
        {
            missing.Remove(name);
            if (expected.TryGetValue(name, out var theirs))
                Close(prefix + name, theirs, tensor);
            else if (tensor is not null)
                Assert.All(Same.Numbers(tensor), value => Assert.Equal(0, value));
        }

        Assert.Empty(missing);
    }

    private static void Close(string name, TensorBase expected, TensorBase? actual)
    {
        Assert.True(actual is not null, $"{name} is missing");
        Assert.Equal(expected.Shape, actual.Shape);
        var (theirs, ours) = (Same.Numbers(expected), Same.Numbers(actual));
        for (var i = 0; i < theirs.Length; i++)
        {
            var isClose = Math.Abs(theirs[i] - ours[i]) <= AbsoluteTolerance + (RelativeTolerance * Math.Abs(theirs[i]));
            Assert.True(isClose, $"{name}[{i}]: {ours[i]:R} instead of {theirs[i]:R}");
        }
    }

    private static StateDict Under(StateDict reference, string prefix)
    {
        var tensors = new StateDict();
        foreach (var key in reference.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)))
            tensors.Add(key[prefix.Length..], reference[key]);
        return tensors;
    }
}

namespace NnGen.Parity.Tests.TorchSuite;

/// <summary>
/// PyTorch's own cases: results, gradients of inputs and parameters and the state after the call equal what PyTorch computed in
/// double precision, through the compiled entry and op by op.
/// </summary>
public class TorchSuiteTests
{
    private const double RelativeTolerance = 1e-4;
    private const double AbsoluteTolerance = 1e-5;

    /// <summary>
    /// Allowed besides, as a share of the largest element: PyTorch's cases of this class saturate the softmax, so that gradients of
    /// weights are small differences of large numbers. PyTorch itself is as far from its own double precision in single precision.
    /// </summary>
    private static readonly Dictionary<string, double> s_relativeToLargest = new() { ["MultiheadAttention"] = 2e-6 };

    public static TheoryData<string> Covered => [.. TorchCase.All.Values.Where(c => Subjects.All.ContainsKey(c.Class)).Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Covered))]
    public void CallEqualsPyTorch(string id) => Check(TorchCase.All[id], subject => subject.Call);

    [Theory]
    [MemberData(nameof(Covered))]
    public void ForwardEqualsPyTorch(string id) => Check(TorchCase.All[id], subject => subject.Forward);

    [Fact]
    public void ClassesThatAreNotCoveredAreListed()
    {
        var missing = TorchCase.All.Values.Select(c => c.Class).Distinct().Where(name => !Subjects.All.ContainsKey(name)).Order(StringComparer.Ordinal);
        Assert.Equal(File.ReadLines(TorchCase.PathOf("not-covered.txt")), missing);
    }

    private static void Check(TorchCase expected, Func<Subject, Func<Inputs, TensorBase[]>> entry)
    {
        var arguments = expected.Arguments;
        var subject = Subjects.All[expected.Class](arguments);
        Assert.Empty(arguments.Unread);
        subject.Module.Train(expected.IsTraining);
        subject.Module.LoadStateDict(StateOf(expected));
        var inputs = expected.Inputs.ToArray();
        foreach (var (name, input) in inputs)
        {
            if (input is Tensor tensor)
                tensor.RequiresGrad = expected.InputGradients.ContainsKey(name);
        }

        var results = entry(subject)(new Inputs(inputs));
        CheckResults(expected, results);
        var share = s_relativeToLargest.GetValueOrDefault(expected.Class);
        foreach (var (name, gradient) in expected.InputGradients)
            AssertClose(gradient, ((Tensor)inputs.Single(input => input.Name == name).Tensor).Grad, "gradient of " + name, share);
        foreach (var (name, parameter) in subject.Module.NamedParameters())
            AssertClose(expected.ParameterGradients[name], parameter.Grad, "gradient of " + name, share);
        CheckState(expected, subject.Module.StateDict());
    }

    private static void CheckResults(TorchCase expected, TensorBase[] results)
    {
        var outputs = expected.Outputs.ToArray();
        Assert.Equal(outputs.Length, results.Length);
        var differentiable = new List<(Tensor Result, Tensor Gradient)>();
        for (var i = 0; i < results.Length; i++)
        {
            AssertClose(outputs[i].Tensor, results[i], outputs[i].Key);
            if (expected.OutputGradients.TryGetValue(outputs[i].Key, out var gradient))
                differentiable.Add(((Tensor)results[i], (Tensor)gradient));
        }

        Autograd.Backward([.. differentiable.Select(d => d.Result)], [.. differentiable.Select(d => d.Gradient)]);
    }

    private static void CheckState(TorchCase expected, StateDict state)
    {
        Assert.Equal(expected.State.Keys, state.Keys);
        foreach (var (key, before) in expected.State)
            AssertClose(expected.StateAfter.GetValueOrDefault(key, before), state[key], "state " + key);
    }

    private static StateDict StateOf(TorchCase expected)
    {
        var state = new StateDict();
        foreach (var (key, tensor) in expected.State)
            state.Add(key, tensor);
        return state;
    }

    private static void AssertClose(TensorBase expected, TensorBase? actual, string what, double relativeToLargest = 0)
    {
        Assert.True(actual is not null, what + " is missing");
        Assert.True(expected.Shape == actual.Shape, $"{what} is {actual.Shape} instead of {expected.Shape}");
        var (theirs, ours) = (Numbers(expected), Numbers(actual));
        var allowed = AbsoluteTolerance + (relativeToLargest * theirs.Select(Math.Abs).DefaultIfEmpty().Max());
        for (var i = 0; i < theirs.Length; i++)
        {
            var isClose = theirs[i].Equals(ours[i]) || Math.Abs(theirs[i] - ours[i]) <= allowed + (RelativeTolerance * Math.Abs(theirs[i]));
            Assert.True(isClose, $"{what}, element {i}: expected {theirs[i]}, found {ours[i]}");
        }
    }

    private static double[] Numbers(TensorBase tensor) => tensor switch
    {
        Tensor floats => [.. floats.ToArray().Select(v => (double)v)],
        Tensor<long> longs => [.. longs.ToArray().Select(v => (double)v)],
        Tensor<bool> bools => [.. bools.ToArray().Select(v => v ? 1.0 : 0)],
        _ => throw new ArgumentException($"Elements of type {tensor.DType} are not compared."),
    };
}

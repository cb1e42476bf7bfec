namespace NnGen.Optim;

/// <summary>What <see cref="LBFGS"/> remembers, in PyTorch's layout when written.</summary>
internal sealed class LBFGSState
{
    /// <summary>How many times the loss was computed.</summary>
    public long Evaluations { get; set; }

    /// <summary>How many iterations were made.</summary>
    public long Iterations { get; set; }

    /// <summary>The last direction.</summary>
    public float[]? Direction { get; set; }

    /// <summary>How many times the direction the parameters went.</summary>
    public double Length { get; set; }

    /// <summary>The gradient from which they went.</summary>
    public float[]? PreviousGradient { get; set; }

    /// <summary>The loss there.</summary>
    public double PreviousLoss { get; set; }

    /// <summary>The changes before.</summary>
    public CurvatureHistory History { get; } = new();

    /// <summary>Reads what <see cref="Write"/> or PyTorch gave.</summary>
    /// <exception cref="ArgumentException">A value is missing or of another kind.</exception>
    public static LBFGSState Read(Dictionary<string, object> values, int count)
    {
        var result = new LBFGSState
        {
            Evaluations = (long)StateValue.Number("func_evals", Find("func_evals")),
            Iterations = (long)StateValue.Number("n_iter", Find("n_iter")),
        };
        if (result.Iterations == 0)
            return result;
        result.Direction = Vector("d", Find("d"), count);
        result.Length = StateValue.Number("t", Find("t"));
        result.PreviousGradient = Vector("prev_flat_grad", Find("prev_flat_grad"), count);
        result.PreviousLoss = StateValue.Number("prev_loss", Find("prev_loss"));
        result.History.Scale = StateValue.Number("H_diag", Find("H_diag"));
        result.History.GradientChanges.AddRange(List("old_dirs").Select(item => Vector("old_dirs", item, count)));
        result.History.Steps.AddRange(List("old_stps").Select(item => Vector("old_stps", item, count)));
        result.History.InverseCurvatures.AddRange(List("ro").Select(item => StateValue.Number("ro", item)));
        if (result.History.Steps.Count != result.History.GradientChanges.Count || result.History.Steps.Count != result.History.InverseCurvatures.Count)
            throw new ArgumentException("The lists 'old_dirs', 'old_stps' and 'ro' of the state are of different lengths.");
        return result;

        object Find(string name) => values.GetValueOrDefault(name) ?? throw new ArgumentException($"The state has no '{name}'.");

        IEnumerable<object> List(string name) => Find(name) is List<object?> list
            ? list.Select(item => item ?? throw new ArgumentException($"The list '{name}' of the state holds None."))
            : throw new ArgumentException($"The state '{name}' is {TorchDict.TypeName(Find(name))}: expected a list.");
    }

    /// <summary>The values by PyTorch's names.</summary>
    public Dictionary<string, object> Write()
    {
        var result = new Dictionary<string, object> { ["func_evals"] = Evaluations, ["n_iter"] = Iterations };
        if (Iterations == 0)
            return result;
        result["d"] = Tensor.From(Direction!);
        result["t"] = Length;
        result["old_dirs"] = History.GradientChanges.Select(change => (object?)Tensor.From(change)).ToList();
        result["old_stps"] = History.Steps.Select(step => (object?)Tensor.From(step)).ToList();
        result["ro"] = History.InverseCurvatures.Select(value => (object?)value).ToList();
        result["H_diag"] = History.Scale;
        result["prev_flat_grad"] = Tensor.From(PreviousGradient!);
        result["prev_loss"] = PreviousLoss;
        return result;
    }

    private static float[] Vector(string name, object value, int count) => StateValue.Copy(name, value, [count]).ToArray();
}

namespace NnGen.Optim;

/// <summary>The state of an optimizer in the structure of PyTorch's <c>optimizer.state_dict()</c>.</summary>
public sealed class OptimizerStateDict
{
    /// <summary>
    /// What the optimizer keeps for each parameter, under PyTorch's names, by the parameter's index: tensors, and with
    /// <see cref="LBFGS"/> also numbers and lists. Tensors taken from an optimizer are its own: later steps change them.
    /// </summary>
    public SortedDictionary<int, Dictionary<string, object>> State { get; } = [];

    /// <summary>The groups, in order.</summary>
    public List<OptimizerGroupState> ParamGroups { get; } = [];

    /// <summary>Reads what <see cref="ToDict"/> or PyTorch's <c>optimizer.state_dict()</c> gave.</summary>
    /// <exception cref="CheckpointException">It is no such dict.</exception>
    public static OptimizerStateDict From(TorchDict dict)
    {
        ArgumentNullException.ThrowIfNull(dict);
        return OptimizerStateFormat.Read(dict);
    }

    /// <summary>The dict that PyTorch's <c>optimizer.load_state_dict</c> takes.</summary>
    public TorchDict ToDict() => OptimizerStateFormat.Write(this);
}

/// <summary>One parameter group of an <see cref="OptimizerStateDict"/>.</summary>
/// <param name="Options">Hyperparameters under PyTorch's names: double, bool, long, string, or a pair of double.</param>
/// <param name="Params">The indices of the parameters, counted over all groups.</param>
public sealed record OptimizerGroupState(IReadOnlyDictionary<string, object> Options, IReadOnlyList<int> Params)
{
    /// <summary>The names of the parameters, where the group was made with names: PyTorch 2's <c>param_names</c>. For people; parameters are told apart by their order.</summary>
    public IReadOnlyList<string>? ParamNames { get; init; }
}

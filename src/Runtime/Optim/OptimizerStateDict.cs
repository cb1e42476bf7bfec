namespace NnGen.Optim;

/// <summary>The state of an optimizer in the structure of PyTorch's <c>optimizer.state_dict()</c>.</summary>
public sealed class OptimizerStateDict
{
    /// <summary>
    /// The tensors that the optimizer keeps for each parameter, under PyTorch's names, by the parameter's index. Tensors taken from
    /// an optimizer are its own: later steps change them.
    /// </summary>
    public SortedDictionary<int, Dictionary<string, TensorBase>> State { get; } = [];

    /// <summary>The groups, in order.</summary>
    public List<OptimizerGroupState> ParamGroups { get; } = [];
}

/// <summary>One parameter group of an <see cref="OptimizerStateDict"/>.</summary>
/// <param name="Options">Hyperparameters under PyTorch's names: double, bool, or a pair of double.</param>
/// <param name="Params">The indices of the parameters, counted over all groups.</param>
public sealed record OptimizerGroupState(IReadOnlyDictionary<string, object> Options, IReadOnlyList<int> Params);

namespace NnGen.Optim;

/// <summary>The state of an optimizer as the dict that PyTorch's <c>optimizer.state_dict()</c> is.</summary>
internal static class OptimizerStateFormat
{
    private const string StateKey = "state";
    private const string GroupsKey = "param_groups";
    private const string ParamsKey = "params";
    private const string NamesKey = "param_names";

    public static TorchDict Write(OptimizerStateDict state)
    {
        var values = new TorchDict();
        foreach (var (index, named) in state.State)
        {
            var entry = new TorchDict();
            foreach (var (name, value) in named)
                entry[name] = value;
            values[index] = entry;
        }

        return new TorchDict { { StateKey, values }, { GroupsKey, state.ParamGroups.Select(group => (object?)WriteGroup(group)).ToList() } };
    }

    public static OptimizerStateDict Read(TorchDict dict)
    {
        var result = new OptimizerStateDict();
        foreach (var (key, value) in dict.Get<TorchDict>(StateKey))
        {
            var entry = value as TorchDict
                ?? throw new CheckpointException($"The state of parameter {key} is {TorchDict.TypeName(value)}: a dict was expected.");
            result.State[Index(key)] = entry.Where(pair => pair.Value is not null).ToDictionary(pair => $"{pair.Key}", pair => pair.Value!);
        }

        foreach (var group in dict.Get<List<object?>>(GroupsKey))
            result.ParamGroups.Add(ReadGroup(group as TorchDict ?? throw new CheckpointException("A parameter group is not a dict.")));
        return result;
    }

    private static TorchDict WriteGroup(OptimizerGroupState group)
    {
        var dict = new TorchDict();
        foreach (var (name, value) in group.Options)
            dict[name] = value is ValueTuple<double, double> pair ? new TorchTuple(pair.Item1, pair.Item2) : value;
        if (group.ParamNames is not null)
            dict[NamesKey] = group.ParamNames.Select(name => (object?)name).ToList();
        dict[ParamsKey] = group.Params.Select(index => (object?)(long)index).ToList();
        return dict;
    }

    private static OptimizerGroupState ReadGroup(TorchDict group)
    {
        var options = new Dictionary<string, object>();
        foreach (var (key, value) in group)
        {
            if (key is string name && name is not (ParamsKey or NamesKey) && value is not null)
                options[name] = value is TorchTuple { Count: 2 } pair ? (Number(pair[0], name), Number(pair[1], name)) : value;
        }

        return new OptimizerGroupState(options, [.. group.Get<List<object?>>(ParamsKey).Select(Index)])
        {
            ParamNames = group.ContainsKey(NamesKey) ? [.. group.Get<List<object?>>(NamesKey).Select(name => $"{name}")] : null,
        };
    }

    private static double Number(object? value, string name) => value switch
    {
        double number => number,
        long number => number,
        _ => throw new CheckpointException($"The option '{name}' holds {TorchDict.TypeName(value)}: numbers were expected."),
    };

    private static int Index(object? value) => value is long and >= 0 and <= int.MaxValue
        ? (int)(long)value
        : throw new CheckpointException($"'{value}' stands where the index of a parameter was expected.");
}

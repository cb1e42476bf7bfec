using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Differentiation;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>Memory that one or several values, or their gradients, live in one after the other.</summary>
/// <param name="root">The value it is named after and as long as.</param>
/// <param name="first">When it is written first.</param>
internal sealed class Storage(int root, int first)
{
    public int Root { get; } = root;

    public int First { get; set; } = first;

    /// <summary>When the forward pass reads it last.</summary>
    public int LastForward { get; set; } = first;

    /// <summary>When it is read last where a backward pass follows.</summary>
    public int Last { get; set; } = first;

    /// <summary>The result that the caller gives memory for, or null.</summary>
    public int? Result { get; set; }

    public void Read(int time, bool isForward)
    {
        Last = Math.Max(Last, time);
        if (isForward)
            LastForward = Math.Max(LastForward, time);
    }
}

/// <summary>
/// Gives every computed value and every gradient of one a place: the caller's memory for what is returned, else a slot. A
/// pointwise result takes over the memory of an input that nothing reads afterwards, and its input's gradient that of its own.
/// </summary>
internal sealed class MemoryPlanner
{
    private readonly FusedMethod _method;
    private readonly AliasGroups _groups;
    private readonly ReversePass _reverse;
    private readonly Timeline _time;
    private readonly Func<int, int, bool> _sameShape;
    private readonly Dictionary<int, Storage> _values = [];
    private readonly Dictionary<int, Storage> _gradients = [];
    private readonly Dictionary<int, int> _directGradients = [];

    /// <param name="method">The fused method.</param>
    /// <param name="groups">Which values share memory as views.</param>
    /// <param name="reverse">The reverse pass.</param>
    /// <param name="time">When what happens.</param>
    /// <param name="sameShape">Whether two values are known to have one shape.</param>
    public MemoryPlanner(FusedMethod method, AliasGroups groups, ReversePass reverse, Timeline time, Func<int, int, bool> sameShape)
    {
        _method = method;
        _groups = groups;
        _reverse = reverse;
        _time = time;
        _sameShape = sameShape;
        PlaceValues();
        PlaceGradients();
    }

    /// <summary>Slots for values, in the order of their first write.</summary>
    public IEnumerable<Storage> ValueSlots => Distinct(_values).Where(storage => storage.Result is null);

    /// <summary>Slots for gradients, in the order of the values.</summary>
    public IEnumerable<Storage> GradientSlots => Distinct(_gradients);

    /// <summary>The memory of a computed value.</summary>
    public Storage Value(int value) => _values[_groups.Root(value)];

    /// <summary>The slot of the gradient of a computed value, or null where the result's gradient is all of it.</summary>
    public Storage? Gradient(int root) => _gradients.TryGetValue(root, out var storage) ? storage : null;

    /// <summary>The only result whose gradient is that of this value.</summary>
    public int DirectGradient(int root) => _directGradients[root];

    private static IEnumerable<Storage> Distinct(Dictionary<int, Storage> storages)
        => storages.OrderBy(pair => pair.Key).Select(pair => pair.Value).Distinct();

    private bool IsComputed(int root) => _method.Values[root].Origin == ValueOrigin.Statement;

    private void PlaceValues()
    {
        for (var time = 0; time < _time.Forward.Count; time++)
        {
            foreach (var result in _time.Forward[time].Results)
                _values.Add(result.Value, new Storage(result.Value, time));
            foreach (var read in _time.Forward[time].Reads.Where(value => IsComputed(_groups.Root(value))))
                Value(read).Read(time, isForward: true);
        }

        for (var i = 0; i < _time.Backward.Count; i++)
        {
            var step = _time.Backward[i].Step;
            foreach (var tensor in step.Inputs.Concat(step.Results).Where(tensor => step.Saves(tensor.Name) && IsComputed(_groups.Root(tensor.Value))))
                Value(tensor.Value).Read(_time.BackwardTime(i), isForward: false);
        }

        for (var i = 0; i < _method.Method.Results.Count; i++)
        {
            var root = _groups.Root(_method.Method.Results[i].Value);
            if (!IsComputed(root))
                continue;
            if (_values[root].Result is null && !_groups.IsList(root))
                _values[root].Result = i;
            else
                _values[root].Read(_time.CopyTime, isForward: true);
        }

        for (var time = 0; time < _time.Forward.Count; time++)
        {
            if (_time.Forward[time] is PointwiseStep step)
                ReuseInput(step, time);
        }
    }

    private void ReuseInput(PointwiseStep step, int time)
    {
        var result = step.Results[0].Value;
        foreach (var input in step.Inputs)
        {
            var root = _groups.Root(input.Value);
            if (!IsComputed(root) || _groups.IsList(root) || !(step.Inputs.Count == 1 || _sameShape(input.Value, result)))
                continue;
            var storage = _values[root];
            if (storage.Result is not null || storage.Last != time)
                continue;
            var next = _values[result];
            storage.LastForward = next.LastForward;
            storage.Last = next.Last;
            storage.Result = next.Result;
            _values[result] = storage;
            return;
        }
    }

    private void PlaceGradients()
    {
        var written = new HashSet<int>(_time.Backward.SelectMany(step => step.Writes).Select(write => write.Root));
        foreach (var seeds in _reverse.Seeds.Where(seed => IsComputed(seed.Root)).GroupBy(seed => seed.Root))
        {
            if (seeds.Count() == 1 && !written.Contains(seeds.Key) && !_groups.IsList(seeds.Key))
                _directGradients.Add(seeds.Key, seeds.Single().Result);
            else
                _gradients.Add(seeds.Key, new Storage(seeds.Key, _time.SeedTime));
        }

        for (var i = 0; i < _time.Backward.Count; i++)
        {
            var time = _time.BackwardTime(i);
            foreach (var root in _time.Backward[i].Writes.Select(write => write.Root).Concat(_time.Backward[i].Zeroed).Where(IsComputed))
            {
                if (!_gradients.ContainsKey(root))
                    _gradients.Add(root, new Storage(root, time));
            }

            foreach (var read in _time.Backward[i].Reads)
                Gradient(read.Root)?.Read(time, isForward: false);
        }

        foreach (var step in _time.Backward)
            ReuseGradient(step);
    }

    private void ReuseGradient(BackwardStep step)
    {
        if (step.Step is not PointwiseStep { Inputs.Count: 1 } || step.Writes.Count == 0 || !step.Writes[0].IsFirst
            || Gradient(step.Writes[0].Root) is not { } gradient || Gradient(step.Reads[0].Root) is not { } own)
            return;
        own.Read(gradient.Last, isForward: false);
        _gradients[step.Writes[0].Root] = own;
    }
}

using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// The softmax of very many classes, of which rare ones stand in clusters that are computed only where they are the target (Grave et
/// al. 2017): torch.nn.AdaptiveLogSoftmaxWithLoss. What is computed depends on the targets, so it runs op by op.
/// </summary>
public sealed class AdaptiveLogSoftmaxWithLoss : Module
{
    private readonly int[] _bounds;

    /// <summary>Draws the weights of the head, then those of each cluster.</summary>
    /// <param name="inFeatures">Size of an input.</param>
    /// <param name="nClasses">Number of classes, the most frequent ones first.</param>
    /// <param name="cutoffs">Where the clusters begin: increasing, each between 1 and <paramref name="nClasses"/> - 1.</param>
    /// <param name="divValue">By how much each cluster's inner size is smaller than the one before. Default: 4.</param>
    /// <param name="headBias">Whether the head has a bias. Default: no.</param>
    /// <exception cref="ArgumentException">The cutoffs are not increasing or out of range.</exception>
    public AdaptiveLogSoftmaxWithLoss(int inFeatures, int nClasses, IReadOnlyList<int> cutoffs, double divValue = 4, bool headBias = false)
    {
        ArgumentNullException.ThrowIfNull(cutoffs);
        _bounds = [0, .. cutoffs, nClasses];
        if (cutoffs.Count == 0 || _bounds.Zip(_bounds.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException(
                "cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each value is between 1 and "
                + "n_classes-1",
                nameof(cutoffs));
        }

        (InFeatures, NClasses, DivValue) = (inFeatures, nClasses, divValue);
        Head = new Linear(inFeatures, ShortlistSize + cutoffs.Count, headBias);
        Tail = new ModuleList<Sequential>(cutoffs.Count, Cluster);
    }

    /// <summary>Size of an input.</summary>
    public int InFeatures { get; }

    /// <summary>Number of classes.</summary>
    public int NClasses { get; }

    /// <summary>By how much each cluster's inner size is smaller than the one before.</summary>
    public double DivValue { get; }

    /// <summary>Where the clusters begin and end.</summary>
    public IReadOnlyList<int> Cutoffs => _bounds[1..];

    /// <summary>How many classes stand in the head.</summary>
    public int ShortlistSize => _bounds[1];

    /// <summary>Scores of the frequent classes, and of each cluster as a whole.</summary>
    public Linear Head { get; }

    /// <summary>Scores of the classes of each cluster.</summary>
    public ModuleList<Sequential> Tail { get; }

    /// <summary>The logarithm of the probability of each target, and the loss: minus their mean.</summary>
    /// <param name="input">[N, inFeatures] or [inFeatures].</param>
    /// <param name="target">Classes: [N], or a scalar.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a target is no class.</exception>
    public (Tensor Output, Tensor Loss) Forward(Tensor input, Tensor<long> target)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(target);
        CheckShapes(input, target);
        if (target.Rank == 0)
            input = input.Unsqueeze(0);
        CheckTargets(target);
        var columns = target.ToArray();
        var output = Tensor.Zeros(columns.Length);
        for (var cluster = 0; cluster < Tail.Count; cluster++)
        {
            if (Rows(target, cluster) is not { Length: > 0 } rows)
                continue;
            var index = Tensor<long>.From(rows);
            var relative = Tensor<long>.From(Array.ConvertAll(rows, row => columns[row] - _bounds[cluster + 1]));
            var logits = F.LogSoftmax(Tail[cluster].Forward(input.IndexSelect(0, index)), 1);
            output = output.ScatterAdd(0, index, logits.Gather(1, relative.Unsqueeze(1)).Squeeze(1));
            foreach (var row in rows)
                columns[row] = ShortlistSize + cluster;
        }

        var head = F.LogSoftmax(Head.Forward(input), 1);
        output += head.Gather(1, Tensor<long>.From(columns).Unsqueeze(1)).Squeeze(1);
        var loss = (-output).Mean();
        return (target.Rank == 0 ? output.Squeeze(0) : output, loss);
    }

    /// <summary>The output and the loss, which know their backward.</summary>
    /// <inheritdoc cref="Forward"/>
    public (Tensor Output, Tensor Loss) Call(Tensor input, Tensor<long> target) => Forward(input, target);

    /// <summary>The logarithm of the probability of every class.</summary>
    /// <param name="input">[N, inFeatures].</param>
    /// <returns>[N, nClasses].</returns>
    public Tensor LogProb(Tensor input)
    {
        var head = F.LogSoftmax(Head.Forward(input), 1);
        var parts = new List<Tensor> { head.Narrow(1, 0, ShortlistSize) };
        for (var cluster = 0; cluster < Tail.Count; cluster++)
            parts.Add(F.LogSoftmax(Tail[cluster].Forward(input), 1) + head.Narrow(1, ShortlistSize + cluster, 1));
        return F.Cat(parts, 1);
    }

    /// <summary>The most probable class of each input, without the clusters where the head decides.</summary>
    /// <param name="input">[N, inFeatures].</param>
    /// <returns>[N].</returns>
    public Tensor<long> Predict(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = Autograd.NoGrad();
        var classes = Head.Forward(input).ArgMax(1).ToArray();
        var open = Enumerable.Range(0, classes.Length).Where(row => classes[row] >= ShortlistSize).Select(row => (long)row).ToArray();
        if (open.Length > 0)
        {
            var found = LogProb(input.IndexSelect(0, Tensor<long>.From(open))).ArgMax(1);
            for (var i = 0; i < open.Length; i++)
                classes[open[i]] = found.AsSpan()[i];
        }

        return Tensor<long>.From(classes);
    }

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        visitor.Module("head", Head);
        visitor.Module("tail", Tail);
    }

    private Sequential Cluster(int number)
    {
        var inner = (int)Math.Floor(InFeatures / Math.Pow(DivValue, number + 1));
        return new Sequential(
            new Linear(InFeatures, inner, bias: false), new Linear(inner, _bounds[number + 2] - _bounds[number + 1], bias: false));
    }

    /// <summary>The rows whose target stands in a cluster.</summary>
    private long[] Rows(Tensor<long> target, int cluster)
    {
        var rows = new List<long>();
        for (var row = 0; row < target.Count; row++)
        {
            if (target.AsSpan()[row] >= _bounds[cluster + 1] && target.AsSpan()[row] < _bounds[cluster + 2])
                rows.Add(row);
        }

        return [.. rows];
    }

    private void CheckTargets(Tensor<long> target)
    {
        foreach (var value in target.AsSpan())
        {
            if (value < 0 || value >= NClasses)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(target), value, $"Target values should be in [0, {NClasses - 1}], but {value} was found.");
            }
        }
    }

    private static void CheckShapes(Tensor input, Tensor<long> target)
    {
        switch (target.Rank)
        {
            case 1 when input.Rank != 2:
                throw new ShapeException("1D target tensor expects 2D input tensors, but found inputs with size " + input.Shape);
            case 1 when input.Shape[0] != target.Shape[0]:
                throw new ShapeException("Input and target should have the same size in the batch dimension.");
            case 0 when input.Rank != 1:
                throw new ShapeException("0D target tensor expects 1D input tensors, but found inputs with size " + input.Shape);
            case > 1:
                throw new ShapeException("0D or 1D target tensor expected, multi-target not supported");
        }
    }
}

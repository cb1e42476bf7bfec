using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

/// <summary>Samples of every op, by its type. An op without samples fails the completeness test.</summary>
internal static partial class OpSamples
{
    public static IReadOnlyDictionary<Type, OpSample[]> All { get; } = new Dictionary<Type, OpSample[]>(
        [
            .. Pointwise(),
            .. Shaping(),
            .. Reductions(),
            .. Products(),
            .. Losses(),
            .. ElementLosses(),
            .. SampleLosses(),
            .. Layers(),
            .. Comparisons(),
            .. Activations(),
            .. Recurrent(),
            .. Sequences(),
            .. Functions(),
            .. AnyTypes(),
            .. VisionSamples.All(),
        ]);

    private static KeyValuePair<Type, OpSample[]> Of(Type op, params OpSample[] samples) => new(op, samples);

    private static OpSample Unary(string name, Tensor x, Func<Tensor, Tensor> apply) => new(name, [x], inputs => [apply(inputs[0])]);

    private static OpSample Binary(string name, Tensor a, Tensor b, Func<Tensor, Tensor, Tensor> apply)
        => new(name, [a, b], inputs => [apply(inputs[0], inputs[1])], CanTie: a.Shape == b.Shape);

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Pointwise()
    {
        yield return Of(typeof(ReluOp), Unary("long", Apart(67), x => F.Relu(x)));
        yield return Of(typeof(SigmoidOp), Unary("matrix", Values(1, 5, 7), x => F.Sigmoid(x)));
        yield return Of(typeof(TanhOp), Unary("matrix", Values(1, 5, 7), x => F.Tanh(x)));
        yield return Of(typeof(NegOp), Unary("vector", Values(1, 19), x => -x));
        yield return Of(typeof(ExpOp), Unary("vector", Values(1, 19), x => x.Exp()));
        yield return Of(typeof(LogOp), Unary("vector", Positive(1, 19), x => x.Log()));
        yield return Of(typeof(SqrtOp), Unary("vector", Positive(1, 19), x => x.Sqrt()));
        yield return Of(typeof(AbsOp), Unary("vector", Apart(19), x => x.Abs()));
        yield return Of(typeof(SquareOp), Unary("vector", Values(1, 19), x => x.Square()));
        yield return Of(
            typeof(PowScalarOp),
            Unary("square", Values(1, 19), x => x.Pow(2)),
            Unary("cube", Values(1, 19), x => x.Pow(3)),
            Unary("zero", Values(1, 19), x => x.Pow(0)),
            Unary("reciprocal", Positive(1, 19), x => x.Pow(-1)),
            Unary("root", Positive(1, 19), x => x.Pow(0.5)),
            Unary("any", Positive(1, 19), x => x.Pow(1.7)));
        yield return Of(
            typeof(ClampOp),
            Unary("both", Apart(19), x => x.Clamp(-0.4, 0.5)),
            Unary("min", Apart(19), x => x.Clamp(min: -0.4)),
            Unary("max", Apart(19), x => x.Clamp(max: 0.5)));
        yield return Of(typeof(AddScalarOp), Unary("right", Values(1, 9), x => x + 2), Unary("left", Values(1, 9), x => 0.5 + x));
        yield return Of(typeof(SubScalarOp), Unary("vector", Values(1, 9), x => x - 1.5));
        yield return Of(typeof(ScalarSubOp), Unary("vector", Values(1, 9), x => 1.5 - x));
        yield return Of(typeof(MulScalarOp), Unary("right", Values(1, 9), x => x * 1.5), Unary("left", Values(1, 9), x => 1.5f * x));
        yield return Of(typeof(DivScalarOp), Unary("vector", Values(1, 9), x => x / 1.5));
        yield return Of(typeof(ScalarDivOp), Unary("vector", Positive(1, 9), x => 1.5 / x));
        yield return Of(typeof(AddOp), Broadcasts((a, b) => a + b));
        yield return Of(typeof(SubOp), Broadcasts((a, b) => a - b));
        yield return Of(typeof(MulOp), Broadcasts((a, b) => a * b));
        yield return Of(typeof(DivOp), Broadcasts((a, b) => a / b));
    }

    private static OpSample[] Broadcasts(Func<Tensor, Tensor, Tensor> apply) =>
    [
        Binary("same shape", Positive(1, 5, 7), Positive(2, 5, 7), apply),
        Binary("row", Positive(1, 5, 7), Positive(2, 7), apply),
        Binary("column", Positive(1, 5, 1), Positive(2, 5, 7), apply),
        Binary("scalar", Positive(1), Positive(2, 3, 5), apply),
        Binary("both", Positive(1, 3, 1, 5), Positive(2, 4, 1), apply),
    ];

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Shaping()
    {
        yield return Of(typeof(FlattenOp), Unary("inner", Values(1, 2, 3, 5), x => F.Flatten(x, 1)));
        yield return Of(typeof(ReshapeOp), Unary("open size", Values(1, 2, 6), x => x.View(3, -1)));
        yield return Of(
            typeof(SqueezeOp),
            Unary("all", Values(1, 1, 3, 1), x => x.Squeeze()),
            Unary("one", Values(1, 1, 3, 1), x => x.Squeeze(-1)));
        yield return Of(typeof(CloneOp), Unary("vector", Values(1, 9), x => x.Clone()));
        yield return Of(typeof(DetachOp), Unary("vector", Values(1, 9), x => x.Detach()));
        yield return Of(typeof(UnsqueezeOp), Unary("last", Values(1, 3, 2), x => x.Unsqueeze(-1)));
        yield return Of(
            typeof(TransposeOp),
            Unary("matrix", Values(1, 5, 7), x => x.Transpose(0, 1)),
            Unary("outer", Values(1, 2, 3, 5), x => x.Transpose(0, -2)));
        yield return Of(
            typeof(PermuteOp),
            Unary("cycle", Values(1, 2, 3, 5), x => x.Permute(2, 0, 1)),
            Unary("channels last", Values(1, 2, 3, 2, 2), x => x.Permute(0, 2, 3, 1)));
        yield return Of(
            typeof(ExpandOp),
            Unary("row", Values(1, 1, 5), x => x.Expand(3, -1)),
            Unary("new", Values(1, 3, 1), x => x.Expand(2, 3, 4)));
        yield return Of(
            typeof(SelectOp),
            Unary("last", Values(1, 4, 5), x => x[.., ^1]),
            Unary("two", Values(1, 2, 4, 5), x => x[1, .., 2]));
        yield return Of(
            typeof(SliceOp),
            Unary("rows", Values(1, 5, 3), x => x[1..3]),
            Unary("steps", Values(1, 2, 7), x => x.Slice(1, 1, step: 2)));
        yield return Of(
            typeof(CatOp),
            new OpSample("rows", [Values(1, 2, 3), Values(2, 4, 3)], x => [F.Cat(x)]),
            new OpSample("columns", [Values(1, 2, 3), Values(2, 2, 3), Values(3, 2, 1)], x => [F.Cat(x, dim: -1)], CanTie: true));
        yield return Of(
            typeof(StackOp),
            new OpSample("inner", [Values(1, 2, 3), Values(2, 2, 3)], x => [F.Stack(x, dim: 1)], CanTie: true));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Reductions()
    {
        yield return Of(typeof(SumOp), Dims(Waves, (x, dim, keepDim) => dim is null ? x.Sum() : x.Sum(dim, keepDim)));
        yield return Of(typeof(MeanOp), Dims(Waves, (x, dim, keepDim) => dim is null ? x.Mean() : x.Mean(dim, keepDim)));
        yield return Of(
            typeof(VarOp),
            [.. Dims(Waves, (x, dim, keepDim) => dim is null ? x.Var() : x.Var(dim, keepDim)), Unary("biased", Values(1, 3, 4), x => x.Var(1, correction: 0))]);
        yield return Of(
            typeof(StdOp),
            [.. Dims(Apart, (x, dim, keepDim) => dim is null ? x.Std() : x.Std(dim, keepDim)), Unary("biased", Values(1, 3, 4), x => x.Std(1, correction: 0))]);
        yield return Of(typeof(AMaxOp), Dims(Apart, (x, dim, keepDim) => dim is null ? x.Max() : x.AMax(dim, keepDim)));
        yield return Of(typeof(AMinOp), Dims(Apart, (x, dim, keepDim) => dim is null ? x.Min() : x.AMin(dim, keepDim)));
        yield return Of(typeof(MaxOp), Pair("inner", x => x.Max(-1)), Pair("outer", x => x.Max(0, keepDim: true)));
        yield return Of(typeof(MinOp), Pair("inner", x => x.Min(-1)), Pair("outer", x => x.Min(0, keepDim: true)));
        yield return Of(
            typeof(ArgMaxOp),
            new OpSample("all", [Values(1, 3, 4)], x => [x[0].ArgMax()]),
            new OpSample("dim", [Values(1, 3, 4)], x => [x[0].ArgMax(1)]));
        yield return Of(
            typeof(ArgMinOp),
            new OpSample("all", [Values(1, 3, 4)], x => [x[0].ArgMin()]),
            new OpSample("dim", [Values(1, 3, 4)], x => [x[0].ArgMin(0)]));
        yield return Of(typeof(SoftmaxOp), Lines((x, dim) => F.Softmax(x, dim)));
        yield return Of(typeof(LogSoftmaxOp), Lines((x, dim) => F.LogSoftmax(x, dim)));
    }

    private static OpSample Pair(string name, Func<Tensor, (Tensor Values, Tensor<long> Indices)> apply)
        => new(name, [Apart(3, 5)], x => apply(x[0]) is var (values, indices) ? [values, indices] : []);

    private static Tensor Waves(params int[] shape) => Values(1, shape);

    private static OpSample[] Dims(Func<int[], Tensor> values, Func<Tensor, int[]?, bool, Tensor> apply) =>
    [
        Unary("all", values([3, 4, 5]), x => apply(x, null, false)),
        Unary("last", values([3, 37]), x => apply(x, [-1], false)),
        Unary("first", values([3, 37]), x => apply(x, [0], true)),
        Unary("middle", values([3, 4, 5]), x => apply(x, [1], true)),
        Unary("outer and inner", values([3, 4, 5]), x => apply(x, [0, 2], false)),
    ];

    private static OpSample[] Lines(Func<Tensor, int, Tensor> apply) =>
    [
        Unary("rows", Values(1, 3, 37), x => apply(x, -1)),
        Unary("columns", Values(1, 3, 70), x => apply(x, 0)),
        Unary("middle", Values(1, 2, 4, 5), x => apply(x, 1)),
    ];

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Products()
    {
        yield return Of(
            typeof(LinearOp),
            new OpSample("bias", [Values(1, 4, 9), Values(2, 5, 9), Values(3, 5)], x => [F.Linear(x[0], x[1], x[2])]),
            new OpSample("no bias", [Values(1, 5, 5), Values(2, 5, 5)], x => [F.Linear(x[0], x[1])], CanTie: true),
            new OpSample("vector", [Values(1, 7), Values(2, 5, 7), Values(3, 5)], x => [F.Linear(x[0], x[1], x[2])]),
            new OpSample("batch", [Values(1, 2, 3, 7), Values(2, 5, 7), Values(3, 5)], x => [F.Linear(x[0], x[1], x[2])]));
        yield return Of(
            typeof(MatMulOp),
            MatMul("dot", [7], [7]),
            MatMul("vector matrix", [7], [7, 5]),
            MatMul("matrix vector", [5, 7], [7]),
            MatMul("matrix", [5, 5], [5, 5]),
            MatMul("batch matrix", [3, 4, 7], [7, 5]),
            MatMul("batch vector", [3, 4, 7], [7]),
            MatMul("vector batch", [7], [3, 7, 5]),
            MatMul("batch", [3, 4, 4], [3, 4, 4]),
            MatMul("broadcast left", [4, 7], [3, 7, 5]),
            MatMul("broadcast both", [2, 1, 4, 7], [3, 7, 5]));
        yield return Of(
            typeof(BmmOp),
            Binary("batches", Values(1, 3, 4, 7), Values(2, 3, 7, 5), (x, y) => x.Bmm(y)),
            Binary("one shape", Values(1, 3, 4, 4), Values(2, 3, 4, 4), (x, y) => x.Bmm(y)));
        yield return Of(
            typeof(MmOp),
            Binary("matrices", Values(1, 4, 7), Values(2, 7, 5), (x, y) => x.Mm(y)),
            Binary("one shape", Values(1, 4, 4), Values(2, 4, 4), (x, y) => x.Mm(y)));
        yield return Of(typeof(MvOp), Binary("matrix and vector", Values(1, 4, 7), Values(2, 7), (x, y) => x.Mv(y)));
        yield return Of(typeof(DotOp), Binary("vectors", Values(1, 7), Values(2, 7), (x, y) => x.Dot(y)));
        yield return Of(
            typeof(DropoutOp),
            Unary("half", Values(1, 41), x => Replayed(() => F.Dropout(x))),
            Unary("evaluation", Values(1, 9), x => F.Dropout(x, 0.3, training: false)));
    }

    private static OpSample MatMul(string name, int[] a, int[] b) => Binary(name, Values(1, a), Values(2, b), (x, y) => x.MatMul(y));

    /// <summary>With the same random numbers each time.</summary>
    private static Tensor Replayed(Func<Tensor> apply)
    {
        Rng.ManualSeed(3);
        return apply();
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Losses()
    {
        var classes = Tensor<long>.From([2L, 0, 4, 1]);
        var weight = Positive(5, 5);
        var pixels = Tensor<long>.From([2L, 0, 4, 1, 3, 3, 1, 0, 2, 4, 0, 1], 2, 6);
        OpSample Scores(string name, Func<Tensor, Tensor> apply) => Unary(name, Values(1, 4, 5), apply);
        yield return Of(
            typeof(CrossEntropyOp),
            Scores("mean", x => F.CrossEntropy(x, classes)),
            Scores("sum", x => F.CrossEntropy(x, classes, reduction: Reduction.Sum)),
            Scores("none", x => F.CrossEntropy(x, classes, reduction: Reduction.None)),
            Scores("weight", x => F.CrossEntropy(x, classes, weight)),
            Scores("ignore", x => F.CrossEntropy(x, classes, ignoreIndex: 4)),
            Scores("smoothing", x => F.CrossEntropy(x, classes, labelSmoothing: 0.2)),
            Scores("everything", x => F.CrossEntropy(x, classes, weight, ignoreIndex: 0, labelSmoothing: 0.2)),
            Unary("pixels", Values(1, 2, 5, 6), x => F.CrossEntropy(x, pixels, weight, reduction: Reduction.None, labelSmoothing: 0.1)),
            Unary("one sample", Values(1, 5), x => F.CrossEntropy(x, Tensor<long>.From(3L))));
        yield return Of(
            typeof(CrossEntropyProbabilitiesOp),
            Probabilities("mean", (x, t) => F.CrossEntropy(x, t)),
            Probabilities("none", (x, t) => F.CrossEntropy(x, t, reduction: Reduction.None)),
            Probabilities("weight", (x, t) => F.CrossEntropy(x, t, weight, labelSmoothing: 0.2)),
            Binary("one sample", Values(1, 5), Positive(2, 5), (x, t) => F.CrossEntropy(x, t, reduction: Reduction.Sum)));
        yield return Of(
            typeof(NllLossOp),
            Scores("mean", x => F.NllLoss(x, classes)),
            Scores("weight", x => F.NllLoss(x, classes, weight, ignoreIndex: 1)),
            Unary("pixels", Values(1, 2, 5, 6), x => F.NllLoss(x, pixels, reduction: Reduction.None)),
            Unary("one sample", Values(1, 5), x => F.NllLoss(x, Tensor<long>.From(3L), reduction: Reduction.Sum)));
        yield return Of(typeof(MseLossOp), Distances((x, t, reduction) => F.MseLoss(x, t, reduction)));
        yield return Of(typeof(L1LossOp), Distances((x, t, reduction) => F.L1Loss(x, t, reduction)));
    }

    private static OpSample Probabilities(string name, Func<Tensor, Tensor, Tensor> apply)
        => Binary(name, Values(1, 4, 5), Positive(2, 4, 5), apply);

    private static OpSample[] Distances(Func<Tensor, Tensor, Reduction, Tensor> apply) =>
        [.. new[] { Reduction.None, Reduction.Mean, Reduction.Sum }.Select(r => Binary(r.ToString(), Apart(3, 7), Values(2, 3, 7) * 0.01, (x, t) => apply(x, t, r)))];

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Comparisons()
    {
        var x = Tensor.From([1f, 2, float.NaN, 2]);
        OpSample With(Func<Tensor, TensorBase> apply) => new("vector", [x], inputs => [apply(inputs[0])]);
        Tensor[] both = [x, Tensor.From([2f], 1, 1)];
        OpSample Both(Func<Tensor, Tensor, TensorBase> apply) => new("row", both, inputs => [apply(inputs[0], inputs[1])]);
        yield return Of(typeof(EqOp), Both((a, b) => a.Eq(b)));
        yield return Of(typeof(NeOp), Both((a, b) => a.Ne(b)));
        yield return Of(typeof(LtOp), Both((a, b) => a.Lt(b)));
        yield return Of(typeof(LeOp), Both((a, b) => a.Le(b)));
        yield return Of(typeof(GtOp), Both((a, b) => a.Gt(b)));
        yield return Of(typeof(GeOp), Both((a, b) => a.Ge(b)));
        yield return Of(typeof(EqScalarOp), With(a => a.Eq(2)));
        yield return Of(typeof(NeScalarOp), With(a => a.Ne(2)));
        yield return Of(typeof(LtScalarOp), With(a => a.Lt(2)));
        yield return Of(typeof(LeScalarOp), With(a => a.Le(2)));
        yield return Of(typeof(GtScalarOp), With(a => a.Gt(2)));
        yield return Of(typeof(GeScalarOp), With(a => a.Ge(2)));
    }
}

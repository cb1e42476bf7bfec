using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

// Functions of tensors of any type, and those that move elements.
internal static partial class OpSamples
{
    private static IEnumerable<KeyValuePair<Type, OpSample[]>> AnyTypes() => [.. Moving(), .. Scattering(), .. Matrices(), .. Typed(), .. Tests()];

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Moving()
    {
        yield return Of(typeof(FlipOp), Unary("last", Values(1, 3, 4), x => x.Flip(-1)), Unary("both", Values(1, 3, 4), x => x.Flip(0, 1)));
        yield return Of(typeof(RollOp), Unary("all", Values(1, 3, 4), x => x.Roll(5)), Unary("dims", Values(1, 3, 4), x => x.Roll([1, -2], [0, 1])));
        yield return Of(typeof(RepeatOp), Unary("rows", Values(1, 3, 2), x => x.Repeat(2, 3)), Unary("new", Values(1, 3), x => x.Repeat(2, 2)));
        yield return Of(typeof(RepeatInterleaveOp), Unary("middle", Values(1, 2, 3, 2), x => x.RepeatInterleave(3, 1)));
        yield return Of(typeof(ExpandAsOp), Unary("row", Values(1, 3, 1), x => x.ExpandAs(Tensor.Zeros(2, 3, 4))));
        yield return Of(typeof(ViewAsOp), Unary("matrix", Values(1, 6), x => x.ViewAs(Tensor.Zeros(2, 3))));
        yield return Of(
            typeof(SelectAtOp),
            Unary("middle", Values(1, 2, 3, 4), x => SelectAtOp.Apply(x, Tensor<long>.From([2L], []), 1)),
            Unary("from the end", Values(1, 3, 4), x => SelectAtOp.Apply(x, Tensor<long>.From([-1L], []), -1)));
        yield return Of(typeof(ContiguousOp), Unary("vector", Values(1, 6), x => ContiguousOp.Apply(x)));
        yield return Of(typeof(TrilOp), Unary("main", Values(1, 2, 3, 4), x => x.Tril()), Unary("above", Values(1, 3, 4), x => x.Tril(1)));
        yield return Of(typeof(TriuOp), Unary("main", Values(1, 2, 3, 4), x => x.Triu()), Unary("below", Values(1, 3, 4), x => x.Triu(-1)));
        yield return Of(typeof(TensorUnfoldOp), Unary("overlapping", Values(1, 2, 7, 2), x => x.Unfold(1, 3, 2)));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Scattering()
    {
        var index = Tensor<long>.From([2L, 0, 1, 1], 2, 2);
        yield return Of(typeof(ScatterOp), Binary("rows", Values(1, 3, 4), Values(2, 3, 2), (x, src) => x.Scatter(0, index[.., ..1], src)));
        yield return Of(typeof(ScatterAddOp), Binary("columns", Values(1, 3, 4), Values(2, 3, 2), (x, src) => x.ScatterAdd(1, index, src)));
        yield return Of(typeof(ScatterValueOp), Unary("rows", Values(1, 3, 4), x => x.Scatter(0, index, 0.5)));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Matrices()
    {
        OpSample Added(string name, int[] x, int[] a, int[] b)
            => new(name, [Values(1, x), Values(2, a), Values(3, b)], t => [t[0].Addmm(t[1], t[2], beta: 0.5, alpha: 2)]);
        yield return Of(
            typeof(SolveOp),
            new OpSample("batch", [Tensor.Eye(3) + (0.25f * Values(1, 2, 3, 3)), Values(2, 2, 3, 2)], t => [SolveOp.Apply(t[0], t[1])]));
        yield return Of(
            typeof(PdistOp),
            Unary("2", Values(1, 4, 3), x => F.Pdist(x)),
            Unary("1.5", Values(1, 4, 3), x => F.Pdist(x, 1.5)));
        yield return Of(
            typeof(DiagonalOp),
            Unary("matrix", Values(1, 3, 4), x => x.Diagonal()),
            Unary("below", Values(1, 3, 4, 2), x => x.Diagonal(-1, 1, 0)));
        yield return Of(typeof(DiagEmbedOp), Unary("above", Values(1, 2, 3), x => x.DiagEmbed(1)));
        yield return Of(typeof(CumMaxOp), Unary("columns", Values(1, 4, 3), x => x.CumMax(0).Values));
        yield return Of(typeof(CumMinOp), Unary("rows", Values(1, 4, 3), x => x.CumMin(-1).Values));
        var places = Tensor<long>.From([0L, 2, 1, 0, 2, 2], 2, 3);
        OpSample Combined(ScatterReduction reduce, bool includeSelf) => new(
            $"{reduce}, {includeSelf}",
            [Values(1, 3, 3), 3 * Values(2, 2, 3)],
            t => [t[0].ScatterReduce(0, places, t[1], reduce, includeSelf)]);
        yield return Of(
            typeof(ScatterReduceOp),
            [.. Enum.GetValues<ScatterReduction>().SelectMany(reduce => new[] { Combined(reduce, true), Combined(reduce, false) })]);
        yield return Of(typeof(HardSampleOp), Unary("soft", Values(1, 3, 4), x => HardSampleOp.Apply(x, -1, hard: false)));
        yield return Of(typeof(GumbelNoiseOp), new OpSample("noise", [], _ => [GumbelNoiseOp.Apply(Tensor.Zeros(3), -1)]));
        yield return Of(typeof(OuterOp), Binary("vectors", Values(1, 4), Values(2, 4), (a, b) => a.Outer(b)));
        yield return Of(
            typeof(AddmmOp),
            Added("bias", [5], [3, 4], [4, 5]),
            Added("matrix", [3, 1], [3, 4], [4, 5]),
            Added("batch", [2, 3, 5], [2, 3, 4], [2, 4, 5]));
        OpSample Both(string name, Func<Tensor, (Tensor, Tensor)> apply) => new(name, [Apart(3, 5)], x => apply(x[0]) is var (a, b) ? [a, b] : []);
        yield return Of(typeof(VarMeanOp), Both("all", x => x.VarMean()), Both("rows", x => x.VarMean([1], keepDim: true, correction: 0)));
        yield return Of(typeof(MedianOp), Pair("rows", x => x.Median(1)), Pair("columns", x => x.Median(0, keepDim: true)));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Typed()
    {
        var a = Tensor<long>.From([7L, -7, 6]);
        var b = Tensor<long>.From([2L, 2, -4]);
        OpSample Constant(Func<TensorBase> apply) => new("long", [], _ => [apply()]);
        OpSample Drawn(Func<TensorBase> apply) => new("drawn", [], _ =>
        {
            Rng.ManualSeed(1);
            return [apply()];
        });
        yield return Of(typeof(TypedAddOp), Constant(() => a + b));
        yield return Of(typeof(TypedSubOp), Constant(() => a - b));
        yield return Of(typeof(TypedMulOp), Constant(() => a * b));
        yield return Of(typeof(TypedDivOp), Constant(() => a / b));
        yield return Of(typeof(TypedFloorDivideOp), Constant(() => a.FloorDivide(b)));
        yield return Of(typeof(TypedRemainderOp), Constant(() => a % b));
        yield return Of(typeof(TypedMaximumOp), Constant(() => a.Maximum(b)));
        yield return Of(typeof(TypedMinimumOp), Constant(() => a.Minimum(b)));
        yield return Of(typeof(TypedAddScalarOp), Constant(() => a + 2));
        yield return Of(typeof(TypedSubScalarOp), Constant(() => a - 2));
        yield return Of(typeof(TypedScalarSubOp), Constant(() => 2 - a));
        yield return Of(typeof(TypedMulScalarOp), Constant(() => a * 2));
        yield return Of(typeof(TypedFloorDivideScalarOp), Constant(() => a.FloorDivide(2)));
        yield return Of(typeof(TypedRemainderScalarOp), Constant(() => a % 4));
        yield return Of(typeof(BitwiseAndOp), Constant(() => a & b));
        yield return Of(typeof(BitwiseOrOp), Constant(() => a | b));
        yield return Of(typeof(BitwiseXorOp), Constant(() => a ^ b));
        yield return Of(typeof(BitwiseNotOp), Constant(() => ~a));
        yield return Of(typeof(SnapshotOp), Constant(() => SnapshotOp.Apply(a)));
        yield return Of(typeof(CopyElementsOp), Constant(() => CopyElementsOp.Apply(a, b)));
        yield return Of(typeof(CopyFromOp), Unary("row", Values(1, 2, 3), x => CopyFromOp.Apply(x, Values(2, 3))));
        yield return Of(typeof(FillOp), Unary("vector", Values(1, 6), x => FillOp.Apply(x, 2)));
        yield return Of(typeof(IntegerSumOp), Constant(() => a.Sum()));
        yield return Of(typeof(OneHotOp), Constant(() => F.OneHot(Tensor<long>.From([2L, 0]), 3)));
        yield return Of(typeof(ZerosOp), Constant(() => ZerosOp.Apply([2, 3])));
        yield return Of(typeof(LinspaceOp), Constant(() => LinspaceOp.Apply(-1, 1, 5)));
        yield return Of(typeof(EyeOp), Constant(() => EyeOp.Apply(2, 3)));
        yield return Of(typeof(OnesOp), Constant(() => OnesOp.Apply([2, 3])));
        yield return Of(typeof(FullOp), Constant(() => FullOp.Apply([2, 3], 0.5)));
        yield return Of(typeof(RandOp), Drawn(() => RandOp.Apply([2, 3])));
        yield return Of(typeof(NormalOp), Drawn(() => NormalOp.Apply([2, 3], 1, 0.5)));
        yield return Of(typeof(RandintOp), Drawn(() => RandintOp.Apply([2, 3], -2, 5)));
        yield return Of(typeof(RandpermOp), Drawn(() => RandpermOp.Apply(6)));
        yield return Of(typeof(BernoulliOp), Drawn(() => BernoulliOp.Apply(Tensor.From([0.2f, 0.9f, 0.5f]))));
        yield return Of(typeof(MultinomialOp), Drawn(() => MultinomialOp.Apply(Tensor.From([0.2f, 0.9f, 0.5f, 0.1f], 2, 2), 1)));
        yield return Of(typeof(ArangeOp), Constant(() => ArangeOp.Apply<long>(5, 1, 2)));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Tests()
    {
        OpSample With(Func<Tensor, TensorBase> apply) => new("vector", [Tensor.From([1f, float.NaN, 0, float.PositiveInfinity])], x => [apply(x[0])]);
        yield return Of(typeof(IsNanOp), With(x => x.IsNan()));
        yield return Of(typeof(IsInfOp), With(x => x.IsInf()));
        yield return Of(typeof(IsFiniteOp), With(x => x.IsFinite()));
        yield return Of(typeof(AnyOp), With(x => x.Any()));
        yield return Of(typeof(AllOp), With(x => x.All()));
        yield return Of(typeof(CountNonzeroOp), With(x => x.CountNonzero()));
        yield return Of(typeof(ToFloatOp), With(x => x.Bool().Float()));
        yield return Of(typeof(ToDoubleOp), With(x => x.Double()));
        yield return Of(typeof(ToLongOp), With(x => x[2..3].Long()));
        yield return Of(typeof(ToIntOp), With(x => x[2..3].Int()));
        yield return Of(typeof(ToByteOp), With(x => x[2..3].Byte()));
        yield return Of(typeof(ToBoolOp), With(x => x.Bool()));
    }
}

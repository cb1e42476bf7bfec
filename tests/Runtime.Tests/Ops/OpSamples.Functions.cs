using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

// Tensor functions.
internal static partial class OpSamples
{
    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Functions()
        => [.. ElementFunctions(), .. PairFunctions(), .. Choices(), .. Picking(), .. MoreReductions(), .. Splitting(), .. Einsums()];

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> ElementFunctions()
    {
        KeyValuePair<Type, OpSample[]> Each(Type op, Tensor values, Func<Tensor, Tensor> apply) => Of(op, Unary("vector", values, apply));
        var any = Values(1, 19);
        var inner = Values(1, 19) * 0.8f;
        var positive = Positive(1, 19);
        yield return Each(typeof(Exp2Op), any, x => x.Exp2());
        yield return Each(typeof(Expm1Op), any, x => x.Expm1());
        yield return Each(typeof(Log2Op), positive, x => x.Log2());
        yield return Each(typeof(Log10Op), positive, x => x.Log10());
        yield return Each(typeof(Log1pOp), positive, x => x.Log1p());
        yield return Each(typeof(RsqrtOp), positive, x => x.Rsqrt());
        yield return Each(typeof(ReciprocalOp), positive, x => x.Reciprocal());
        yield return Each(typeof(SinOp), any, x => x.Sin());
        yield return Each(typeof(CosOp), any, x => x.Cos());
        yield return Each(typeof(TanOp), any, x => x.Tan());
        yield return Each(typeof(AsinOp), inner, x => x.Asin());
        yield return Each(typeof(AcosOp), inner, x => x.Acos());
        yield return Each(typeof(AtanOp), Values(1, 19) * 3, x => x.Atan());
        yield return Each(typeof(SinhOp), any, x => x.Sinh());
        yield return Each(typeof(CoshOp), any, x => x.Cosh());
        yield return Each(typeof(AsinhOp), any, x => x.Asinh());
        yield return Each(typeof(AcoshOp), positive + 1, x => x.Acosh());
        yield return Each(typeof(AtanhOp), inner, x => x.Atanh());
        yield return Each(typeof(ErfOp), any, x => x.Erf());
        yield return Each(typeof(ErfcOp), Values(1, 19) * 3, x => x.Erfc());
        yield return Each(typeof(ErfinvOp), inner, x => x.Erfinv());
        yield return Each(typeof(SignOp), Apart(19), x => x.Sign());
        yield return Each(typeof(FloorOp), Apart(19), x => x.Floor());
        yield return Each(typeof(CeilOp), Apart(19), x => x.Ceil());
        yield return Each(typeof(RoundOp), Apart(17), x => x.Round());
        yield return Each(typeof(TruncOp), Apart(19), x => x.Trunc());
        yield return Each(typeof(FracOp), Apart(19), x => x.Frac());
        yield return Each(typeof(NanToNumOp), any, x => x.NanToNum());
        yield return Each(typeof(ScalarPowOp), any, x => F.Pow(2, x));
        yield return Each(typeof(FmodScalarOp), Apart(19), x => x.Fmod(0.7));
        yield return Each(typeof(RemainderScalarOp), Apart(19), x => x.Remainder(0.7));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> PairFunctions()
    {
        yield return Of(typeof(PowOp), Broadcasts((a, b) => a.Pow(b)));
        yield return Of(typeof(Atan2Op), Broadcasts((a, b) => a.Atan2(b)));
        yield return Of(typeof(HypotOp), Broadcasts((a, b) => a.Hypot(b)));
        yield return Of(typeof(LogaddexpOp), Broadcasts((a, b) => a.Logaddexp(b)));
        yield return Of(typeof(XlogyOp), Broadcasts((a, b) => a.Xlogy(b)));
        yield return Of(typeof(LerpScalarOp), Broadcasts((a, b) => a.Lerp(b, 0.3)));
        var (left, right) = (Apart(5, 7), Values(2, 7) * 0.01f);
        yield return Of(typeof(MaximumOp), Binary("row", left, right, (a, b) => a.Maximum(b)));
        yield return Of(typeof(MinimumOp), Binary("row", left, right, (a, b) => a.Minimum(b)));
        yield return Of(typeof(FmodOp), Binary("row", left, Tensor.Full([7], 1.2), (a, b) => a.Fmod(b)));
        yield return Of(typeof(RemainderOp), Binary("row", left, Tensor.Full([7], 1.2), (a, b) => a.Remainder(b)));
        OpSample Three(Func<Tensor, Tensor, Tensor, Tensor> apply)
            => new("broadcast", [Values(1, 3, 5), Positive(2, 5), Positive(3, 3, 1)], x => [apply(x[0], x[1], x[2])]);
        yield return Of(typeof(LerpOp), Three((a, b, w) => a.Lerp(b, w)));
        yield return Of(typeof(AddcmulOp), Three((x, a, b) => x.Addcmul(a, b, 0.5)));
        yield return Of(typeof(AddcdivOp), Three((x, a, b) => x.Addcdiv(a, b, 0.5)));
        yield return Of(
            typeof(ClampTensorOp),
            new OpSample("broadcast", [Apart(3, 5), Values(2, 5) * 0.01f, Values(3, 3, 1) * 0.01f + 0.41f], x => [x[0].Clamp(x[1], x[2])]));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Choices()
    {
        var mask = Values(9, 3, 11).Gt(0);
        var row = Values(9, 11).Gt(0);
        yield return Of(
            typeof(WhereOp),
            Binary("same shape", Values(1, 3, 11), Values(2, 3, 11), (a, b) => F.Where(mask, a, b)),
            Binary("broadcast", Values(1, 3, 1), Values(2, 1), (a, b) => F.Where(row, a, b)));
        yield return Of(
            typeof(WhereScalarOp),
            Unary("same shape", Values(1, 3, 11), x => F.Where(mask, x, 2)),
            Unary("broadcast", Values(1, 11), x => x.Where(mask, 2)));
        yield return Of(
            typeof(MaskedFillOp),
            Unary("row", Values(1, 3, 11), x => x.MaskedFill(row, 2)),
            Unary("broadcast", Values(1, 3, 1), x => F.Where(row, 2, x)));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Picking()
    {
        var index = Tensor<long>.From([2L, 0, 2, 1], 2, 2);
        var list = Tensor<long>.From([2L, 0, 2]);
        yield return Of(
            typeof(GatherOp),
            Unary("rows", Values(1, 3, 4), x => x.Gather(0, index)),
            Unary("columns", Values(1, 3, 4), x => x.Gather(-1, index)));
        yield return Of(
            typeof(IndexSelectOp),
            Unary("rows", Values(1, 3, 4), x => x.IndexSelect(0, list)),
            Unary("middle", Values(1, 2, 3, 4), x => x.IndexSelect(1, list)));
        yield return Of(typeof(IndexOp), Unary("matrix", Values(1, 3, 4), x => x[index]), Unary("vector", Values(1, 3), x => x[list]));
        yield return Of(
            typeof(IndexPairsOp),
            Unary("one list", Values(1, 3, 4), x => x[list, list]),
            Unary("broadcast", Values(1, 3, 4, 2), x => x[index.View(2, 2, 1), list]));
        yield return Of(
            typeof(TopKOp),
            Pair("last", x => x.TopK(2)),
            Pair("first, smallest", x => x.TopK(2, dim: 0, largest: false)));
        yield return Of(typeof(SortOp), Pair("last", x => x.Sort()), Pair("first, descending", x => x.Sort(0, descending: true)));
        yield return Of(typeof(ArgSortOp), new OpSample("last", [Apart(3, 5)], x => [x[0].ArgSort()]));
        yield return Of(typeof(CumSumOp), Lines((x, dim) => x.CumSum(dim)));
        yield return Of(
            typeof(CumProdOp),
            Unary("rows", Positive(1, 3, 7), x => x.CumProd(-1)),
            Unary("zeros", Tensor.From([1f, 0, 2, 0, 3, 4], 2, 3), x => x.CumProd(1)));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> MoreReductions()
    {
        yield return Of(typeof(LogSumExpOp), Dims(Waves, (x, dim, keepDim) => x.LogSumExp(dim ?? [0, 1, 2], keepDim)));
        yield return Of(
            typeof(NormOp),
            [
                .. Dims(Waves, (x, dim, keepDim) => dim is null ? x.Norm() : x.Norm(2, dim, keepDim)),
                Unary("one", Apart(3, 4), x => x.Norm(1, 1)),
                Unary("three", Apart(3, 4), x => x.Norm(3, 0)),
                Unary("largest", Apart(3, 4), x => x.Norm(double.PositiveInfinity, 0)),
                Unary("smallest", Apart(3, 4), x => x.Norm(double.NegativeInfinity, 0)),
                Unary("count", Apart(3, 4), x => x.Norm(0, 0)),
            ]);
        yield return Of(
            typeof(ProdOp),
            Unary("all", Positive(1, 3, 2), x => x.Prod()),
            Unary("dim", Values(1, 3, 4), x => x.Prod(-1, keepDim: true)),
            Unary("zeros", Tensor.From([1f, 0, 2, 0, 3, 0], 2, 3), x => x.Prod(1)));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Splitting()
    {
        var x = Values(1, 3, 7, 2);
        OpSample All(string name, Func<Tensor, Tensor[]> apply) => new(name, [x], inputs => apply(inputs[0]));
        yield return Of(typeof(NarrowOp), All("chunks", x => x.Chunk(3, 1)), All("equal", x => x.Split(3, 1)));
        yield return Of(typeof(ChunkOp), All("last", x => [ChunkOp.Apply(x, 3, 2, 1)]));
        yield return Of(typeof(SplitOp), All("last", x => [SplitOp.Apply(x, 3, 2, 1)]));
        yield return Of(typeof(SplitSizesOp), All("sizes", x => x.Split([1, 4, 2], -2)));
        yield return Of(typeof(UnbindOp), All("middle", x => x.Unbind(1)));
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Einsums()
    {
        OpSample Of(string equation, params int[][] shapes)
            => new(equation, [.. shapes.Select((shape, i) => Values(i + 1, shape))], x => [F.Einsum(equation, x)], CanTie: shapes.Length > 1 && shapes[0].SequenceEqual(shapes[1]));
        yield return OpSamples.Of(
            typeof(EinsumOp),
            Of("ij,jk->ik", [3, 4], [4, 5]),
            Of("bij,bkj->bik", [2, 3, 4], [2, 5, 4]),
            Of("ij,kj", [3, 4], [5, 4]),
            Of("ii->i", [4, 4]),
            Of("ii", [4, 4]),
            Of("ij->j", [3, 4]),
            Of("i,j->ij", [3], [4]),
            Of("i,i->", [3], [3]),
            Of("bn,anm,bm->ba", [2, 3], [5, 3, 4], [2, 4]),
            Of("...ij,...jk->...ik", [2, 1, 3, 4], [5, 4, 3]),
            Of("ij,ij->ij", [3, 4], [3, 4]),
            Of("ik,jk->", [3, 4], [2, 4]),
            Of("ij,j->i", [3, 1], [4]));
    }
}

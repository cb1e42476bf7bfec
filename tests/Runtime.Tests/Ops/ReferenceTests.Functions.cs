using System.Globalization;
using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

// Tensor functions (reference/functions.py).
public partial class ReferenceTests
{
    private const float Inf = float.PositiveInfinity;

    private static float[] Special
        => [-Inf, -100.5f, -2.5f, -1, -0.5f, -0f, 0, 0.3f, 0.5f, 1, 1.5f, 2.5f, 40, 90, 1e20f, Inf, float.NaN];

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Functions()
        => [.. Elements(), .. Pairs(), .. Picked(), .. AlongDims(), .. Einsums(), .. Moved(), .. Counted()];

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Elements()
    {
        Dictionary<string, Func<Tensor, Tensor>> functions = new()
        {
            ["exp2"] = x => x.Exp2(),
            ["expm1"] = x => x.Expm1(),
            ["log2"] = x => x.Log2(),
            ["log10"] = x => x.Log10(),
            ["log1p"] = x => x.Log1p(),
            ["rsqrt"] = x => x.Rsqrt(),
            ["reciprocal"] = x => x.Reciprocal(),
            ["sin"] = x => x.Sin(),
            ["cos"] = x => x.Cos(),
            ["tan"] = x => x.Tan(),
            ["asin"] = x => x.Asin(),
            ["acos"] = x => x.Acos(),
            ["atan"] = x => x.Atan(),
            ["sinh"] = x => x.Sinh(),
            ["cosh"] = x => x.Cosh(),
            ["asinh"] = x => x.Asinh(),
            ["acosh"] = x => x.Acosh(),
            ["atanh"] = x => x.Atanh(),
            ["erf"] = x => x.Erf(),
            ["erfc"] = x => x.Erfc(),
            ["erfinv"] = x => x.Erfinv(),
            ["sign"] = x => x.Sign(),
            ["floor"] = x => x.Floor(),
            ["ceil"] = x => x.Ceil(),
            ["round"] = x => x.Round(),
            ["trunc"] = x => x.Trunc(),
            ["frac"] = x => x.Frac(),
            ["nan_to_num"] = x => x.NanToNum(),
        };
        foreach (var (name, apply) in functions)
        {
            yield return ($"special {name}", [Tensor.From(Special)], x => apply(x[0]));
            var values = name switch
            {
                "acosh" => Values(1, 3, 7) + 2.5,
                "asin" or "erfinv" => Values(1, 3, 7) * 0.95,
                "acos" or "atanh" => (Values(1, 3, 7) + 1.5) * 0.3,
                _ => (Values(1, 3, 7) + 1.5) * 2,
            };
            yield return (name, [values], x => apply(x[0]));
        }
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Pairs()
    {
        Dictionary<string, Func<Tensor, Tensor, Tensor>> functions = new()
        {
            ["pow"] = F.Pow,
            ["atan2"] = (a, b) => a.Atan2(b),
            ["hypot"] = (a, b) => a.Hypot(b),
            ["logaddexp"] = (a, b) => a.Logaddexp(b),
            ["xlogy"] = (a, b) => a.Xlogy(b),
            ["maximum"] = F.Maximum,
            ["minimum"] = F.Minimum,
            ["fmod"] = (a, b) => a.Fmod(b),
            ["remainder"] = (a, b) => a.Remainder(b),
        };
        var some = Tensor.From([-Inf, -1, -0f, 0, 1, Inf, float.NaN]);
        var grids = F.Meshgrid(some, some);
        foreach (var (name, apply) in functions)
        {
            yield return (name, [Values(1, 3, 7) + 1.5, Values(2, 7) + 1.4], x => apply(x[0], x[1]));
            yield return ($"special {name}", grids, x => apply(x[0], x[1]));
        }

        yield return ("ties maximum", [Tensor.From([1f, 2, 3]), Tensor.From([1f, 3, 2])], x => x[0].Maximum(x[1]));
        Tensor[] three = [Values(1, 3, 4), Values(2, 4), Values(3, 3, 1)];
        yield return ("lerp", [three[0], three[1], three[2] + 0.5], x => F.Lerp(x[0], x[1], x[2]));
        yield return ("addcmul", three, x => x[0].Addcmul(x[1], x[2], 0.5));
        yield return ("addcdiv", [three[0], three[1], three[2] + 2], x => x[0].Addcdiv(x[1], x[2], 0.5));
        Tensor[] limits = [Values(1, 3, 7), (Values(2, 7) * 0.5) - 0.4, (Values(3, 3, 1) * 0.5) + 0.4];
        yield return ("clamp tensors", limits, x => x[0].Clamp(x[1], x[2]));
        yield return ("scalar pow", [Values(1, 3, 4)], x => F.Pow(2.5, x[0]));
        yield return ("outer", [Values(1, 3), Values(2, 4)], x => x[0].Outer(x[1]));
        yield return ("cross", [Values(1, 4, 3), Values(2, 4, 3)], x => F.Cross(x[0], x[1], 1));
        yield return ("kron", [Values(1, 2, 3), Values(2, 4, 2)], x => F.Kron(x[0], x[1]));
        yield return ("cdist", [Values(1, 4, 3), Values(2, 5, 3)], x => F.Cdist(x[0], x[1]));
        yield return ("addmm", [Values(1, 5), Values(2, 3, 4), Values(3, 4, 5)], x => x[0].Addmm(x[1], x[2], 0.5, 2));
        yield return ("baddbmm", [Values(1, 2, 1, 5), Values(2, 2, 3, 4), Values(3, 2, 4, 5)], x => x[0].Baddbmm(x[1], x[2], 0.5, 2));
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Picked()
    {
        var mask = (Tensor<long>.Arange(21).View(3, 7) % 3).Eq(1);
        var index = Tensor<long>.From([2L, 0, 1, 1, 1, 0], 2, 3);
        yield return ("where", [Values(1, 3, 7), Values(2, 7)], x => F.Where(mask, x[0], x[1]));
        yield return ("masked_fill", [Values(1, 2, 3, 7)], x => x[0].MaskedFill(mask, -2));
        yield return ("masked_select", [Values(1, 3, 7)], x => x[0].MaskedSelect(mask));
        yield return ("gather 0", [Values(1, 3, 4)], x => x[0].Gather(0, index));
        yield return ("gather -1", [Values(1, 3, 4)], x => x[0].Gather(-1, index));
        yield return ("index", [Values(1, 3, 4)], x => x[0][index]);
        yield return ("index_select", [Values(1, 3, 4)], x => x[0].IndexSelect(1, Tensor<long>.From([3L, 0, 3])));
        var columns = Tensor<long>.From([2L, 0, 1, 1, 3, 0], 2, 3);
        yield return ("scatter", [Values(1, 3, 4), Values(2, 2, 3)], x => x[0].Scatter(1, columns, x[1]));
        yield return ("scatter_add", [Values(1, 3, 4), Values(2, 2, 3)], x => x[0].ScatterAdd(0, index, x[1]));
        foreach (var (count, replacement) in new[] { (1, false), (3, false), (6, true) })
        {
            Tensor Draw() => Tensor.Arange(1, 13).View(2, 6).Multinomial(count, replacement, new Generator(3)).Float();
            yield return ($"multinomial {count}", [], _ => Draw());
        }
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> AlongDims()
    {
        Tensor[] inputs = [Values(1, 3, 4, 5)];
        foreach (var dim in new[] { 0, 1, -1 })
        {
            foreach (var largest in new[] { false, true })
            {
                yield return ($"sort {dim} {largest}", inputs, x => x[0].Sort(dim, largest).Values);
                yield return ($"argsort {dim} {largest}", inputs, x => x[0].ArgSort(dim, largest).Float());
                yield return ($"topk {dim} {largest}", inputs, x => x[0].TopK(2, dim, largest).Values);
            }

            yield return ($"cumsum {dim}", inputs, x => x[0].CumSum(dim));
            yield return ($"cumprod {dim}", inputs, x => x[0].CumProd(dim));
            yield return ($"prod {dim}", inputs, x => x[0].Prod(dim));
            yield return ($"median {dim}", inputs, x => x[0].Median(dim).Values);
            foreach (var keepDim in new[] { false, true })
            {
                yield return ($"logsumexp {dim} {keepDim}", inputs, x => x[0].LogSumExp(dim, keepDim));
                foreach (var p in new[] { 0, 1, 2, 3.5, double.PositiveInfinity, double.NegativeInfinity })
                {
                    var exponent = double.IsInfinity(p) ? p > 0 ? "inf" : "-inf" : p.ToString(CultureInfo.InvariantCulture);
                    yield return ($"norm {exponent} {dim} {keepDim}", inputs, x => x[0].Norm(p, dim, keepDim));
                }
            }
        }

        Tensor[] zeros = [Tensor.From([1f, 0, 2, 0, 3, 0], 2, 3)];
        yield return ("zeros cumprod", zeros, x => x[0].CumProd(1));
        yield return ("zeros prod", zeros, x => x[0].Prod(1));
        yield return ("infinite logsumexp", [Tensor.From([-Inf, -Inf, Inf, 1, 1000, 1000], 3, 2)], x => x[0].LogSumExp(1));
        yield return ("logsumexp dims", inputs, x => x[0].LogSumExp([0, 2]));
        yield return ("norm dims", inputs, x => x[0].Norm(2, [0, 2]));
        yield return ("sort nan", [Tensor.From([1, float.NaN, 0, -Inf, float.NaN, 2])], x => x[0].Sort().Values);
        yield return ("var_mean", inputs, x => x[0].VarMean([0, 2], correction: 0) is var (variance, mean) ? variance + mean : x[0]);
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Einsums()
    {
        (string Equation, int[][] Shapes)[] equations =
        [
            ("ij,jk->ik", [[3, 4], [4, 5]]), ("bij,bkj->bik", [[2, 3, 4], [2, 5, 4]]), ("ij,kj", [[3, 4], [5, 4]]), ("ii->i", [[4, 4]]),
            ("ii", [[4, 4]]), ("ij->ji", [[3, 4]]), ("i,j->ij", [[3], [4]]), ("bn,anm,bm->ba", [[2, 3], [5, 3, 4], [2, 4]]),
            ("...ij,...jk->...ik", [[2, 1, 3, 4], [5, 4, 3]]), ("bhqd,bhkd->bhqk", [[2, 3, 4, 5], [2, 3, 6, 5]]), ("ik,jk->", [[3, 4], [2, 4]]),
            ("...a->...", [[2, 3]]), ("ij,ij,ij->i", [[3, 4], [3, 4], [3, 4]]),
        ];
        foreach (var (equation, shapes) in equations)
            yield return ($"einsum {equation}", [.. shapes.Select((shape, i) => Values(i + 1, shape))], x => F.Einsum(equation, x));
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Moved()
    {
        yield return ("flip", [Values(1, 3, 4, 2)], x => x[0].Flip(0, -2));
        yield return ("roll", [Values(1, 3, 4)], x => x[0].Roll([1, -6], [0, 1]));
        yield return ("roll all", [Values(1, 3, 4)], x => x[0].Roll(-5));
        yield return ("repeat", [Values(1, 3, 2)], x => x[0].Repeat(2, 1, 3));
        yield return ("tile", [Values(1, 3, 2)], x => x[0].Tile(2));
        yield return ("repeat_interleave", [Values(1, 3, 2)], x => x[0].RepeatInterleave(2, 0));
        yield return ("tril", [Values(1, 2, 3, 4)], x => x[0].Tril(-1));
        yield return ("triu", [Values(1, 2, 3, 4)], x => x[0].Triu(1));
        yield return ("unfold", [Values(1, 2, 7, 2)], x => x[0].Unfold(1, 3, 2));
        for (var i = 0; i < 3; i++)
        {
            var part = i;
            yield return ($"chunk {i}", [Values(1, 2, 7)], x => x[0].Chunk(3, 1)[part]);
            yield return ($"split {i}", [Values(1, 2, 7)], x => x[0].Split([1, 4, 2], -1)[part]);
        }
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Counted()
    {
        var boundaries = Tensor.From([1f, 2, 2, 3]);
        var points = Tensor.From([2f, 0, 3, 5, 2.5f]);
        yield return ("logspace", [], _ => Tensor.Logspace(-1, 2, 7));
        yield return ("histc", [], _ => F.Histc(Values(1, 40), 5, -0.5, 1));
        yield return ("searchsorted", [], _ => F.SearchSorted(boundaries, points).Float());
        yield return ("bucketize right", [], _ => F.Bucketize(points, boundaries, right: true).Float());
        yield return ("bincount", [], _ => F.Bincount(Tensor<long>.From([2L, 0, 2, 5]), 3).Float());
        yield return ("tril_indices", [], _ => F.TrilIndices(3, 4, 1).Float());
        yield return ("meshgrid", [Values(1, 3), Values(2, 2)], x => F.Meshgrid(x[0], x[1]) is var (a, b) ? a * b : x[0]);
        yield return ("cartesian_prod", [Values(1, 3), Values(2, 2)], x => F.CartesianProd(x[0], x[1]));
        var whole = Tensor<long>.From([7L, -7, 6, -6]);
        var divisor = Tensor<long>.From([2L, 2, -4, -4]);
        yield return ("long arithmetic", [], _ => F.Stack(
            [whole + divisor, whole - divisor, whole * divisor, whole.FloorDivide(divisor), whole % divisor, 3 - whole]).Float());
        yield return ("long division", [], _ => whole / divisor);
        yield return ("long bits", [], _ => F.Stack([whole & divisor, whole | divisor, whole ^ divisor, ~whole]).Float());
        yield return ("float to long", [], _ => Tensor.From([-1.7f, -0.2f, 0.2f, 1.7f]).Long().Float());
    }
}

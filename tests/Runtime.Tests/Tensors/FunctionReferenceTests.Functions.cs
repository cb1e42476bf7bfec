namespace NnGen.Tests.Tensors;

public partial class FunctionReferenceTests
{
    private static readonly Dictionary<string, Func<Tensor, TensorBase>> s_unary = new()
    {
        ["abs"] = x => x.Abs(),
        ["neg"] = x => -x,
        ["exp"] = x => x.Exp(),
        ["expm1"] = x => x.Expm1(),
        ["log1p"] = x => x.Log1p(),
        ["sqrt"] = x => x.Sqrt(),
        ["rsqrt"] = x => x.Rsqrt(),
        ["sin"] = x => x.Sin(),
        ["cos"] = x => x.Cos(),
        ["tan"] = x => x.Tan(),
        ["atan"] = x => x.Atan(),
        ["sinh"] = x => x.Sinh(),
        ["tanh"] = x => x.Tanh(),
        ["sigmoid"] = x => x.Sigmoid(),
        ["relu"] = x => x.Relu(),
        ["floor"] = x => x.Floor(),
        ["ceil"] = x => x.Ceil(),
        ["round"] = x => x.Round(),
        ["trunc"] = x => x.Trunc(),
        ["frac"] = x => x.Frac(),
        ["sign"] = x => x.Sign(),
        ["square"] = x => x.Square(),
        ["reciprocal"] = x => x.Reciprocal(),
        ["erf"] = x => x.Erf(),
        ["exp2"] = x => x.Exp2(),
        ["log"] = x => x.Log(),
        ["isnan"] = x => x.IsNan(),
        ["isinf"] = x => x.IsInf(),
        ["isfinite"] = x => x.IsFinite(),
    };

    /// <summary>Members of <see cref="Tensor"/> and <see cref="Tensor{T}"/> alike, which the element type decides between.</summary>
    private static readonly Dictionary<string, Func<dynamic, double[], object>> s_members = new()
    {
        ["transpose"] = (x, a) => x.Transpose((int)a[0], (int)a[1]),
        ["permute"] = (x, a) => x.Permute(Ints(a)),
        ["flatten"] = (x, a) => x.Flatten((int)a[0], (int)a[1]),
        ["squeeze"] = (x, a) => a.Length == 0 ? x.Squeeze() : x.Squeeze((int)a[0]),
        ["unsqueeze"] = (x, a) => x.Unsqueeze((int)a[0]),
        ["flip"] = (x, a) => x.Flip(Ints(a)),
        ["roll"] = (x, a) => x.Roll((int)a[0], (int)a[1]),
        ["narrow"] = (x, a) => x.Narrow((int)a[0], (int)a[1], (int)a[2]),
        ["select"] = (x, a) => x.Select((int)a[0], (int)a[1]),
        ["chunk"] = (x, a) => x.Chunk((int)a[0], (int)a[1]),
        ["split"] = (x, a) => x.Split((int)a[0], (int)a[1]),
        ["unbind"] = (x, a) => x.Unbind((int)a[0]),
        ["repeat_interleave"] = (x, a) => x.RepeatInterleave((int)a[0], (int)a[1]),
        ["repeat"] = (x, a) => x.Repeat(Ints(a)),
        ["expand"] = (x, a) => x.Expand(Ints(a)),
        ["view"] = (x, a) => x.View(Ints(a)),
        ["tril"] = (x, a) => x.Tril((int)a[0]),
        ["triu"] = (x, a) => x.Triu((int)a[0]),
        ["diagonal"] = (x, a) => a.Length == 1 ? x.Diagonal((int)a[0]) : x.Diagonal((int)a[0], (int)a[1], (int)a[2]),
        ["diag"] = (x, a) => x.Diag((int)a[0]),
        ["diag_embed"] = (x, a) => x.DiagEmbed((int)a[0]),
        ["cumsum"] = (x, a) => x.CumSum((int)a[0]),
        ["cumprod"] = (x, a) => x.CumProd((int)a[0]),
        ["cummax"] = (x, a) => Pair(x.CumMax((int)a[0])),
        ["cummin"] = (x, a) => Pair(x.CumMin((int)a[0])),
        ["topk"] = (x, a) => Pair(x.TopK((int)a[0], (int)a[1], a[2] == 1)),
        ["sort"] = (x, a) => Pair(x.Sort((int)a[0], a[1] == 1)),
        ["mean"] = (x, a) => a.Length == 0 ? x.Mean() : x.Mean((int)a[0], a[1] == 1),
        ["prod"] = (x, a) => a.Length == 0 ? x.Prod() : x.Prod((int)a[0], a[1] == 1),
        ["amax"] = (x, a) => x.AMax((int)a[0], a[1] == 1),
        ["amin"] = (x, a) => x.AMin((int)a[0], a[1] == 1),
        ["var"] = (x, a) => a.Length == 0 ? x.Var() : x.Var((int)a[0], a[1] == 1),
        ["std"] = (x, a) => x.Std((int)a[0], a[1] == 1),
        ["logsumexp"] = (x, a) => x.LogSumExp((int)a[0], a[1] == 1),
        ["max"] = (x, a) => a.Length == 0 ? x.Max() : Pair(x.Max((int)a[0], a[1] == 1)),
        ["min"] = (x, a) => a.Length == 0 ? x.Min() : Pair(x.Min((int)a[0], a[1] == 1)),
        ["median"] = (x, a) => a.Length == 0 ? x.Median() : Pair(x.Median((int)a[0], a[1] == 1)),
        ["argmax"] = (x, a) => a.Length == 0 ? x.ArgMax() : x.ArgMax((int)a[0], a[1] == 1),
        ["argmin"] = (x, a) => a.Length == 0 ? x.ArgMin() : x.ArgMin((int)a[0], a[1] == 1),
        ["any"] = (x, a) => a.Length == 0 ? x.Any() : x.Any((int)a[0], a[1] == 1),
        ["all"] = (x, a) => a.Length == 0 ? x.All() : x.All((int)a[0], a[1] == 1),
        ["count_nonzero"] = (x, a) => x.CountNonzero(),
        ["nonzero"] = (x, a) => x.Nonzero(),
        ["long"] = (x, a) => x.Long(),
        ["int"] = (x, a) => x.Int(),
        ["bool"] = (x, a) => x.Bool(),
        ["byte"] = (x, a) => x.Byte(),
        ["float"] = (x, a) => x.Float(),
        ["unique"] = (x, a) => x.Unique(),
        ["clamp"] = (x, a) => x.Clamp(a[0], a[1]),
        ["pow"] = (x, a) => x.Pow(a[0]),
        ["softmax"] = (x, a) => F.Softmax(x, (int)a[0]),
        ["one_hot"] = (x, a) => F.OneHot(x, (int)a[0]),
        ["norm"] = (x, a) => x.Norm(a[0]),
    };

    private static readonly Dictionary<string, Func<dynamic, dynamic, double[], object>> s_pairs = new()
    {
        ["add"] = (a, b, _) => a + b,
        ["sub"] = (a, b, _) => a - b,
        ["mul"] = (a, b, _) => a * b,
        ["div"] = (a, b, _) => a / b,
        ["maximum"] = (a, b, _) => a.Maximum(b),
        ["minimum"] = (a, b, _) => a.Minimum(b),
        ["remainder"] = (a, b, _) => a.Remainder(b),
        ["floor_divide"] = (a, b, _) => a.FloorDivide(b),
        ["eq"] = (a, b, _) => a.Eq(b),
        ["ne"] = (a, b, _) => a.Ne(b),
        ["lt"] = (a, b, _) => a.Lt(b),
        ["le"] = (a, b, _) => a.Le(b),
        ["gt"] = (a, b, _) => a.Gt(b),
        ["ge"] = (a, b, _) => a.Ge(b),
        ["matmul"] = (a, b, _) => a.MatMul(b),
        ["outer"] = (a, b, _) => a.Outer(b),
        ["gather"] = (x, index, a) => x.Gather((int)a[0], index),
        ["index_select"] = (x, index, a) => x.IndexSelect((int)a[0], index),
        ["masked_fill"] = (x, mask, a) => x.MaskedFill(mask, a[0]),
        ["masked_select"] = (x, mask, _) => x.MaskedSelect(mask),
    };

    private static TensorBase[] Run(string name, TensorBase[] x, double[] a) => name switch
    {
        _ when s_unary.TryGetValue(name, out var unary) => [unary((Tensor)x[0])],
        "sum" => [Sum(x[0], a)],
        "add_number" or "rsub_number" or "mul_number" or "eq_number" or "gt_number" or "remainder_number" => [WithNumber(name, x[0], a[0])],
        "cat" when x[0] is Tensor left => [F.Cat([left, (Tensor)x[1]], (int)a[0])],
        "cat" => [F.Cat<long>([(Tensor<long>)x[0], (Tensor<long>)x[1]], (int)a[0])],
        "stack" when x[0] is Tensor left => [F.Stack([left, (Tensor)x[1]], (int)a[0])],
        "stack" => [F.Stack<long>([(Tensor<long>)x[0], (Tensor<long>)x[1]], (int)a[0])],
        "where" when x[1] is Tensor left => [F.Where((Tensor<bool>)x[0], left, (Tensor)x[2])],
        "where" => [((Tensor<long>)x[1]).Where((Tensor<bool>)x[0], (Tensor<long>)x[2])],
        "scatter" => [((Tensor)x[0]).Scatter((int)a[0], (Tensor<long>)x[1], (Tensor)x[2])],
        "scatter_add" => [((Tensor)x[0]).ScatterAdd((int)a[0], (Tensor<long>)x[1], (Tensor)x[2])],
        "bincount" => [F.Bincount((Tensor<long>)x[0])],
        "arange" when a.All(double.IsInteger) => [a.Length == 1 ? Tensor<long>.Arange((long)a[0]) : Tensor<long>.Arange((long)a[0], (long)a[1], (long)a[2])],
        "arange" => [Tensor.Arange(a[0], a[1], a[2])],
        "linspace" => [Tensor.Linspace(a[0], a[1], (int)a[2])],
        "eye" => [Tensor.Eye((int)a[0], a.Length == 1 ? null : (int)a[1])],
        "tril_indices" => [F.TrilIndices((int)a[0], (int)a[1], (int)a[2])],
        _ when s_composites.TryGetValue(name, out var composite) => Tensors(composite(x, a)),
        _ => Tensors(x.Length == 2 ? s_pairs[name](x[0], x[1], a) : s_members[name](x[0], a)),
    };

    private static TensorBase Sum(TensorBase x, double[] a) => (x, a) switch
    {
        (Tensor floats, []) => floats.Sum(),
        (Tensor floats, _) => floats.Sum((int)a[0], a[1] == 1),
        (Tensor<long> longs, []) => longs.Sum(),
        (Tensor<long> longs, _) => longs.Sum((int)a[0], a[1] == 1),
        (Tensor<int> ints, []) => ints.Sum(),
        (Tensor<int> ints, _) => ints.Sum((int)a[0], a[1] == 1),
        (Tensor<byte> bytes, []) => bytes.Sum(),
        (Tensor<byte> bytes, _) => bytes.Sum((int)a[0], a[1] == 1),
        (Tensor<bool> flags, []) => flags.Sum(),
        _ => ((Tensor<bool>)x).Sum((int)a[0], a[1] == 1),
    };

    private static TensorBase WithNumber(string name, TensorBase x, double number) => x switch
    {
        Tensor floats => Combined(name, floats, number),
        Tensor<long> longs => Combined(name, longs, (long)number),
        Tensor<int> ints => Combined(name, ints, (int)number),
        _ => Combined(name, (Tensor<byte>)x, (byte)number),
    };

    private static TensorBase Combined(string name, dynamic x, dynamic number) => name switch
    {
        "add_number" => x + number,
        "rsub_number" => number - x,
        "mul_number" => x * number,
        "eq_number" => x.Eq(number),
        "gt_number" => x.Gt(number),
        _ => x is Tensor ? x.Remainder(number) : x % number,
    };

    private static int[] Ints(double[] arguments) => Array.ConvertAll(arguments, argument => (int)argument);

    private static TensorBase[] Pair<T>((T Values, Tensor<long> Indices) pair)
        where T : TensorBase
        => [pair.Values, pair.Indices];

    private static TensorBase[] Tensors(object result) => result switch
    {
        TensorBase tensor => [tensor],
        TensorBase[] tensors => tensors,
        _ => throw new InvalidDataException($"{result} is no tensor."),
    };
}

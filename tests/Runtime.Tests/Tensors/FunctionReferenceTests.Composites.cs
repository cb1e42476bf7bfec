using System.Text.Json;

namespace NnGen.Tests.Tensors;

// Functions that are made of others, with the gradient of the first tensor.
public partial class FunctionReferenceTests
{
    private static readonly Dictionary<string, Func<TensorBase[], double[], object>> s_composites = new()
    {
        ["nansum"] = (x, a) => a is [var dim] ? First(x).NanSum((int)dim) : First(x).NanSum(),
        ["nanmean"] = (x, a) => a is [var dim] ? First(x).NanMean((int)dim) : First(x).NanMean(),
        ["fmax"] = (x, _) => First(x).Fmax((Tensor)x[1]),
        ["fmin"] = (x, _) => First(x).Fmin((Tensor)x[1]),
        ["deg2rad"] = (x, _) => First(x).Deg2Rad(),
        ["rad2deg"] = (x, _) => First(x).Rad2Deg(),
        ["logit"] = (x, a) => a is [var eps] ? First(x).Logit(eps) : First(x).Logit(),
        ["sinc"] = (x, _) => First(x).Sinc(),
        ["heaviside"] = (x, _) => First(x).Heaviside((Tensor)x[1]),
        ["diff"] = (x, a) => First(x).Diff((int)a[0]),
        ["trapezoid"] = (x, a) => First(x).Trapezoid(a[0], (int)a[1]),
        ["dist"] = (x, a) => First(x).Dist((Tensor)x[1], a[0]),
        ["cov"] = (x, _) => First(x).Cov(),
        ["corrcoef"] = (x, _) => First(x).CorrCoef(),
        ["addmv"] = (x, _) => First(x).Addmv((Tensor)x[1], (Tensor)x[2]),
        ["addr"] = (x, _) => First(x).Addr((Tensor)x[1], (Tensor)x[2]),
        ["addbmm"] = (x, a) => First(x).Addbmm((Tensor)x[1], (Tensor)x[2], a[0], a[1]),
        ["take"] = (x, _) => First(x).Take((Tensor<long>)x[1]),
        ["fliplr"] = (x, _) => First(x).FlipLR(),
        ["flipud"] = (x, _) => First(x).FlipUD(),
        ["repeats"] = (x, a) => First(x).RepeatInterleave((int)a[0]),
        ["isposinf"] = (x, _) => First(x).IsPosInf(),
        ["isneginf"] = (x, _) => First(x).IsNegInf(),
        ["isin"] = (x, _) => x[0] is Tensor<long> longs ? longs.IsIn((Tensor<long>)x[1]) : First(x).IsIn((Tensor)x[1]),
        ["trace"] = (x, _) => First(x).Trace(),
        ["movedim"] = (x, a) => First(x).MoveDim((int)a[0], (int)a[1]),
        ["rot90"] = (x, a) => First(x).Rot90((int)a[0]),
        ["atleast_1d"] = (x, _) => First(x).AtLeast1d(),
        ["atleast_2d"] = (x, _) => First(x).AtLeast2d(),
        ["atleast_3d"] = (x, _) => First(x).AtLeast3d(),
        ["hstack"] = (x, _) => F.HStack(Floats(x)),
        ["vstack"] = (x, _) => F.VStack(Floats(x)),
        ["dstack"] = (x, _) => F.DStack(Floats(x)),
        ["column_stack"] = (x, _) => F.ColumnStack(Floats(x)),
        ["broadcast_tensors"] = (x, _) => F.BroadcastTensors(Floats(x)),
        ["tensor_split"] = (x, a) => First(x).TensorSplit((int)a[0], (int)a[1]),
        ["tensordot"] = (x, a) => First(x).TensorDot((Tensor)x[1], (int)a[0]),
        ["index_add"] = (x, a) => First(x).IndexAdd((int)a[0], (Tensor<long>)x[1], (Tensor)x[2]),
        ["index_fill"] = (x, a) => First(x).IndexFill((int)a[0], (Tensor<long>)x[1], a[1]),
        ["repeat_counts"] = (x, a) => First(x).RepeatInterleave((Tensor<long>)x[1], (int)a[0]),
        ["kthvalue"] = (x, a) => Pair(First(x).KthValue((int)a[0], (int)a[1], a[2] == 1)),
        ["aminmax"] = (x, _) => Both(First(x).AMinMax()),
        ["std_mean"] = (x, _) => Both(First(x).StdMean()),
        ["block_diag"] = (x, _) => F.BlockDiag(Floats(x)),
    };

    public static TheoryData<string> CompositeNames => [.. s_composites.Keys];

    [Theory]
    [MemberData(nameof(CompositeNames))]
    public void Gradient_is_PyTorchs(string name)
    {
        foreach (var call in s_cases.Where(call => call.GetProperty("name").GetString() == name && call.GetProperty("gradient").ValueKind == JsonValueKind.Object))
        {
            var inputs = call.GetProperty("inputs").EnumerateArray().Select(input => Read(s_document.RootElement.GetProperty("tensors").GetProperty(input.GetString()!))).ToArray();
            First(inputs).RequiresGrad = true;
            var result = (Tensor)Run(name, inputs, [.. call.GetProperty("arguments").EnumerateArray().Select(Number)])[0];
            (result * Tensor.Arange(result.Count).Cos().View(result.Shape.ToArray())).Sum().Backward();
            var (expected, actual) = (Read(call.GetProperty("gradient")), First(inputs).Grad!);
            Assert.True(IsSame(expected, actual), $"{call.GetProperty("inputs")}: expected {Describe(expected)}, found {Describe(actual)}");
        }
    }

    private static Tensor First(TensorBase[] inputs) => (Tensor)inputs[0];

    private static TensorBase[] Both((Tensor First, Tensor Second) pair) => [pair.First, pair.Second];

    private static Tensor[] Floats(TensorBase[] inputs) => Array.ConvertAll(inputs, x => (Tensor)x);
}

namespace NnGen.Compiler.Tests.Lowering;

/// <summary>What a Forward may contain, one construct a test: the IR of its body.</summary>
public class BodyTests
{
    [Fact]
    public void Variables_are_assigned_once() => Check(
        """
        %1.a = ReluOp(x: %0.x)   // var a = F.Relu(x)
        %2.b = NegOp(x: %1.a)   // Tensor b = -a, c = a
        %3.a = AddOp(a: %2.b, b: %1.a)   // a = b + c
        %4.mulScalar = MulScalarOp(x: %3.a, factor: 2f)   // return a * 2
        """,
        "var a = F.Relu(x); Tensor b = -a, c = a; a = b + c; return a * 2;");

    [Fact]
    public void Compound_assignment_and_chained_assignment() => Check(
        """
        %1.x = AddOp(a: %0.x, b: %0.x)   // x += x
        %2.b = ReluOp(x: %1.x)   // a = b = F.Relu(x)
        %3.add = AddOp(a: %2.b, b: %2.b)   // return a + b
        """,
        "Tensor a, b; x += x; a = b = F.Relu(x); return a + b;");

    [Fact]
    public void Few_turns_over_numbers_are_written_out() => Check(
        """
        %1.x = MulScalarOp(x: %0.x, factor: 1)   // x = x * i
        %2.x = MulScalarOp(x: %1.x, factor: 3)   // x = x * i
        """,
        "for (var i = 1; i < 5; i += 2) x = x * i; return x;");

    [Fact]
    public void Many_turns_are_a_loop_over_what_they_read_and_hand_on() => Check(
        """
        %1.y = ReluOp(x: %0.x)   // var y = F.Relu(x)
        %2.x = loop i = 0 += 1 < 100(%1.y, %0.x)   // for (var i = 0; i < 100; i++)
        %2.x = AddOp(a: %0.x, b: %1.y)   // x = x + y
        """,
        "var y = F.Relu(x); for (var i = 0; i < 100; i++) { x = x + y; } return x;");

    [Fact]
    public void Properties_and_members_of_tensors() => Check(
        """
        %1.transpose = TransposeOp(x: %0.x)   // return x.T.Flatten(endDim: 1)
        %2.flatten = FlattenOp(x: %1.transpose, endDim: 1)   // return x.T.Flatten(endDim: 1)
        """,
        "return x.T.Flatten(endDim: 1);");

    [Fact]
    public void Several_lines_and_comments_are_one_line() => Check(
        """
        %1.relu = ReluOp(x: %0.x)   // return F.Relu(x).Flatten(1, 2)
        %2.flatten = FlattenOp(x: %1.relu, startDim: 1, endDim: 2)   // return F.Relu(x).Flatten(1, 2)
        """,
        """
        return F.Relu(
                x) // positive part
            .Flatten(1, 2);
        """);

    [Fact]
    public void Constant_conditions_choose_an_arm() => Check(
        """
        %1.y = ReluOp(x: %0.x)   // y = F.Relu(x)
        %2.y = NegOp(x: %1.y)   // y = Depth > 2 ? -y : y
        """,
        "Tensor y; if (Depth == 3) { y = F.Relu(x); } else y = -x; y = Depth > 2 ? -y : y; return y;",
        "private const int Depth = 3;");

    [Fact]
    public void Return_within_a_constant_arm_ends_the_method() => Check(
        "%1.relu = ReluOp(x: %0.x)   // return F.Relu(x)",
        "if (true) return F.Relu(x); return -x;");

    [Fact]
    public void Null_tests_of_what_is_known() => Check(
        "%1.relu = ReluOp(x: %0.x)   // return F.Relu(y)",
        "Tensor? mask = null; var y = mask ?? x; if (mask is null && y is not null && mask == null) return F.Relu(y); return -x;");

    [Fact]
    public void Private_and_static_methods_and_local_functions_are_run_in_place() => Check(
        """
        %1.r = ReluOp(x: %0.x)   // F.Relu(t)
        %2.mulScalar = MulScalarOp(x: %1.r, factor: 3f)   // r * factor
        %3.neg = NegOp(x: %2.mulScalar)   // return -t
        """,
        "Tensor Scale(Tensor t) { var r = Act(t); return Helper.Times(r, 3); } return Negate(Scale(x));",
        """
            private static Tensor Act(Tensor t) => F.Relu(t);
            private Tensor Negate(Tensor t) { return -t; }
        }
        internal static class Helper
        {
            public static Tensor Times(Tensor r, float factor) => r * factor;
        """);

    [Fact]
    public void Generic_and_extension_methods_are_run_in_place() => Check(
        "%1.neg = NegOp(x: %0.x)   // -t",
        "return Helper.Same(x).Minus();",
        """
        }
        internal static class Helper
        {
            public static T Same<T>(T t) => t;
            public static Tensor Minus(this Tensor t) => -t;
        """);

    [Fact]
    public void A_helper_can_be_called_twice() => Check(
        """
        %1.relu = ReluOp(x: %0.x)   // F.Relu(t)
        %2.relu = ReluOp(x: %1.relu)   // F.Relu(t)
        """,
        "return Act(Act(x));",
        "private static Tensor Act(Tensor t) => F.Relu(t);");

    [Fact]
    public void Tuples_are_taken_apart() => Check(
        """
        %1.values, %2.indices = MaxOp(x: %0.x)   // var (values, indices) = F.Max(x)
        %3.u, %4.max = MaxOp(x: %1.values)   // var t = F.Max(values)
        %5.add = AddOp(a: %3.u, b: %1.values)   // return t.Values + values
        """,
        "var (values, indices) = F.Max(x); var t = F.Max(values); (var u, _) = t; return t.Values + values;");

    [Fact]
    public void Variadic_inputs_take_arrays_and_parameter_lists() => Check(
        """
        %1.y = CatOp(xs: %0.x, xs: %0.x)   // var y = F.Cat(x, x)
        %2.cat = CatOp(xs: %1.y, xs: %0.x, xs: %1.y)   // return F.Cat([y, x, y])
        """,
        "var y = F.Cat(x, x); return F.Cat([y, x, y]);");

    [Fact]
    public void Hyperparameters_by_name() => Check(
        """
        %1.d = DropoutOp(x: %0.x, p: live this.Rate, training: training())   // var d = F.Dropout(x, Rate, Training)
        %2.mulScalar = MulScalarOp(x: %1.d, factor: (1f / global::System.MathF.Sqrt((float)this._dim)))   // return d * (1 / MathF.Sqrt((float)_dim))
        """,
        "var d = F.Dropout(x, Rate, Training); return d * (1 / MathF.Sqrt((float)_dim));",
        "public float Rate { get; set; } = 0.1f; private readonly int _dim = Environment.ProcessorCount;");

    [Fact]
    public void Readonly_members_set_to_constants_are_baked() => Check(
        "%1.flatten = FlattenOp(x: %0.x, startDim: 5, endDim: 3)   // return F.Flatten(x, start + 2, End)",
        "int start = 2; start += Start; return F.Flatten(x, start + 2, End);",
        "private readonly int Start = 1; private int End => Start + 2;");

    [Fact]
    public void Dims_are_scalars() => Check(
        """
        %1.y = ReshapeOp(x: %0.x, shape: [%0.dim(0), (%0.dim(1) * %0.dim(-1))])   // var y = x.View(x.Shape[0], x.Shape[1] * last)
        %2.view = ReshapeOp(x: %1.y, shape: [-1, (%1.rank() + %0.rank())])   // return y.View(-1, y.Rank + shape.Rank)
        """.Replace("%2.view", "%2.reshape"),
        "var shape = x.Shape; var last = shape[^1]; var y = x.View(x.Shape[0], x.Shape[1] * last); return y.View(-1, y.Rank + shape.Rank);");

    [Fact]
    public void Shapes_are_taken_apart() => Check(
        "%1.reshape = ReshapeOp(x: %0.x, shape: [%0.dim(0 of 3), (%0.dim(2 of 3) / 2)])   // return x.View(n, w / 2)",
        "var (n, _, w) = x.Shape; return x.View(n, w / 2);");

    [Theory]
    [InlineData("x[0]", "%1.y = SelectOp(x: %0.x, dim: [0], index: [0])")]
    [InlineData("x[.., ^1]", "%1.y = SelectOp(x: %0.x, dim: [1], index: [-1])")]
    [InlineData("x[.., null]", "%1.y = UnsqueezeOp(x: %0.x, dim: 1)")]
    [InlineData("x[null, 0, Tensor.Ellipsis, null]", "%1.select = SelectOp(x: %0.x, dim: [0], index: [0])", "%2.unsqueeze = UnsqueezeOp(x: %1.select, dim: 0)", "%3.y = UnsqueezeOp(x: %2.unsqueeze, dim: -1)")]
    [InlineData("x[1..3]", "%1.y = SliceOp(x: %0.x, dim: [0], start: [1], end: [3], step: [1])")]
    [InlineData("x[..^2, 1..]", "%1.y = SliceOp(x: %0.x, dim: [0, 1], start: [0, 1], end: [-2, 2147483647], step: [1, 1])")]
    [InlineData("x[2, Tensor.Ellipsis, ..x.Shape[0], x.Rank]", "%1.slice = SliceOp(x: %0.x, dim: [-2], start: [0], end: [%0.dim(0)], step: [1])", "%2.y = SelectOp(x: %1.slice, dim: [0, -1], index: [2, %0.rank()])")]
    public void Parts_are_the_ops_of_ranges_and_numbers(string part, params string[] lines)
        => Check(string.Join("\n", lines.Select(line => $"{line}   // var y = {part}")), $"var y = {part}; return y;");

    [Fact]
    public void A_whole_range_is_the_tensor_itself() => Check("%1.neg = NegOp(x: %0.x)   // return -x[.., 0..^0]", "return -x[.., 0..^0];");

    [Fact]
    public void Enums_and_named_arguments() => Assert.Contains(
        "CrossEntropyOp(x: %0.x, target: %1.y, reduction: global::NnGen.Reduction.Sum)",
        new Program("[Module] public partial class Net { public Tensor Forward(Tensor x, Tensor<long> y) => F.CrossEntropy(target: y, x: x, reduction: Reduction.Sum); }").Print());

    [Fact]
    public void Children_are_called_by_Forward_or_Call() => Check(
        """
        %1.relu = relu.Forward(Float32) of NnGen.ReLU(%0.x)   // var y = relu.Call(x)
        %2.stem = stem.Forward(Float32) of NnGen.Sequential(%1.y)   // return stem.Forward(y)
        """.Replace("%1.relu", "%1.y"),
        "var y = relu.Call(x); return stem.Forward(y);",
        "private readonly ReLU relu = new(); private readonly Sequential stem = new(new ReLU());");

    [Fact]
    public void Children_of_children_and_their_parameters() => Check(
        """
        %2.linear = LinearOp(x: %0.x, weight: inner.fc.Weight)   // var y = F.Linear(x, inner.fc.Weight)
        %3.fc = inner.fc.Forward(Float32) of NnGen.Linear(%2.y)   // return inner.fc.Forward(y)
        """.Replace("%2.linear", "%2.y"),
        "var y = F.Linear(x, inner.fc.Weight); return inner.fc.Forward(y);",
        "private readonly Inner inner = new(); } [Module] public partial class Inner { public readonly Linear fc = new(2, 2); public Tensor Forward(Tensor x) => fc.Forward(x);");

    [Fact]
    public void Children_take_tuples_of_tensors_that_may_be_null() => Check(
        """
        %1.a, %2.lstm, %3.lstm = lstm.Forward(Float32, Float32, Float32) of NnGen.Recurrent(%0.x, absent, absent)   // var (a, state) = lstm.Forward(x)
        %4.b, %5.h, %6.lstm = lstm.Forward(Float32, Float32, Float32) of NnGen.Recurrent(%1.a, %2.lstm, %3.lstm)   // var (b, (h, _)) = lstm.Forward(a, state)
        %7.c, %8.lstm, %9.lstm = lstm.Forward(Float32, Float32, Float32) of NnGen.Recurrent(%4.b, %5.h, %0.x)   // var (c, _) = lstm.Forward(b, (h, x))
        """,
        "var (a, state) = lstm.Forward(x); var (b, (h, _)) = lstm.Forward(a, state); var (c, _) = lstm.Forward(b, (h, x)); return c;",
        "private readonly Recurrent lstm = new();");

    [Fact]
    public void Several_results_and_optional_inputs() => Assert.Equal(
        """
        module Net()
          module pair "pair": Pair
          Forward(%0.x: Float32, %1.mask: Float32?) -> %2.b: Float32, %3.a: Float32
            %2.b, %3.a = pair.Forward(Float32, Float32) of Pair(%0.x, absent)   // var (b, a) = pair.Forward(x)
        """,
        new Program(
            """
            [Module] public partial class Net
            {
                private readonly Pair pair = new();
                public (Tensor, Tensor) Forward(Tensor x, Tensor? mask = null) { var (b, a) = pair.Forward(x); return (b, a); }
            }
            [Module] public partial class Pair { public (Tensor First, Tensor Second) Forward(Tensor x, Tensor? y = null) => (x, -x); }
            """).Print());

    [Fact]
    public void Overloads_are_methods_of_their_own()
    {
        var text = new Program(
            """
            [Module] public partial class Net
            {
                private readonly Loss loss = new();
                public Tensor Forward(Tensor x, Tensor<long> y) => loss.Forward(x, y);
            }
            [Module] public partial class Loss
            {
                public Tensor Forward(Tensor x, Tensor<long> y) => F.CrossEntropy(x, y);
                public Tensor Forward(Tensor x, Tensor y) => x + y;
            }
            """).Print();
        Assert.Contains("loss.Forward(Float32, Int64) of Loss(%0.x, %1.y)", text);
    }

    private static void Check(string body, string forward, string members = "")
    {
        var program = new Program($$"""
            [Module] public partial class Net
            {
                public Tensor Forward(Tensor x)
                {
                    {{forward}}
                }

                {{members}}
            }
            """);
        Assert.Empty(program.Errors);
        var lines = program.Print().Split('\n').SkipWhile(l => !l.StartsWith("  Forward", StringComparison.Ordinal)).Skip(1).Select(l => l.Trim());
        Assert.Equal(body.ReplaceLineEndings("\n"), string.Join("\n", lines));
    }
}

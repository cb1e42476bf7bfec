namespace NnGen.Generator.Tests.Execution;

/// <summary>What the turns of a loop give to each other: states of recurrent cells, numbers, masks.</summary>
public class CarriedTests
{
    [Fact]
    public void A_recurrent_cell_over_time()
        => Check("""
            [Module]
            public partial class Net
            {
                private readonly LSTMCell cell = new(3, 4);
                private readonly Linear head = new(4, 2);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    var h = x[.., 0, 0..1].Expand(x.Shape[0], 4);
                    var c = F.Tanh(h);
                    for (int t = 0; t < x.Shape[1]; t++)
                    {
                        var (h2, c2) = cell.Forward(x[.., t], (h, c));
                        h = h2;
                        c = c2;
                    }

                    return head.Forward(h + c);
                }
            }
            """);

    [Fact]
    public void A_tuple_is_carried_whole()
        => Check("""
            [Module]
            public partial class Net
            {
                private readonly LSTMCell cell = new(3, 4);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    (Tensor H, Tensor C)? state = null;
                    for (int t = 0; t < x.Shape[1]; t++)
                        state = cell.Forward(x[.., t], state);
                    return state!.Value.H;
                }
            }
            """);

    [Fact]
    public void A_state_may_be_null_before_the_first_turn()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly GRUCell cell = new(3, 4);
                private readonly Linear head = new(4, 2);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    Tensor? h = null;
                    for (var t = 0; t < x.Shape[1]; t++)
                        h = F.Tanh(cell.Forward(x[.., t], h));
                    return head.Forward(h!);
                }
            }
            """));
        Check(program);
        var net = (IModule<Tensor, Tensor>)Generation.Create(program.Load(), "Net");
        Assert.Contains("took no turn", Assert.Throws<ShapeException>(() => net.Call(Tensor.Zeros(2, 0, 3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_the_caller_may_give()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly GRUCell cell = new(3, 4);
                public Tensor Forward([Shape("N, T, 3")] Tensor x, Tensor? state = null)
                {
                    for (var t = 0; t < x.Shape[1]; t++)
                        state = cell.Forward(x[.., t], state);
                    return state!;
                }
            }

            public static class Run
            {
                public static (Tensor, Tensor) Both(Tensor x, Tensor? state)
                {
                    var net = new Net();
                    return (net.Forward(x, state), net.Call(x, state));
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        var run = program.Load().GetType("Run")!.GetMethod("Both")!;
        foreach (var state in new[] { null, Tensor.Randn(2, 4) })
        {
            var (expected, actual) = ((Tensor, Tensor))run.Invoke(null, [Tensor.Randn(2, 5, 3), state])!;
            Gradients.AssertBitwise(expected, actual);
        }
    }

    [Fact]
    public void An_input_that_is_tested_for_null_is_read_in_a_loop()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly ModuleList<Linear> layers = new(3, _ => new Linear(3, 3));
                public Tensor Forward([Shape("N, T, 3")] Tensor x, Tensor? mask = null)
                {
                    if (mask is null)
                        return F.Tanh(x);
                    foreach (var layer in layers)
                        x = F.Tanh(layer.Forward(x)) * mask;
                    return x;
                }
            }

            public static class Run
            {
                public static (Tensor, Tensor, float[], float[]) Both(Tensor x, Tensor? mask)
                {
                    var net = new Net();
                    x.RequiresGrad = true;
                    var expected = net.Forward(x, mask);
                    expected.Sum().Backward();
                    var gradient = x.Grad!.AsSpan().ToArray();
                    x.Grad = null;
                    var actual = net.Call(x, mask);
                    actual.Sum().Backward();
                    return (expected, actual, gradient, x.Grad!.AsSpan().ToArray());
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        var run = program.Load().GetType("Run")!.GetMethod("Both")!;
        foreach (var mask in new[] { null, Tensor.Randn(2, 5, 3) })
        {
            var (expected, actual, opByOp, compiled) = ((Tensor, Tensor, float[], float[]))run.Invoke(null, [Tensor.Randn(2, 5, 3), mask])!;
            Gradients.AssertBitwise(expected, actual);
            Gradients.AssertClose("x", opByOp, compiled, relative: 1e-5f, absolute: 1e-6f);
        }
    }

    [Fact]
    public void Numbers_that_binding_computes_are_carried()
        => Check("""
            [Module]
            public partial class Net(int depth)
            {
                private readonly ModuleList<Conv1d> layers = new(depth, i => new Conv1d(3, 3, 3, padding: 1 << i, dilation: 1 << i));
                private readonly Linear head = new(3, 2);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    x = x.Transpose(1, 2);
                    var (scale, seen, dilation) = (1f, 0, 1);
                    foreach (var layer in layers)
                    {
                        x = x + F.Tanh(layer.Forward(x)) * scale * (float)dilation;
                        scale *= 0.5f;
                        dilation *= 2;
                        seen++;
                    }

                    for (var i = 0; i < layers.Count; i++)
                        x = x * scale + (float)(seen * dilation);
                    return head.Forward(x.Transpose(1, 2)) * scale;
                }
            }
            """, 3);

    [Fact]
    public void Conditions_over_sizes_count_turns()
        => Check("""
            [Module]
            public partial class Net
            {
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    while (x.Shape[1] > 1)
                        x = F.Tanh(x[.., 1..]) + x[.., 0..^1];
                    var (left, right) = (0, x.Shape[2] - 1);
                    var sum = x[.., .., 0] * 0f;
                    while (left < right)
                        sum = sum + x[.., .., left++] * x[.., .., right--];
                    do
                    {
                        sum = F.Tanh(sum) * 2f;
                        left++;
                    }
                    while (left < 4);
                    for (int i = 0, j = x.Shape[0]; i < j; i++, j--)
                        sum = sum * F.Tanh(x[.., .., 1]);
                    return sum;
                }
            }
            """);

    [Fact]
    public void A_bound_that_a_turn_changes_is_read_again()
        => Check("""
            [Module]
            public partial class Net
            {
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    for (var t = 0; t < x.Shape[1]; t++)
                        x = F.Tanh(x[.., 1..]) + x[.., 0..^1] * (float)(t + 1);
                    return x;
                }
            }
            """);

    [Fact]
    public void Indices_and_masks_are_carried()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly Embedding tokens = new(7, 4);
                private readonly Linear head = new(4, 7);
                public Tensor Forward([Shape("N")] Tensor<long> token)
                {
                    var logits = head.Forward(tokens.Forward(token));
                    var seen = logits.MatMul(logits.Transpose(0, 1)).Gt(-9f);
                    for (var t = 0; t < token.Shape[0]; t++)
                    {
                        token = (logits + (float)t).ArgMax(1);
                        var next = head.Forward(tokens.Forward(token));
                        logits = F.ScaledDotProductAttention(logits, next, next, seen) + logits;
                        seen = next.MatMul(logits.Transpose(0, 1)).Gt(-9f);
                    }

                    return logits;
                }
            }

            public static class Run
            {
                public static (Tensor, Tensor, float[], float[]) Both(Tensor<long> x)
                {
                    var net = new Net();
                    var expected = net.Forward(x);
                    expected.Sum().Backward();
                    var gradient = net.GetParameter("tokens.weight").Grad!.AsSpan().ToArray();
                    net.ZeroGrad();
                    var actual = net.Call(x);
                    actual.Sum().Backward();
                    return (expected, actual, gradient, net.GetParameter("tokens.weight").Grad!.AsSpan().ToArray());
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        var run = program.Load().GetType("Run")!.GetMethod("Both")!;
        var (expected, actual, opByOp, compiled) = ((Tensor, Tensor, float[], float[]))run.Invoke(null, [Tensor<long>.From([1, 2, 3, 4, 5, 6])])!;
        Gradients.AssertBitwise(expected, actual);
        Gradients.AssertClose("tokens", opByOp, compiled, relative: 1e-5f, absolute: 1e-6f);
    }

    [Fact]
    public void Ranges_and_tuples_are_gone_through()
        => Check("""
            using System.Linq;
            [Module]
            public partial class Net(int rounds)
            {
                private readonly GRUCell cell = new(3, 3);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    var h = x[.., 0];
                    foreach (var t in Enumerable.Range(1, x.Shape[1] - 1))
                        h = Step(x, h, t);
                    foreach (var part in new[] { h, F.Tanh(h) })
                        h = h + part;
                    foreach (var (a, b) in new[] { (h, x[.., 0]), (x[.., 0], h) })
                        h = a * b + h;
                    foreach (var i in Enumerable.Range(0, rounds))
                        h = h * (float)(i + 1);
                    return h;
                }

                private Tensor Step(Tensor x, Tensor h, int t)
                {
                    for (var i = 0; i < rounds; i++)
                        h = cell.Forward(x[.., t], h) + (float)(i * t);
                    return h;
                }
            }
            """, 2);

    private static void Check(string net, params object[] arguments) => Check(new Generation(("Net.cs", net)), arguments);

    private static void Check(Generation program, params object[] arguments)
    {
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net", arguments);
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(2, 5, 3));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 2, 3));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(1, 9, 3));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 3, 3));
    }
}

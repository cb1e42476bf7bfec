namespace NnGen.Generator.Tests.Execution;

/// <summary>Loops of which only the call knows how many turns there are.</summary>
public class OpenLoopTests
{
    private const string FixedPoint = """
        [Module]
        public partial class Net
        {
            private readonly Linear fc = new(3, 3);
            public float Tolerance { get; set; } = 1e-4f;
            public Tensor Forward([Shape("N, T, 3")] Tensor x)
            {
                var z = x * 0f;
                var residual = (x * x).Sum();
                while (residual.Item() > Tolerance)
                {
                    var next = F.Tanh(fc.Forward(z) * 0.3f + x);
                    residual = ((next - z) * (next - z)).Sum();
                    z = next;
                }

                return z + fc.Weight.Sum();
            }
        }

        """;

    [Fact]
    public void Turns_until_a_residual_is_small() => Check(FixedPoint);

    [Fact]
    public void A_loop_may_take_no_turn_and_another_number_at_each_call()
    {
        var net = Create(FixedPoint);
        foreach (var tolerance in new[] { 1e9f, 1e-5f, 1f, 1e-2f, 1e9f })
        {
            net.GetType().GetProperty("Tolerance")!.SetValue(net, tolerance);
            Gradients.CheckCallAgainstForward(net, Tensor.Randn(2, 4, 3));
        }

        net.GetParameter("fc.weight").RequiresGrad = false;
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(2, 4, 3));
    }

    [Fact]
    public async Task Predict_runs_from_many_threads_at_once()
    {
        var net = Create(FixedPoint);
        var typed = (IModule<Tensor, Tensor>)net;
        var inputs = Enumerable.Range(0, 4).Select(_ => Tensor.Randn(2, 4, 3)).ToArray();
        var expected = inputs.Select(typed.Forward).ToArray();
        var threads = Enumerable.Range(0, inputs.Length)
            .Select(i => Task.Run(() => Enumerable.Range(0, 20).Select(_ => typed.Predict(inputs[i])).Last()));
        var results = await Task.WhenAll(threads);
        for (var i = 0; i < inputs.Length; i++)
            Gradients.AssertBitwise(expected[i], results[i]);
    }

    [Fact]
    public void At_least_one_turn()
        => Check("""
            [Module]
            public partial class Net
            {
                private readonly Linear fc = new(3, 3, bias: false);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    Tensor? previous = null;
                    do
                    {
                        previous = x;
                        x = F.Tanh(fc.Forward(x)) * 0.5f;
                    }
                    while ((x * x).Sum().Item() > 0.05f);
                    return x + previous!;
                }
            }
            """);

    [Fact]
    public void A_counted_loop_may_end_before_its_count()
    {
        // Where a turn more or less is taken the result jumps, so there are no differences to compare with.
        var net = Create("""
            [Module]
            public partial class Net(int most)
            {
                private readonly ModuleList<Linear> layers = new(6, _ => new Linear(3, 3));
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    for (var i = 0; i < most; i++)
                    {
                        x = F.Tanh(layers[i].Forward(x)) * (0.4f * (float)(i + 1)) + x * 0.1f;
                        if ((x * x).Mean().Item() < 0.05f)
                            break;
                    }

                    foreach (var layer in layers)
                    {
                        for (var i = 0; i < 3; i++)
                        {
                            x = F.Tanh(layer.Forward(x)) + x * 0.1f;
                            if (x.Sum().Item() < 0)
                            {
                                break;
                            }
                        }
                    }

                    return x;
                }
            }
            """, 6);
        for (var i = 0; i < 5; i++)
            Gradients.CheckCallAgainstForward(net, Tensor.Randn(2, 5, 3));
    }

    [Fact]
    public void A_training_step_allocates_nothing()
    {
        var program = new Generation(("Net.cs", FixedPoint + """

            [Module]
            public partial class Step(Net model)
            {
                public Tensor Forward([Shape("N, T, 3")] Tensor x) => (model.Forward(x) * x).Sum();
            }

            public static class Run
            {
                public static long Bytes(Tensor x)
                {
                    var step = new Step(new Net());
                    for (var i = 0; i < 5; i++)
                        step.ValueAndGrad(x);
                    var before = System.GC.GetAllocatedBytesForCurrentThread();
                    for (var i = 0; i < 20; i++)
                        step.ValueAndGrad(x);
                    return System.GC.GetAllocatedBytesForCurrentThread() - before;
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        Assert.Equal(0L, program.Load().GetType("Run")!.GetMethod("Bytes")!.Invoke(null, [Tensor.Randn(4, 40, 3)]));
    }

    [Fact]
    public void A_tensor_that_grows_is_refused_when_bound()
    {
        var net = (IModule<Tensor, Tensor>)Create("""
            [Module]
            public partial class Net
            {
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    while (x.Sum().Item() < 100)
                        x = F.Cat([x, x], 0);
                    return x;
                }
            }
            """);
        Assert.Contains("in the shape in which they take it", Assert.Throws<ShapeException>(() => net.Call(Tensor.Ones(1, 2, 3))).Message, StringComparison.Ordinal);
    }

    private static Module Create(string text, params object[] arguments)
    {
        var program = new Generation(("Net.cs", text));
        Assert.Empty(program.Diagnostics);
        return Generation.Create(program.Load(), "Net", arguments);
    }

    private static void Check(string text, params object[] arguments)
    {
        var net = Create(text, arguments);
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(2, 5, 3));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 2, 3));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 3, 3));
    }
}

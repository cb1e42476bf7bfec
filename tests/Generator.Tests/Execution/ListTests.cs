namespace NnGen.Generator.Tests.Execution;

/// <summary>Tensors collected in lists, stacks, queues and arrays.</summary>
public class ListTests
{
    [Fact]
    public void Outputs_of_a_recurrent_cell_are_stacked()
        => Check("""
            using System.Collections.Generic;
            [Module]
            public partial class Net
            {
                private readonly GRUCell cell = new(3, 4);
                private readonly Linear head = new(4, 2);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    var outputs = new List<Tensor>();
                    Tensor? h = null;
                    for (var t = 0; t < x.Shape[1]; t++)
                    {
                        h = cell.Forward(x[.., t], h);
                        outputs.Add(h);
                    }

                    return head.Forward(F.Stack(outputs, dim: 1)) + outputs[^1].Sum() * (float)outputs.Count;
                }
            }
            """);

    [Fact]
    public void Several_lists_are_collected_and_read()
        => Check("""
            using System.Collections.Generic;
            using System.Linq;
            [Module]
            public partial class Net
            {
                private readonly LSTMCell cell = new(3, 4);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    List<Tensor> hs = [], cs = [];
                    (Tensor H, Tensor C)? state = null;
                    for (var t = 0; t < x.Shape[1]; t++)
                    {
                        state = cell.Forward(x[.., t], state);
                        hs.Add(state.Value.H);
                        cs.Add(F.Tanh(state.Value.C));
                    }

                    var mixed = new List<Tensor>();
                    for (var t = hs.Count - 1; t >= 0; t--)
                        mixed.Add(hs[t] * cs[^(t + 1)] + cs[0]);
                    cs.Reverse();
                    return F.Cat(mixed, 1) + F.Cat(cs.ToArray(), dim: 1) * hs.Last().Sum();
                }
            }
            """);

    [Fact]
    public void Features_are_concatenated_at_each_turn()
        => Check("""
            using System.Collections.Generic;
            [Module]
            public partial class Net(int depth)
            {
                private readonly ModuleList<Linear> layers = new(depth, i => new Linear(3 + (2 * i), 2));
                private readonly Linear head = new(3 + (2 * depth), 2);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    var features = new List<Tensor> { x };
                    foreach (var layer in layers)
                        features.Add(F.Tanh(layer.Forward(F.Cat(features, 2))));
                    return head.Forward(F.Cat(features, dim: 2));
                }
            }
            """, 4);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Skips_are_pushed_and_popped(int depth)
        => Check("""
            using System.Collections.Generic;
            [Module]
            public partial class Net(int depth)
            {
                private readonly ModuleList<Linear> down = new(depth, i => new Linear(3 + i, 4 + i));
                private readonly ModuleList<Linear> up = new(depth, i => new Linear(3 + depth - i, 2 + depth - i));
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    var skips = new Stack<Tensor>();
                    var kept = new List<Tensor>();
                    foreach (var layer in down)
                    {
                        skips.Push(x);
                        kept.Add(F.Tanh(x));
                        x = F.Tanh(layer.Forward(x));
                    }

                    foreach (var layer in up)
                    {
                        x = F.Tanh(layer.Forward(x)) + skips.Pop();
                        x = x * kept[^1] + (float)skips.Count;
                        kept.RemoveAt(kept.Count - 1);
                    }

                    return x;
                }
            }
            """, depth);

    [Fact]
    public void Arrays_and_queues()
        => Check("""
            using System.Collections.Generic;
            [Module]
            public partial class Net
            {
                private readonly Linear fc = new(3, 3);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    var hs = new Tensor[x.Shape[1]];
                    var queue = new Queue<Tensor>();
                    queue.Enqueue(x[.., 0]);
                    var h = x[.., 0];
                    for (int t = 0; t < hs.Length; t++)
                    {
                        hs[t] = h = F.Tanh(fc.Forward(x[.., t] + h)) * queue.Dequeue();
                        queue.Enqueue(h);
                    }

                    hs[^1] = hs[0] + queue.Peek();
                    return F.Stack(hs, 1);
                }
            }
            """);

    [Fact]
    public void Lists_that_no_loop_fills_are_names()
        => Check("""
            using System.Collections.Generic;
            [Module]
            public partial class Net
            {
                private readonly Linear fc = new(3, 3);
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    var parts = new List<Tensor>();
                    for (var i = 0; i < 3; i++)
                        parts.Add(F.Tanh(x) * (float)i);
                    Extend(parts, x);
                    parts[1] = parts[^1] + parts[0];
                    parts.RemoveAt(0);
                    var more = new[] { x, parts[1] };
                    more[0] = fc.Forward(x);
                    var sum = x;
                    foreach (var part in parts)
                        sum = sum + part;
                    return F.Cat([.. parts, .. more, sum], 2);
                }

                private static void Extend(List<Tensor> list, Tensor x) => list.Insert(1, F.Relu(x));
            }
            """);

    [Fact]
    public void Lists_in_nested_loops_and_over_lists()
        => Check("""
            using System.Collections.Generic;
            [Module]
            public partial class Net(int rounds)
            {
                private readonly ModuleList<GRUCell> cells = new(2, _ => new GRUCell(3, 3));
                public Tensor Forward([Shape("N, T, 3")] Tensor x)
                {
                    var all = new List<Tensor>();
                    foreach (var cell in cells)
                    {
                        var own = new List<Tensor>();
                        Tensor? h = null;
                        for (var t = 0; t < x.Shape[1]; t++)
                        {
                            h = cell.Forward(x[.., t], h);
                            own.Add(h);
                            for (var i = 0; i < rounds; i++)
                                all.Add(h * (float)(i + 1));
                        }

                        x = F.Stack(own, 1);
                    }

                    var sum = x[.., 0];
                    foreach (var item in all)
                        sum = F.Tanh(sum + item);
                    return sum + F.Cat(all, 0).Sum();
                }
            }
            """, 2);

    private static void Check(string text, params object[] arguments)
    {
        var program = new Generation(("Net.cs", text));
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net", arguments);
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(2, 5, 3));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 2, 3));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(1, 9, 3));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 3, 3));
    }
}

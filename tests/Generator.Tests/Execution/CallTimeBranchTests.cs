namespace NnGen.Generator.Tests.Execution;

/// <summary>Conditions that each call decides: training flags, settable members, values of tensors.</summary>
public class CallTimeBranchTests
{
    [Theory]
    [InlineData("if (Training) x = x.Tanh(); return x * 2f;")]
    [InlineData("x = fc.Forward(x); if (!Training) return x; return x.Tanh();")]
    [InlineData("return fc.Forward(Training ? x.Tanh() : x);")]
    [InlineData("var h = fc.Forward(x); if (Training) { h = h.Tanh(); x = x * 3f; } else { h = h * scale; } return h + x;")]
    [InlineData("Tensor y; if (Training) y = x.Sigmoid(); else y = fc.Forward(x); return y * y;")]
    [InlineData("var s = Training ? 0.5f : 2f; return fc.Forward(x) * s;")]
    [InlineData("var s = 1f; if (Training) { s = 3f; x = x.Tanh(); } return fc.Forward(x) * s;")]
    [InlineData("if (Training && Gain > 1f) return x * Gain; else if (Gain < 0f) return x.Tanh(); return fc.Forward(x);")]
    [InlineData("x = Mode switch { 0 => x, 1 => x.Tanh(), > 1 and < 4 => fc.Forward(x), _ => x * scale }; return x + 1f;")]
    [InlineData("switch (Mode) { case 0: x = x.Tanh(); break; case 1 when Training: return x; case 2: if (Training) break; x = x * 2f; break; default: x = x * scale; break; } return fc.Forward(x);")]
    [InlineData("if (Training) { if (Mode == 1) return x * 2f; x = fc.Forward(x); } return x.Tanh();")]
    [InlineData("if (Training) { x = x.Tanh(); if (Mode == 1) { x = fc.Forward(x); } } else if (Mode > 0) { x = x * scale; } return x * x;")]
    [InlineData("(Tensor a, Tensor b) = Training ? (x, fc.Forward(x)) : (x.Tanh(), x); return a * b;")]
    [InlineData("for (var i = 0; i < 3; i++) { if (Training) x = x.Tanh(); else x = x * scale; } return x;")]
    [InlineData("foreach (var layer in layers) { if (Training) x = layer.Forward(x); else x = x + layer.Forward(x).Tanh(); } return x;")]
    [InlineData("foreach (var layer in layers) { x = layer.Forward(x); if (Mode > 1) x = x.Tanh(); } return x;")]
    [InlineData("Tensor Local(Tensor t) { if (Training) return t.Tanh(); return t * scale; } return Local(x) + Local(fc.Forward(x));")]
    [InlineData("var w = x; if (Training) w = fc.Forward(x); var (n, c) = w.Shape; return w * (float)c;")]
    [InlineData("var k = Training ? layers[0] : layers[1]; return k.Forward(x);")]
    [InlineData("if (Training) { return x; } else { return fc.Forward(x); }")]
    [InlineData("return Training ? x : x;")]
    public void Flags_choose_at_each_call(string body)
    {
        var program = new Generation(("Net.cs", Source(body)));
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net");
        Check(net);
    }

    [Theory]
    [InlineData("if (x.Sum().Item() > 0) x = x.Tanh(); else x = fc.Forward(x); return x * 2f;")]
    [InlineData("var total = x.Sum(); if (total.Item() > 0 && Mode < 3) return x * total.Item(); return fc.Forward(x);")]
    [InlineData("var h = fc.Forward(x); return h * (h.Mean().Item() > 0 ? 2f : 0.5f);")]
    [InlineData("foreach (var layer in layers) { x = layer.Forward(x).Tanh(); if (x.Sum().Item() < 0) x = -x; } return x;")]
    public void Values_of_tensors_choose(string body)
    {
        var program = new Generation(("Net.cs", Source(body)));
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net");
        Gradients.CheckCallAgainstForward(net, Tensor.Rand(3, 4));
        Gradients.CheckCallAgainstForward(net, -Tensor.Rand(3, 4));
        Gradients.CheckCallAgainstForward(net, Tensor.Rand(5, 4));
    }

    internal static string Source(string body) => $$"""
        [Module]
        public partial class Net
        {
            private readonly Linear fc = new(4, 4);
            private readonly Parameter scale = new(Tensor.Rand(4));
            private readonly ModuleList<Linear> layers = new(3, _ => new Linear(4, 4));
            public float Gain { get; set; } = 2f;
            public int Mode { get; set; }
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                {{body}}
            }
        }
        """;

    private static void Check(Module net)
    {
        var mode = net.GetType().GetProperty("Mode")!;
        var gain = net.GetType().GetProperty("Gain")!;
        var typed = (IModule<Tensor, Tensor>)net;
        for (var i = 0; i < 10; i++)
        {
            mode.SetValue(net, i % 5);
            gain.SetValue(net, (i % 3) - 0.5f);
            if (i % 2 == 0)
                net.Train();
            else
                net.Eval();
            Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        }

        net.Eval();
        var x = Tensor.Randn(2, 4);
        var expected = typed.Forward(x);
        net.Train();
        Gradients.AssertBitwise(expected, typed.Predict(x));
    }
}

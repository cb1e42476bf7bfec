namespace NnGen.Generator.Tests.Execution;

/// <summary>Tensors that are there on some ways and null on others, and what loops return from their middle.</summary>
public class OptionalTests
{
    [Theory]
    [InlineData("var m = Training ? mask : null; return m is null ? fc.Forward(x) : fc.Forward(x) * m;")]
    [InlineData("var m = Training ? shift : null; if (m is { } there) x = x + there; return fc.Forward(x);")]
    [InlineData("Tensor? extra = null; if (x.Sum().Item() > 0) extra = fc.Forward(x).Tanh(); x = x * 2f; if (extra != null) x = x + extra; return x;")]
    [InlineData("var m = Mode > 0 && !Training ? x.Tanh() : null; return fc.Forward(m ?? x);")]
    [InlineData("var m = Training ? fc.Forward(x) : null; return x + (m?.Tanh() ?? x.Sin());")]
    [InlineData("var bias = Training ? shift : null; return F.Linear(x, fc.Weight, bias);")]
    [InlineData("return F.Linear(x, fc.Weight, Mode == 1 ? shift : null);")]
    [InlineData("var m = Mode == 1 && Training ? mask : null; return Gated(x, m) + Gated(x * 2f, null);")]
    [InlineData("(Tensor a, Tensor b)? pair = null; if (Mode == 1) pair = (x.Tanh(), fc.Forward(x)); return pair is { } p ? p.a * p.b : x;")]
    public void Tensors_that_may_be_null(string body) => Check(body);

    [Theory]
    [InlineData("foreach (var layer in layers) { x = layer.Forward(x).Tanh(); if (x.Sum().Item() > 0) return x * 2f; } return fc.Forward(x);")]
    [InlineData("for (var i = 0; i < 20; i++) { if (i == 11) return x + scale; x = fc.Forward(x).Tanh(); } return x;")]
    [InlineData("for (var i = 0; i < 20; i++) { x = fc.Forward(x).Tanh(); if (x.Mean().Item() < 0) { if (Training) return x; continue; } if (i > 4 && x.Sum().Item() < 1f) break; } return x * scale;")]
    [InlineData("var n = 0; while (true) { x = fc.Forward(x).Tanh() * 0.7f; if (x.Square().Mean().Item() < 0.05f || ++n == 6) return x + shift; }")]
    [InlineData("foreach (var layer in layers) { for (var i = 0; i < 12; i++) { x = layer.Forward(x).Tanh(); if (x.Sum().Item() > 0) return x; x = x * 1.2f; } } return x + scale;")]
    [InlineData("var (a, n) = Search(x); return a * n;")]
    [InlineData("foreach (var layer in layers) { if (Mode == 1) return layer.Forward(x); x = x + shift; } return x;")]
    public void Loops_return_from_their_middle(string body) => Check(body);

    private static void Check(string body)
    {
        var program = new Generation(("Net.cs", $$"""
            [Module]
            public partial class Net(bool isMasked)
            {
                public Body Body { get; } = new();
                public Tensor Forward([Shape("N, 4")] Tensor x) => isMasked ? Body.Forward(x, x.Sigmoid()) : Body.Forward(x);
            }

            [Module]
            public partial class Body
            {
                private readonly Linear fc = new(4, 4);
                private readonly Parameter scale = new(Tensor.Rand(4));
                private readonly Parameter shift = new(Tensor.Rand(4));
                private readonly ModuleList<Linear> layers = new(3, _ => new Linear(4, 4));
                public int Mode { get; set; }
                public Tensor Forward([Shape("N, 4")] Tensor x, Tensor? mask = null)
                {
                    {{body}}
                }

                private Tensor Gated(Tensor x, Tensor? gate) => gate is null ? x : x * gate;

                private (Tensor, Tensor) Search(Tensor x)
                {
                    for (var i = 0; i < 9; i++)
                    {
                        x = fc.Forward(x).Tanh();
                        if (x.Sum().Item() > 0)
                            return (x, scale * 2f);
                    }

                    return (x * 3f, shift.Tanh());
                }
            }
            """));
        Assert.DoesNotContain(program.Diagnostics, diagnostic => diagnostic.Id != "CS0162");
        var assembly = program.Load();
        foreach (var isMasked in new[] { true, false })
        {
            var net = Generation.Create(assembly, "Net", isMasked);
            for (var call = 0; call < 6; call++)
            {
                var inner = net.Children().Single();
                inner.GetType().GetProperty("Mode")!.SetValue(inner, call % 3);
                if (call % 2 == 0)
                    net.Train();
                else
                    net.Eval();
                Gradients.CheckCallAgainstForward(net, Tensor.Randn(call < 4 ? 3 : 5, 4));
            }
        }
    }
}

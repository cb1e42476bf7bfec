namespace NnGen.Generator.Tests.Execution;

/// <summary>Recomputed bodies go the same way again: loops take as many turns, branches the same arms, dropout the same masks.</summary>
[Collection(DefaultGenerator.Name)]
public class RecomputeFlowTests
{
    [Theory]
    [InlineData("if (Training) x = F.Dropout(x); return fc.Forward(x);")]
    [InlineData("return x.Sum().Item() > 0 ? F.Dropout(fc.Forward(x), 0.3f, Training) : fc.Forward(x).Tanh();")]
    [InlineData("var n = 0; while (x.Square().Mean().Item() > 0.05f) { x = F.Dropout(fc.Forward(x).Tanh(), 0.2f, Training) * 0.7f; if (++n == 5) break; } return x * (float)n;")]
    [InlineData("foreach (var layer in layers) { x = layer.Forward(F.Dropout(x, 0.1f, Training)).Tanh(); if (x.Sum().Item() > 0) return x; } return x * 2f;")]
    [InlineData("var all = new List<Tensor>(); for (var i = 0; i < layers.Count; i++) { x = layers[i].Forward(x).Tanh(); if (i == 1) continue; all.Add(x); } return F.Stack(all, 0).Sum(0);")]
    public void Goes_the_same_way(string body)
    {
        var assembly = new Generation(("Net.cs", $$"""
            using System.Collections.Generic;
            {{Body("Plain", body)}}

            [Recompute]
            {{Body("Recomputed", body)}}

            [Module]
            public partial class Net(bool isRecomputed)
            {
                private readonly Plain? plain = isRecomputed ? null : new();
                private readonly Recomputed? recomputed = isRecomputed ? new() : null;
                private readonly Linear head = new(4, 4);
                public Tensor Forward([Shape("N, 4")] Tensor x) => head.Forward(plain is not null ? plain.Forward(x) : recomputed!.Forward(x));
            }
            """)).Load();
        for (var seed = 0; seed < 6; seed++)
        {
            var x = Tensor.Randn(3, 4);
            var (expected, actual) = (Run(assembly, isRecomputed: false, seed, x), Run(assembly, isRecomputed: true, seed, x));
            Gradients.AssertBitwise(expected.Result, actual.Result);
            foreach (var (name, gradient) in expected.Of)
                Assert.Equal(gradient, actual.Of[name.Replace("plain", "recomputed", StringComparison.Ordinal)]);
        }
    }

    private static Gradients.Pass Run(System.Reflection.Assembly assembly, bool isRecomputed, int seed, Tensor x)
    {
        Rng.ManualSeed(seed);
        var net = Generation.Create(assembly, "Net", isRecomputed);
        return Gradients.Run(net, x, ((IModule<Tensor, Tensor>)net).Call);
    }

    private static string Body(string name, string body) => $$"""
        [Module]
        public partial class {{name}}
        {
            private readonly Linear fc = new(4, 4);
            private readonly ModuleList<Linear> layers = new(3, _ => new Linear(4, 4));
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                {{body}}
            }
        }
        """;
}

using System.Reflection;

namespace NnGen.Generator.Tests.Execution;

/// <summary>Ops of every kind, declared in a library and used in modules of a project that references it: compiled, differentiated, fused and checked.</summary>
[Collection(DefaultGenerator.Name)]
public class UserOpModuleTests
{
    private const string Ops = """
        #pragma warning disable CS1591
        using System;
        namespace Mine;

        [Op("x: *S -> y: *S")]
        public readonly partial struct ScaleOp(float factor = 3)
        {
            public V Forward<V>(V x) where V : struct, IVector<V> => x * V.Create(factor);
            public V Backward<V>(V dy) where V : struct, IVector<V> => dy * V.Create(factor);
        }

        /// <summary>The sign, whose gradient is that of the identity.</summary>
        [Op("x: *S -> y: *S")]
        public readonly partial struct StraightSignOp
        {
            public V Forward<V>(V x) where V : struct, IVector<V> => V.Select(V.LessThan(x, V.Zero), -V.One, V.One);
            public V Backward<V>(V dy) where V : struct, IVector<V> => dy;
        }

        /// <summary>The identity, whose gradient is reversed.</summary>
        [Op("x: *S -> y: *S")]
        public readonly partial struct ReverseOp(float strength)
        {
            public V Forward<V>(V x) where V : struct, IVector<V> => x;
            public V Backward<V>(V dy) where V : struct, IVector<V> => dy * V.Create(-strength);
        }

        [Op("a: #*S; b: #*S -> y: *S")]
        public readonly partial struct GateOp
        {
            public V Forward<V>(V a, V b) where V : struct, IVector<V> => a * V.Sigmoid(b);
            public V BackwardA<V>(V b, V dy) where V : struct, IVector<V> => dy * V.Sigmoid(b);
            public V BackwardB<V>(V a, V b, V dy) where V : struct, IVector<V> => dy * a * V.Sigmoid(b) * (V.One - V.Sigmoid(b));
        }

        /// <summary>Rows of length one; keeps their norms.</summary>
        [Op("x: *B, K -> y: *B, K; ~norm: *B")]
        public static partial class UnitRowsOp
        {
            public static void Forward(ReadOnlySpan<float> x, Span<float> y, Span<float> norm, int b, int k)
            {
                for (var i = 0; i < b; i++)
                {
                    var sum = 0f;
                    for (var j = 0; j < k; j++)
                        sum += x[i * k + j] * x[i * k + j];
                    norm[i] = MathF.Sqrt(sum);
                    for (var j = 0; j < k; j++)
                        y[i * k + j] = x[i * k + j] / norm[i];
                }
            }

            public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> norm, ReadOnlySpan<float> dy, Gradient dx, int b, int k)
            {
                if (!dx.IsWanted)
                    return;
                for (var i = 0; i < b; i++)
                {
                    var dot = 0f;
                    for (var j = 0; j < k; j++)
                        dot += y[i * k + j] * dy[i * k + j];
                    for (var j = 0; j < k; j++)
                    {
                        var value = (dy[i * k + j] - y[i * k + j] * dot) / norm[i];
                        dx.Span[i * k + j] = dx.Accumulate ? dx.Span[i * k + j] + value : value;
                    }
                }
            }
        }

        /// <summary>Mean and largest of each row.</summary>
        [Op("x: *B, K -> mean: *B, 1; largest: *B, 1")]
        public static partial class RowStatisticsOp
        {
            public static void Forward(ReadOnlySpan<float> x, Span<float> mean, Span<float> largest, int b, int k)
            {
                for (var i = 0; i < b; i++)
                {
                    (mean[i], largest[i]) = (0, x[i * k]);
                    for (var j = 0; j < k; j++)
                        (mean[i], largest[i]) = (mean[i] + x[i * k + j] / k, MathF.Max(largest[i], x[i * k + j]));
                }
            }

            public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> largest, ReadOnlySpan<float> dmean, ReadOnlySpan<float> dlargest, Gradient dx, int b, int k)
            {
                for (var i = 0; dx.IsWanted && i < b * k; i++)
                {
                    var value = (dmean.IsAbsent() ? 0 : dmean[i / k] / k) + (dlargest.IsAbsent() || x[i] != largest[i / k] ? 0 : dlargest[i / k]);
                    dx.Span[i] = dx.Accumulate ? dx.Span[i] + value : value;
                }
            }
        }

        /// <summary>Adds a shift where there is one.</summary>
        [Op("x: *B, K; shift: K? -> y: *B, K")]
        public static partial class MaybeShiftOp
        {
            public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> shift, Span<float> y, int k)
            {
                for (var i = 0; i < x.Length; i++)
                    y[i] = x[i] + (shift.IsAbsent() ? 0 : shift[i % k]);
            }

            public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Gradient dshift, int k)
            {
                dx.Write(dy);
                if (dshift.IsWanted && !dshift.Accumulate)
                    dshift.Span.Clear();
                for (var i = 0; dshift.IsWanted && i < dy.Length; i++)
                    dshift.Span[i % k] += dy[i];
            }
        }

        /// <summary>Noise of a given size, the same in both passes.</summary>
        [Op("x: *S -> y: *S")]
        public static partial class JitterOp
        {
            public static long Draws(int s, bool training) => training ? s : 0;

            public static void Forward(ReadOnlySpan<float> x, Span<float> y, RandomState random, bool training)
            {
                for (var i = 0; i < x.Length; i++)
                    y[i] = training ? x[i] * Factor(random, i) : x[i];
            }

            public static void Backward(ReadOnlySpan<float> dy, Gradient dx, RandomState random, bool training)
            {
                for (var i = 0; dx.IsWanted && i < dy.Length; i++)
                {
                    var value = training ? dy[i] * Factor(random, i) : dy[i];
                    dx.Span[i] = dx.Accumulate ? dx.Span[i] + value : value;
                }
            }

            private static float Factor(RandomState random, int i) => 1 + ((float)((random.Counter + (ulong)i) % 7) / 10);
        }

        [Op("xs: [*B, K]... -> y: *B, K")]
        public static partial class ProductOfAllOp
        {
            public static void Forward(TensorSpans xs, Span<float> y)
            {
                for (var i = 0; i < y.Length; i++)
                {
                    y[i] = 1;
                    for (var t = 0; t < xs.Count; t++)
                        y[i] *= xs[t][i];
                }
            }

            public static void Backward(TensorSpans xs, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, GradientSpans dxs)
            {
                for (var t = 0; t < xs.Count; t++)
                {
                    var dx = dxs[t];
                    for (var i = 0; dx.IsWanted && i < dy.Length; i++)
                    {
                        var value = dy[i] * y[i] / xs[t][i];
                        dx.Span[i] = dx.Accumulate ? dx.Span[i] + value : value;
                    }
                }
            }
        }

        [Op("x: N, parts*K -> y: N, parts, K", IsView = true)]
        public static partial class HeadsOp
        {
            public static partial Tensor Apply(Tensor x, int parts);
        }

        [Op("x: *S; target: *S -> y: ()")]
        public static partial class HuberlessOp
        {
            public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> target, Span<float> y, int s)
            {
                y[0] = 0;
                for (var i = 0; i < s; i++)
                    y[0] += MathF.Sqrt(1 + (x[i] - target[i]) * (x[i] - target[i])) / s;
            }

            public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> target, ReadOnlySpan<float> dy, Gradient dx, int s)
            {
                for (var i = 0; dx.IsWanted && i < s; i++)
                {
                    var value = dy[0] * (x[i] - target[i]) / MathF.Sqrt(1 + (x[i] - target[i]) * (x[i] - target[i])) / s;
                    dx.Span[i] = dx.Accumulate ? dx.Span[i] + value : value;
                }
            }
        }

        /// <summary>Counts what it has seen.</summary>
        [Op("x: *S; !seen: () -> y: *S", IsDifferentiable = false)]
        public static partial class CountOp
        {
            public static void Forward(ReadOnlySpan<float> x, Span<float> seen, Span<float> y, bool training = true)
            {
                if (training)
                    seen[0]++;
                y.Fill(seen[0]);
            }
        }

        public static class My
        {
            /// <summary>Travels with the library as its ops.</summary>
            [Differentiable]
            public static Tensor Squash(this Tensor x, Tensor weight, float scale = 2f)
            {
                var y = Half(x * scale);
                return MaybeShiftOp.Apply(y.Reshape(x.Shape[0], -1), null) * weight;
            }

            private static Tensor Half(Tensor x) => (x / 2f).Tanh();

            /// <summary>Travels with every way through its conditions.</summary>
            [Differentiable]
            public static Tensor Center(this Tensor x, int dim, Tensor? weight = null, bool isScaled = false)
            {
                if (x.Rank < 2)
                    throw new ArgumentException($"{x.Rank} dims are too few.");
                var y = x - x.Sum(dim, keepDim: true) / x.Size(dim);
                if (isScaled)
                    y = y / MathF.Sqrt(x.Size(dim));
                return weight is null ? y.Tanh() : y * weight;
            }

            [Lowers(typeof(ScaleOp))]
            public static Tensor Scale(this Tensor x, float factor = 3) => ScaleOp.Apply(x, factor);
        }
        """;

    private const string Modules = """
        using Mine;

        [Module]
        public partial class Chain
        {
            private readonly Linear fc = new(4, 4);
            private readonly Parameter gate = new(Tensor.Rand(4));
            public Tensor Forward([Shape("N, 4")] Tensor x) => GateOp.Apply(ScaleOp.Apply(fc.Forward(x), 2f).Scale(), gate).Tanh();
        }

        [Module]
        public partial class Kernels
        {
            private readonly Linear fc = new(4, 4);
            private readonly Parameter shift = new(Tensor.Rand(4));
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var y = UnitRowsOp.Apply(fc.Forward(x));
                var (mean, largest) = RowStatisticsOp.Apply(y);
                y = MaybeShiftOp.Apply(y, null) - mean * MaybeShiftOp.Apply(y, shift) + largest;
                return ProductOfAllOp.Apply([y, y + 2f, x]);
            }
        }

        [Module]
        public partial class Others
        {
            private readonly Linear fc = new(4, 4);
            [Buffer] private readonly Tensor seen = Tensor.Zeros();
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var heads = HeadsOp.Apply(fc.Forward(x).Tanh(), 2);
                var noisy = JitterOp.Apply(heads, Training);
                return HuberlessOp.Apply(noisy, CountOp.Apply(heads, seen, Training)) * noisy;
            }
        }

        [Module]
        public partial class Composed(float scale)
        {
            private readonly Linear fc = new(4, 4);
            private readonly Parameter weight = new(Tensor.Rand(4));
            public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x).Squash(weight, scale * 2f) + x.Squash(weight);
        }

        [Module]
        public partial class Centered(float scale)
        {
            private readonly Linear fc = new(4, 4);
            private readonly Parameter weight = new(Tensor.Rand(4));
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var h = fc.Forward(x).Center(1).Center(0, weight, isScaled: true);
                var isLarge = h.Sum().Item() > 100f;
                return h + x.Center(-1, scale > 1f ? weight : null, isScaled: isLarge) + x.Center(1, weight, scale < 1f);
            }
        }

        [Module]
        public partial class Checked
        {
            private readonly Parameter weight = new(Tensor.Rand(1));
            public Tensor Forward(Tensor x) => (x * weight).Center(0);
        }

        [Module]
        public partial class Reversed
        {
            private readonly Linear fc = new(4, 4);
            public Tensor Forward([Shape("N, 4")] Tensor x) => StraightSignOp.Apply(ReverseOp.Apply(fc.Forward(x), 0.5f)) * x;
        }
        """;

    [Theory]
    [InlineData("Chain", true)]
    [InlineData("Kernels", true)]
    [InlineData("Composed", true)]
    [InlineData("Centered", true)]
    [InlineData("Others", false)]
    [InlineData("Reversed", false)]
    public void Modules_use_them_like_the_librarys(string type, bool isSmooth)
    {
        var program = Programs.Value.User;
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(Programs.Value.Assembly, type, type is "Composed" or "Centered" ? [0.5f] : []);
        var x = Tensor.Rand(3, 4);
        if (type != "Others")
        {
            Gradients.CheckCallAgainstForward(net, x);
        }
        else
        {
            // Both count, and both draw the same numbers from where the generator stands.
            var buffer = (Tensor)net.NamedBuffers().Single().Buffer;
            Rng.ManualSeed(3);
            var expected = Gradients.Run(net, x, ((IModule<Tensor, Tensor>)net).Forward);
            buffer.Zero();
            Rng.ManualSeed(3);
            var actual = Gradients.Run(net, x, ((IModule<Tensor, Tensor>)net).Call);
            Gradients.AssertBitwise(expected.Result, actual.Result);
            foreach (var (name, gradient) in expected.Of)
                Gradients.AssertClose(name, gradient, actual.Of[name], relative: 1e-5f, absolute: 1e-6f);
            Assert.Equal(1, buffer.Item());
        }

        if (isSmooth)
            Gradients.CheckCallAgainstDifferences(net, Tensor.Rand(2, 4) + 0.5f);
    }

    [Fact]
    public void Pointwise_ones_become_one_loop_with_the_librarys()
    {
        var text = Programs.Value.User.Text("Chain.g.cs");
        Assert.Contains("struct ScaleScaleGateTanh", text, StringComparison.Ordinal);
        Assert.Equal(1, Occurrences(text, "rt::Pointwise.Forward("));
    }

    [Fact]
    public void A_check_of_a_composite_stands_in_its_caller()
    {
        var user = Generation.Create(Programs.Value.Assembly, "Checked");
        var error = Assert.Throws<ArgumentException>(() => ((IModule<Tensor, Tensor>)user).Call(Tensor.Rand(3)));
        Assert.Equal("1 dims are too few.", error.Message);
    }

    [Fact]
    public void A_module_used_as_a_whole_passes_gradients_reversed()
    {
        var net = Generation.Create(Programs.Value.Assembly, "Reversed");
        var x = Tensor.Ones(1, 4);
        x.RequiresGrad = true;
        ((IModule<Tensor, Tensor>)net).Call(x).Backward(Tensor.Ones(1, 4));
        Assert.Equal([-0.5f, -0.5f, -0.5f, -0.5f], net.NamedParameters().Single(named => named.Name == "fc.bias").Parameter.Grad!.ToArray());
    }

    private static Lazy<(Generation User, Assembly Assembly)> Programs { get; } = new(() =>
    {
        var library = new Generation(("Ops.cs", Ops));
        Assert.Empty(library.Diagnostics);
        var user = new Generation([library], ("Net.cs", Modules));
        return (user, user.Load());
    });

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}

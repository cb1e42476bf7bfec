using System.Reflection;

namespace NnGen.Generator.Tests.Ops;

/// <summary>Ops of users' own projects, in C# 12: the generated half compiles without warnings and differentiates.</summary>
public class UserOpTests
{
    private const string Usings = "#pragma warning disable CS1591\n#nullable enable\nusing System;\n";

    [Fact]
    public void KernelOpWithOptionalInputSavedResultAndHyperparameter()
    {
        var apply = Compile("""
            namespace Mine;
            /// <summary>Scaled rows.</summary>
            [Op("x: *B, K; scale: K? -> y: *B, K; ~norm: *B")]
            public static partial class ScaleRowsOp
            {
                public static void Forward(
                    ReadOnlySpan<float> x, ReadOnlySpan<float> scale, Span<float> y, Span<float> norm, int b, int k, float factor = 2)
                {
                    for (var i = 0; i < b; i++)
                    {
                        norm[i] = factor;
                        for (var j = 0; j < k; j++)
                            y[i * k + j] = x[i * k + j] * factor * (scale.IsAbsent() ? 1 : scale[j]);
                    }
                }

                public static void Backward(
                    ReadOnlySpan<float> x,
                    ReadOnlySpan<float> scale,
                    ReadOnlySpan<float> norm,
                    ReadOnlySpan<float> dy,
                    Gradient dx,
                    Gradient dscale,
                    Shape xShape,
                    int k)
                {
                    if (dscale.IsWanted && !dscale.Accumulate)
                        dscale.Span.Clear();
                    for (var i = 0; i < xShape.Count; i++)
                    {
                        var value = dy[i] * norm[i / k] * (scale.IsAbsent() ? 1 : scale[i % k]);
                        if (dx.IsWanted)
                            dx.Span[i] = dx.Accumulate ? dx.Span[i] + value : value;
                        if (dscale.IsWanted)
                            dscale.Span[i % k] += dy[i] * norm[i / k] * x[i];
                    }
                }
            }
            """, "Mine.ScaleRowsOp");
        var x = Leaf([1, 2, 3, 4], 2, 2);
        var scale = Leaf([10, 20], 2);
        var y = (Tensor)apply.Invoke(null, [x, scale, 2f])!;
        Assert.Equal([20, 80, 60, 160], y.ToArray());
        y.Backward(Tensor.Ones(2, 2));
        Assert.Equal([20, 40, 20, 40], x.Grad!.ToArray());
        Assert.Equal([8, 12], scale.Grad!.ToArray());

        x.Grad = null;
        ((Tensor)apply.Invoke(null, [x, null, Type.Missing])!).Backward(Tensor.Ones(2, 2));
        Assert.Equal([2, 2, 2, 2], x.Grad!.ToArray());
    }

    [Fact]
    public void PointwiseOpOfThreeInputs()
    {
        var apply = Compile("""
            /// <summary>a + w (b - a).</summary>
            [Op("a: #*S; b: #*S; w: #*S -> y: *S")]
            public readonly partial struct LerpOp
            {
                public V Forward<V>(V w, V a, V b) where V : struct, IVector<V> => a + (w * (b - a));
                public V BackwardA<V>(V w, V dy) where V : struct, IVector<V> => dy * (V.One - w);
                public V BackwardB<V>(V w, V dy) where V : struct, IVector<V> => dy * w;
                public V BackwardW<V>(V a, V b, V dy) where V : struct, IVector<V> => dy * (b - a);
            }
            """, "LerpOp");
        var a = Leaf([1, 2], 2);
        var b = Leaf([5, 10], 2);
        var w = Leaf([0.25f]);
        var y = (Tensor)apply.Invoke(null, [a, b, w])!;
        Assert.Equal([2, 4], y.ToArray());
        y.Backward(Tensor.Ones(2));
        Assert.Equal([0.75f, 0.75f], a.Grad!.ToArray());
        Assert.Equal([0.25f, 0.25f], b.Grad!.ToArray());
        Assert.Equal(12, w.Grad!.Item());
    }

    [Fact]
    public void VariadicOpWithSeveralResults()
    {
        var apply = Compile("""
            public static partial class Outer
            {
                /// <summary>Sum and product.</summary>
                [Op("xs: [N]... -> sum: N; product: N")]
                public static partial class SumAndProductOp
                {
                    public static void Forward(TensorSpans xs, Span<float> sum, Span<float> product, int n)
                    {
                        for (var i = 0; i < n; i++)
                        {
                            (sum[i], product[i]) = (0, 1);
                            for (var t = 0; t < xs.Count; t++)
                                (sum[i], product[i]) = (sum[i] + xs[t][i], product[i] * xs[t][i]);
                        }
                    }

                    public static void Backward(
                        TensorSpans xs,
                        ReadOnlySpan<float> product,
                        ReadOnlySpan<float> dsum,
                        ReadOnlySpan<float> dproduct,
                        GradientSpans dxs,
                        ReadOnlySpan<Shape> xsShapes)
                    {
                        for (var t = 0; t < xsShapes.Length; t++)
                        {
                            var dx = dxs[t];
                            for (var i = 0; dx.IsWanted && i < dx.Span.Length; i++)
                            {
                                var value = (dsum.IsAbsent() ? 0 : dsum[i]) + (dproduct.IsAbsent() ? 0 : dproduct[i] * product[i] / xs[t][i]);
                                dx.Span[i] = dx.Accumulate ? dx.Span[i] + value : value;
                            }
                        }
                    }
                }
            }

            /// <summary>Reflection passes arrays only.</summary>
            public static class SumAndProduct
            {
                public static (Tensor, Tensor) Apply(Tensor[] xs) => Outer.SumAndProductOp.Apply(xs);
            }
            """, "SumAndProduct");
        var a = Leaf([2, 3], 2);
        var b = Leaf([5, 7], 2);
        var (sum, product) = ((Tensor, Tensor))apply.Invoke(null, [new[] { a, b, a }])!;
        Assert.Equal([9, 13], sum.ToArray());
        Assert.Equal([20, 63], product.ToArray());
        Autograd.Backward([sum, product], [Tensor.Ones(2), Tensor.Ones(2)]);
        Assert.Equal([22, 44], a.Grad!.ToArray());
        Assert.Equal([5, 10], b.Grad!.ToArray());

        b.Grad = null;
        (sum, _) = ((Tensor, Tensor))apply.Invoke(null, [new[] { a, b }])!;
        sum.Backward(Tensor.Ones(2));
        Assert.Equal([1, 1], b.Grad!.ToArray());
    }

    [Fact]
    public void RandomOpWithStateAndView()
    {
        var program = new Generation(("Ops.cs", Usings + """
            /// <summary>Counts its calls.</summary>
            [Op("x: *S; !count: () -> y: *S", IsDifferentiable = false)]
            public static partial class CountOp
            {
                public static long Draws(int s, bool training) => training ? s : 0;
                public static void Forward(
                    ReadOnlySpan<float> x, Span<float> count, Span<float> y, RandomState random, bool training = true)
                {
                    count[0]++;
                    y.Fill(random.Counter);
                }
            }

            /// <summary>Two halves.</summary>
            [Op("x: N -> y: parts, N / parts", IsView = true)]
            public static partial class HalvesOp
            {
                /// <summary>Parts of equal length.</summary>
                public static partial Tensor Apply(Tensor x, int parts = 2);
            }
            """));
        Assert.Empty(program.Diagnostics);
        var assembly = program.Load();
        var count = Tensor.Zeros();
        var apply = assembly.GetType("CountOp", true)!.GetMethod("Apply")!;
        var first = (Tensor)apply.Invoke(null, [Tensor.Ones(8), count, true])!;
        var second = (Tensor)apply.Invoke(null, [Tensor.Ones(8), count, false])!;
        var third = (Tensor)apply.Invoke(null, [Tensor.Ones(8), count, true])!;
        Assert.Equal(3, count.Item());
        Assert.Equal(first.ToArray()[0] + 2, second.ToArray()[0]);
        Assert.Equal(second.ToArray(), third.ToArray());

        var halves = (Tensor)assembly.GetType("HalvesOp", true)!.GetMethod("Apply")!.Invoke(null, [Leaf([1, 2, 3, 4], 4), 2])!;
        Assert.Equal([2, 2], halves.Shape.ToArray());
    }

    private static MethodInfo Compile(string source, string type)
    {
        var program = new Generation(("Ops.cs", Usings + source));
        Assert.Empty(program.Diagnostics);
        return program.Load().GetType(type, throwOnError: true)!.GetMethod("Apply")!;
    }

    private static Tensor Leaf(float[] values, params int[] shape)
    {
        var leaf = Tensor.From(values, shape);
        leaf.RequiresGrad = true;
        return leaf;
    }
}

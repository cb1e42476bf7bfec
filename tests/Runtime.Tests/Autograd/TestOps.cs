using NnGen.CompilerServices;

namespace NnGen.Tests.AutogradTests;

/// <summary>A few recorded ops written by hand, so that the engine is tested on its own.</summary>
internal static class TestOps
{
    public static Tensor Mul(Tensor a, Tensor b) => Record(
        Tensor.From(Zip(a, b, (x, y) => x * y), a.Shape), [a, b], () => new MulNode(a, b));

    public static Tensor Add(Tensor a, Tensor b) => Record(
        Tensor.From(Zip(a, b, (x, y) => x + y), a.Shape), [a, b], () => new AddNode(a, b));

    public static Tensor Sum(Tensor x) => Record(Tensor.From(x.ToArray().Sum()), [x], () => new SumNode(x));

    public static Tensor Scale(Tensor x, float factor) => Record(
        Tensor.From([.. x.ToArray().Select(v => v * factor)], x.Shape), [x], () => new ScaleNode(x, factor));

    /// <summary>The halves of a vector, as two results of one node.</summary>
    public static (Tensor First, Tensor Second) Halves(Tensor x)
    {
        var half = x.Count / 2;
        var first = Tensor.From(x.ToArray()[..half]);
        var second = Tensor.From(x.ToArray()[half..]);
        if (Recording.IsWanted(x))
        {
            var node = new HalvesNode(x);
            node.Produce(first, 0);
            node.Produce(second, 1);
        }

        return (first, second);
    }

    /// <summary>x, with a backward that runs <paramref name="onBackward"/> after it has asked for its gradient.</summary>
    public static Tensor Hook(Tensor x, Action onBackward) => Record(
        Tensor.From(x.AsSpan(), x.Shape), [x], () => new HookNode(x, onBackward));

    private static float[] Zip(Tensor a, Tensor b, Func<float, float, float> op) => [.. a.ToArray().Zip(b.ToArray(), op)];

    private static Tensor Record(Tensor result, Tensor[] inputs, Func<Node> node)
    {
        if (Recording.IsWanted(inputs))
            node().Produce(result);
        return result;
    }

    private sealed class MulNode(Tensor a, Tensor b) : Node(a, b)
    {
        private SavedTensor _a = new(a);
        private SavedTensor _b = new(b);

        public override string Name => "MulBackward";

        // The second gradient is asked for and written first.
        public override void Backward(ReadOnlySpan<Tensor?> resultGradients, GradientTargets inputs)
        {
            var dy = resultGradients[0]!.AsSpan();
            Write(inputs[1], dy, _a.Floats(this));
            Write(inputs[0], dy, _b.Floats(this));
        }

        public override void Release() => (_a, _b) = (default, default);

        private static void Write(Gradient target, ReadOnlySpan<float> dy, ReadOnlySpan<float> other)
        {
            for (var i = 0; i < target.Span.Length; i++)
                target.Span[i] = (target.Accumulate ? target.Span[i] : 0) + (dy[i] * other[i]);
        }
    }

    private sealed class AddNode(Tensor a, Tensor b) : Node(a, b)
    {
        public override string Name => "AddBackward";

        // Both gradients are asked for before either is written.
        public override void Backward(ReadOnlySpan<Tensor?> resultGradients, GradientTargets inputs)
        {
            var da = inputs[0];
            var db = inputs[1];
            db.Write(resultGradients[0]!.AsSpan());
            da.Write(resultGradients[0]!.AsSpan());
        }
    }

    private sealed class SumNode(Tensor x) : Node(x)
    {
        private readonly int _count = x.Count;

        public override string Name => "SumBackward";

        public override void Backward(ReadOnlySpan<Tensor?> resultGradients, GradientTargets inputs)
            => inputs[0].Write([.. Enumerable.Repeat(resultGradients[0]!.Item(), _count)]);
    }

    private sealed class ScaleNode(Tensor x, float factor) : Node(x)
    {
        public override string Name => "ScaleBackward";

        public override void Backward(ReadOnlySpan<Tensor?> resultGradients, GradientTargets inputs)
            => inputs[0].Write([.. resultGradients[0]!.ToArray().Select(v => v * factor)]);
    }

    private sealed class HalvesNode(Tensor x) : Node(x)
    {
        private readonly int _half = x.Count / 2;

        public override string Name => "HalvesBackward";

        public override void Backward(ReadOnlySpan<Tensor?> resultGradients, GradientTargets inputs)
            => inputs[0].Write([.. Values(resultGradients[0]), .. Values(resultGradients[1])]);

        private float[] Values(Tensor? gradient) => gradient?.ToArray() ?? new float[_half];
    }

    private sealed class HookNode(Tensor x, Action onBackward) : Node(x)
    {
        public override string Name => "HookBackward";

        public override void Backward(ReadOnlySpan<Tensor?> resultGradients, GradientTargets inputs)
        {
            var target = inputs[0];
            onBackward();
            target.Write(resultGradients[0]!.AsSpan());
        }
    }
}

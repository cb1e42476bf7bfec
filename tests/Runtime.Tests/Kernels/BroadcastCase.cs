using NnGen.CompilerServices;

namespace NnGen.Tests.KernelTests;

/// <summary><c>a * b + c</c> over random shapes that broadcast to one, and its gradients, against loops over single elements.</summary>
internal sealed class BroadcastCase
{
    private readonly Shape _result;
    private readonly Shape[] _shapes;

    private BroadcastCase(Shape result, Shape[] shapes) => (_result, _shapes) = (result, shapes);

    public static BroadcastCase Random(Random random, int largest)
    {
        int[] result = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(4) == 0 ? 1 : random.Next(1, largest))];
        Shape Input()
        {
            int[] dims = result[random.Next(result.Length + 1)..];
            for (int d = 0; d < dims.Length; d++)
                if (random.Next(3) == 0) dims[d] = 1;
            return dims;
        }

        return new BroadcastCase(result, [random.Coin() ? result : Input(), Input(), Input()]);
    }

    public void RunAndCheck(Random random)
    {
        BroadcastLayout? layout = BroadcastLayout.Create(_result, _shapes);
        float[][] inputs = [.. _shapes.Select(s => random.Floats(s.Count))];
        float[] y = new float[_result.Count];
        Pointwise.Forward(default(PointwiseTests.ProductAndSum), inputs[0], inputs[1], inputs[2], y, layout);

        float[] dy = random.Floats(_result.Count);
        float[][] before = [.. _shapes.Select(s => random.Floats(s.Count))];
        float[][] gradients = [.. before.Select(g => g.ToArray())];
        bool[] accumulate = [random.Coin(), random.Coin(), random.Coin()];
        bool isFirstWanted = random.Coin();
        Pointwise.Backward(
            default(PointwiseTests.ProductAndSum),
            inputs[0],
            inputs[1],
            default,
            default,
            dy,
            isFirstWanted ? new Gradient(gradients[0], accumulate[0]) : Gradient.Unwanted,
            new Gradient(gradients[1], accumulate[1]),
            new Gradient(gradients[2], accumulate[2]),
            layout);

        double[][] expected = [.. before.Select((g, i) => g.Select(v => accumulate[i] ? (double)v : 0).ToArray())];
        for (int i = 0; i < y.Length; i++)
        {
            (int a, int b, int c) = (Offset(_shapes[0], i), Offset(_shapes[1], i), Offset(_shapes[2], i));
            Assert.Equal(inputs[0][a] * inputs[1][b] + inputs[2][c], y[i]);
            expected[0][a] += (double)dy[i] * inputs[1][b];
            expected[1][b] += (double)dy[i] * inputs[0][a];
            expected[2][c] += dy[i];
        }

        if (!isFirstWanted) expected[0] = [.. before[0].Select(v => (double)v)];
        for (int input = 0; input < 3; input++)
        {
            for (int i = 0; i < expected[input].Length; i++)
                Assert.True(Math.Abs(expected[input][i] - gradients[input][i]) < 1e-4, $"gradient {input} of {_shapes[input]} in {_result}");
        }
    }

    private int Offset(Shape shape, int index)
    {
        int offset = 0;
        int stride = 1;
        for (int d = 1; d <= _result.Rank; d++)
        {
            int position = index % _result[^d];
            index /= _result[^d];
            if (d > shape.Rank) continue;
            if (shape[^d] > 1) offset += position * stride;
            stride *= shape[^d];
        }

        return offset;
    }
}

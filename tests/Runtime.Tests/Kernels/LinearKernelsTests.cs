using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

public class LinearKernelsTests
{
    private const int Rows = 37, Outputs = 21, Inputs = 50;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void GradientsFollowThroughTheRelu(bool relu)
    {
        Random random = new(1);
        float[] x = random.Floats(Rows * Inputs);
        float[] weight = random.Floats(Outputs * Inputs);
        float[] bias = random.Floats(Outputs);
        float[] y = new float[Rows * Outputs];
        LinearKernels.Forward(x, weight, bias, y, Rows, Outputs, Inputs, relu);

        float[] dy = random.Floats(Rows * Outputs);
        float[] masked = [.. dy.Select((g, i) => relu && y[i] <= 0f ? 0f : g)];
        float[] dx = random.Floats(x.Length);
        float[] dxBefore = [.. dx];
        float[] dweight = new float[weight.Length];
        float[] dbias = new float[Outputs];
        LinearKernels.Backward(
            x, weight, relu ? y : default, dy, new Gradient(dx, true), new Gradient(dweight, false), new Gradient(dbias, false), Rows, Outputs, Inputs);

        for (int r = 0; r < Rows; r++)
        {
            for (int o = 0; o < Outputs; o++)
            {
                double sum = bias[o] + Enumerable.Range(0, Inputs).Sum(i => (double)x[r * Inputs + i] * weight[o * Inputs + i]);
                Assert.Equal(relu ? Math.Max(sum, 0) : sum, y[r * Outputs + o], 1e-5);
            }

            for (int i = 0; i < Inputs; i++)
            {
                double sum = Enumerable.Range(0, Outputs).Sum(o => (double)masked[r * Outputs + o] * weight[o * Inputs + i]);
                Assert.Equal(dxBefore[r * Inputs + i] + sum, dx[r * Inputs + i], 1e-5);
            }
        }

        for (int o = 0; o < Outputs; o++)
        {
            Assert.Equal(Enumerable.Range(0, Rows).Sum(r => (double)masked[r * Outputs + o]), dbias[o], 1e-5);
            for (int i = 0; i < Inputs; i++)
            {
                double sum = Enumerable.Range(0, Rows).Sum(r => (double)masked[r * Outputs + o] * x[r * Inputs + i]);
                Assert.Equal(sum, dweight[o * Inputs + i], 1e-5);
            }
        }
    }

    [Fact]
    public void UnwantedGradientsAreNotComputed()
        => LinearKernels.Backward(
            new float[4], new float[4], default, new float[4], Gradient.Unwanted, Gradient.Unwanted, Gradient.Unwanted, 2, 2, 2);
}

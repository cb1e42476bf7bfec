using System.Numerics.Tensors;

namespace NnGen.Kernels;

/// <summary>Statistics of channels and what is made of them, row by row; sums are taken in double precision.</summary>
internal static class ChannelNorm
{
    /// <summary>The mean of each channel, and its variance, divided by the number of elements.</summary>
    public static void Statistics(ReadOnlySpan<float> x, Channels channels, Span<float> mean, Span<float> variance)
    {
        x.Check(channels.PerChannel * channels.Count);
        for (var channel = 0; channel < channels.Count; channel++)
        {
            var sum = 0.0;
            for (var sample = 0; sample < channels.Batch; sample++)
                sum += DimSums.Sum(channels.Row(x, sample, channel));
            var center = sum / channels.PerChannel;
            var distances = 0.0;
            for (var sample = 0; sample < channels.Batch; sample++)
            {
                foreach (var value in channels.Row(x, sample, channel))
                    distances += (value - center) * (value - center);
            }

            mean[channel] = (float)center;
            variance[channel] = (float)(distances / channels.PerChannel);
        }
    }

    /// <summary><c>y = (x - mean) · rstd · weight + bias</c>.</summary>
    public static void Normalize(
        ReadOnlySpan<float> x,
        Channels channels,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> rstd,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> y)
    {
        y.Check(x.Length);
        for (var row = 0; row < channels.Batch * channels.Count; row++)
        {
            var channel = row % channels.Count;
            var target = y.Slice(row * channels.Plane, channels.Plane);
            TensorPrimitives.Subtract(x.Slice(row * channels.Plane, channels.Plane), mean[channel], target);
            TensorPrimitives.Multiply(target, rstd[channel] * (weight.IsEmpty ? 1 : weight[channel]), target);
            if (!bias.IsEmpty)
                TensorPrimitives.Add(target, bias[channel], target);
        }
    }

    /// <summary>The sum of each channel's gradients, and of them times the normalised elements.</summary>
    public static void Sums(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> dy,
        Channels channels,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> rstd,
        Span<float> total,
        Span<float> projected)
    {
        dy.Check(x.Length);
        for (var channel = 0; channel < channels.Count; channel++)
        {
            var (sum, product) = (0.0, 0.0);
            for (var sample = 0; sample < channels.Batch; sample++)
            {
                var gradients = channels.Row(dy, sample, channel);
                var values = channels.Row(x, sample, channel);
                sum += DimSums.Sum(gradients);
                for (var i = 0; i < values.Length; i++)
                    product += (double)gradients[i] * (values[i] - mean[channel]);
            }

            total[channel] = (float)sum;
            projected[channel] = (float)(product * rstd[channel]);
        }
    }

    /// <summary>The gradient of the elements, <c>(dy - constant - slope · (x - mean)) · rstd · weight</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="dy">The gradient of the result.</param>
    /// <param name="channels">The sizes.</param>
    /// <param name="mean">The mean of each channel.</param>
    /// <param name="rstd">The reciprocal of its deviation.</param>
    /// <param name="weight">The factor of each channel, or absent.</param>
    /// <param name="constant">What goes back through the mean.</param>
    /// <param name="slope">What goes back through the deviation.</param>
    /// <param name="dx">The gradient.</param>
    public static void Gradient(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> dy,
        Channels channels,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> rstd,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> constant,
        ReadOnlySpan<float> slope,
        Gradient dx)
    {
        using var scratch = Scratch.Rent(channels.Plane);
        var result = scratch.Span(channels.Plane);
        for (var row = 0; row < channels.Batch * channels.Count; row++)
        {
            var channel = row % channels.Count;
            var start = row * channels.Plane;
            TensorPrimitives.Subtract(x.Slice(start, channels.Plane), mean[channel], result);
            TensorPrimitives.Multiply(result, -slope[channel], result);
            TensorPrimitives.Add(result, dy.Slice(start, channels.Plane), result);
            TensorPrimitives.Subtract(result, constant[channel], result);
            TensorPrimitives.Multiply(result, rstd[channel] * (weight.IsEmpty ? 1 : weight[channel]), result);
            new Gradient(dx.Span.Slice(start, channels.Plane), dx.Accumulate).Write(result);
        }
    }
}

namespace NnGen.Kernels;

/// <summary>
/// The gradient of a convolution's weight: each element is the product of a channel of the output's gradient and of what one element
/// of the window reads, over all places and samples. The samples are cut into stretches, whose sums are computed side by side and
/// added in order.
/// </summary>
internal static unsafe class WeightGradient
{
    /// <summary>Stretches that the samples are cut into at most; where their sums are filtered, fewer, because these are larger.</summary>
    private const int MaxStretches = 16;
    private const int MaxFilteredStretches = 8;

    /// <summary>Room for the sums of all stretches, in floats: adding them up should cost little beside computing them.</summary>
    private const long MaxSums = 1 << 20;

    /// <summary>Sums over all samples.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="x">The input.</param>
    /// <param name="dy">The output's gradient.</param>
    /// <param name="dweight">The weight's gradient, [out, in/groups, window].</param>
    public static void Run(in Convolution convolution, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dweight)
    {
        var c = convolution;
        x.Check(c.Batch * c.InChannels * c.InputSize);
        dy.Check(c.Batch * c.OutChannels * c.OutputSize);
        dweight.Span.Check(c.OutChannels * c.Window);
        if (Winograd.Takes(c))
            RunFiltered(c, x, dy, dweight);
        else if (!c.IsDepthwise && ChannelGradient.Pays(c))
            RunByChannels(c, x, dy, dweight);
        else
            RunByWindows(c, x, dy, dweight);
    }

    /// <summary>The gradient of a bias: the sum of each channel over samples and places.</summary>
    /// <param name="dy">The gradient, [batch, channels, plane].</param>
    /// <param name="batch">How many samples there are.</param>
    /// <param name="channels">How many channels there are.</param>
    /// <param name="plane">Elements of a channel.</param>
    /// <param name="dbias">The sums.</param>
    public static void Bias(ReadOnlySpan<float> dy, int batch, int channels, int plane, Gradient dbias)
    {
        if (!dbias.IsWanted)
            return;
        using var scratch = Scratch.Rent(batch * channels);
        var sums = scratch.Span(batch * channels);
        Reductions.Sum(dy, batch * channels, plane, 1, new Gradient(sums, accumulate: false));
        Reductions.Sum(sums, 1, batch, channels, dbias);
    }

    private static void RunByWindows(in Convolution c, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dweight)
    {
        int count = c.OutChannels * c.Window, stretches = Stretches(c, count, MaxStretches);
        using var scratch = Scratch.Rent((long)count * stretches);
        var sums = scratch.Span(count * stretches);
        sums.Clear();
        fixed (float* px = x, py = dy)
        {
            Split samples = new(c.Batch, stretches);
            if (c.IsDepthwise)
            {
                DepthwiseGradient job = new() { Convolution = c, Samples = samples, X = px, Dy = py, Sums = scratch.Pointer };
                Threads.Run(job.Parts, ref job);
            }
            else
            {
                WindowGradient job = new() { Convolution = c, Samples = samples, X = px, Dy = py, Sums = scratch.Pointer };
                Threads.Run(stretches * c.Groups, ref job);
            }
        }

        dweight.Write(AddUp(sums, count));
    }

    private static void RunByChannels(in Convolution c, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dweight)
    {
        int count = ChannelGradient.Length(c), stretches = Stretches(c, count, MaxStretches);
        using var scratch = Scratch.Rent((long)count * stretches);
        var sums = scratch.Span(count * stretches);
        sums.Clear();
        fixed (float* px = x, py = dy)
        {
            ChannelGradient job = new(c, new Split(c.Batch, stretches), px, py, scratch.Pointer);
            Threads.Run(job.Parts, ref job);
        }

        using var ordered = Scratch.Rent(c.OutChannels * c.Window);
        var result = ordered.Span(c.OutChannels * c.Window);
        ChannelGradient.Order(c, AddUp(sums, count), result);
        dweight.Write(result);
    }

    private static void RunFiltered(in Convolution c, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dweight)
    {
        int inputs = Winograd.Inputs(c), stretches = Stretches(c, WinogradGradient.Length(inputs, c.OutChannels), MaxFilteredStretches);
        int blocks = c.Groups * WinogradGradient.Blocks(c, stretches), lanes = Simd.Width;
        int channels = ((c.OutChannels / blocks) + lanes - 1) / lanes * lanes;
        using var sums = Scratch.Rent(WinogradGradient.Length(inputs, channels) * blocks * stretches);
        fixed (float* px = x, py = dy, pw = dweight.Span)
        {
            WinogradGradient job = new(c, new Split(c.Batch, stretches), px, py, sums.Pointer);
            Threads.Run(job.Parts, ref job);
            WinogradWeightJob.Run(c, stretches, sums.Pointer, pw, dweight.Accumulate);
        }
    }

    private static int Stretches(in Convolution c, long count, int most)
        => (int)Math.Clamp(MaxSums / Math.Max(count, 1), 1, Math.Clamp(c.Batch, 1, most));

    private static Span<float> AddUp(Span<float> sums, int count)
    {
        for (int start = count; start < sums.Length; start += count)
            new Gradient(sums[..count], accumulate: true).Write(sums.Slice(start, count));
        return sums[..count];
    }
}

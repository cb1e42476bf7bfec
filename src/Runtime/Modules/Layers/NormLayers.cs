namespace NnGen;

/// <summary>What layers with running statistics have in common.</summary>
internal static class NormLayers
{
    /// <summary>PyTorch's version of their state: since 2 the number of batches is part of it.</summary>
    public const int StateVersion = 2;

    /// <summary>States of versions before lack the number of batches.</summary>
    public static void Upgrade(StateUpgrade state)
    {
        if (state.Version is null or < StateVersion)
            state.MayMiss("num_batches_tracked");
    }

    /// <summary>What they print.</summary>
    public static string Text(int features, double eps, double? momentum, bool affine, bool trackRunningStats)
        => $"{features}, eps={TorchText.Number(eps)}, momentum={(momentum is { } value ? TorchText.Number(value) : "None")}, "
            + $"affine={TorchText.Bool(affine)}, track_running_stats={TorchText.Bool(trackRunningStats)}";

    /// <summary>Starts running statistics again, where some are kept.</summary>
    public static void Reset(Tensor? mean, Tensor? variance, Tensor<long>? batches)
    {
        mean?.Fill(0);
        variance?.Fill(1);
        batches?.Fill(0);
    }
}

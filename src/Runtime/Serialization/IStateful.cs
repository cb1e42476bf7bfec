namespace NnGen;

/// <summary>
/// What has a state beside a model's that a training run needs to go on: optimizers, learning rate schedulers, data loaders, and
/// whatever a program adds. <see cref="Checkpoint"/> saves and restores it.
/// </summary>
public interface IStateful
{
    /// <summary>The state, of values that <see cref="TorchDict"/> names. Where PyTorch has the object too, in its layout.</summary>
    TorchDict StateDict();

    /// <summary>Takes over a state.</summary>
    /// <exception cref="CheckpointException">The state lacks something, or holds something else; nothing has changed.</exception>
    /// <exception cref="ArgumentException">The state does not fit; nothing has changed.</exception>
    void LoadStateDict(TorchDict state);
}

namespace NnGen;

/// <summary>
/// While it lasts, nothing is recorded on this thread. Made by <see cref="Autograd.NoGrad"/>; being a ref struct, it cannot
/// leak over an <c>await</c> to another thread.
/// </summary>
public readonly ref struct NoGradScope
{
    private readonly bool _wasEnabled;

    internal NoGradScope(bool wasEnabled) => _wasEnabled = wasEnabled;

    /// <summary>Restores what held before.</summary>
    public void Dispose() => Autograd.IsEnabled = _wasEnabled;
}

namespace NnGen;

/// <summary>Calls back after every full collection: an object that nobody holds is finalized by it, and makes the next one.</summary>
internal sealed class FullCollection
{
    private readonly Action _callback;

    private FullCollection(Action callback) => _callback = callback;

    ~FullCollection()
    {
        if (Environment.HasShutdownStarted)
            return;
        _callback();
        GC.ReRegisterForFinalize(this);
    }

    /// <summary>From now on <paramref name="callback"/> runs on the finalizer's thread after collections of the oldest generation.</summary>
    public static void Notify(Action callback) => _ = new FullCollection(callback);
}

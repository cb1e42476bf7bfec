namespace NnGen.CompilerServices;

/// <summary>
/// Lets many <c>Predict</c>s read weights at once and one <c>LoadStateDict</c> replace them in between, process-wide, because
/// models share submodules. Readers touch only a counter of their own stripe, so they do not slow each other down.
/// </summary>
internal static class WeightGate
{
    private const int Stripes = 64;
    private const int LongsPerCacheLine = 16;

    private static readonly long[] s_readers = new long[(Stripes + 1) * LongsPerCacheLine];
    private static readonly object s_writing = new();
    private static int s_isWriting;

    /// <summary>How many reads this thread is inside of: a nested one must not wait for a writer that waits for the outer one.</summary>
    [ThreadStatic]
    private static int t_depth;

    /// <summary>
    /// Waits until no weights are being replaced, and keeps them in place until <see cref="ExitRead"/> on the same thread.
    /// </summary>
    public static void EnterRead()
    {
        if (t_depth++ > 0)
            return;

        ref var readers = ref OwnStripe();
        while (true)
        {
            // The increment is a full fence: either the writer sees this reader, or this reader sees the writer.
            Interlocked.Increment(ref readers);
            if (Volatile.Read(ref s_isWriting) == 0)
                return;

            Interlocked.Decrement(ref readers);
            lock (s_writing)
            {
            }
        }
    }

    /// <summary>Ends what <see cref="EnterRead"/> began.</summary>
    public static void ExitRead()
    {
        if (--t_depth == 0)
            Interlocked.Decrement(ref OwnStripe());
    }

    /// <summary>Holds new readers back and waits for those that are reading. Not to be called inside a read.</summary>
    public static void EnterWrite()
    {
        Monitor.Enter(s_writing);
        Interlocked.Exchange(ref s_isWriting, 1);
        var spin = default(SpinWait);
        for (var stripe = 1; stripe <= Stripes; stripe++)
        {
            while (Volatile.Read(ref s_readers[stripe * LongsPerCacheLine]) != 0)
                spin.SpinOnce();
        }
    }

    /// <summary>Lets readers in again.</summary>
    public static void ExitWrite()
    {
        Volatile.Write(ref s_isWriting, 0);
        Monitor.Exit(s_writing);
    }

    private static ref long OwnStripe() => ref s_readers[((Environment.CurrentManagedThreadId & (Stripes - 1)) + 1) * LongsPerCacheLine];
}

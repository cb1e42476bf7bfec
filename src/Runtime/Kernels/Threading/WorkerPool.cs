using System.Runtime.ExceptionServices;

namespace NnGen.Kernels;

/// <summary>
/// Helper threads for short kernels. After a job they spin for some microseconds, because the next one mostly follows at
/// once, then park, so that an idle program uses no processor. A helper that wakes too late finds the job closed and is not
/// waited for.
/// </summary>
internal static unsafe class WorkerPool
{
    // About 20 to 50 microseconds on current processors: longer than the pause between two kernels of a step.
    private const int SpinsBeforeParking = 1000;

    private static readonly object s_gate = new();
    private static int s_started;
    private static int s_parked;

    // One job at a time. Its fields are written before it is opened and read by threads that saw it open.
    private static int s_busy;
    private static int s_generation;
    private static int s_open;
    private static int s_inside;
    private static delegate*<void*, int, void> s_run;
    private static void* s_job;
    private static int s_parts;
    private static int s_helpers;
    private static int s_next;
    private static ExceptionDispatchInfo? s_error;

    [ThreadStatic]
    private static bool t_isInside;

    /// <summary>Helpers that exist.</summary>
    public static int StartedThreads => s_started;

    /// <summary>Helpers that sleep until the next job.</summary>
    public static int ParkedThreads => Volatile.Read(ref s_parked);

    /// <summary>Runs a job on up to <paramref name="threads"/> threads; false where the pool is in use, also by the caller itself.</summary>
    public static bool TryRun(delegate*<void*, int, void> run, void* job, int parts, int threads)
    {
        if (t_isInside || Interlocked.CompareExchange(ref s_busy, 1, 0) != 0) return false;
        t_isInside = true;
        s_run = run;
        s_job = job;
        s_parts = parts;
        s_next = 0;
        s_helpers = Math.Min(threads, parts) - 1;
        Start(s_helpers);
        Interlocked.Exchange(ref s_open, 1);
        Wake();

        TakeParts();
        Close();
        ExceptionDispatchInfo? error = s_error;
        s_error = null;
        t_isInside = false;
        Volatile.Write(ref s_busy, 0);
        error?.Throw();
        return true;
    }

    private static void Wake()
    {
        Interlocked.Increment(ref s_generation);
        if (Volatile.Read(ref s_parked) == 0) return;
        lock (s_gate) Monitor.PulseAll(s_gate);
    }

    /// <summary>After this no helper is inside the job, and none can enter.</summary>
    private static void Close()
    {
        Interlocked.Exchange(ref s_open, 0);
        SpinWait wait = default;
        while (Volatile.Read(ref s_inside) != 0) wait.SpinOnce(sleep1Threshold: -1);
    }

    private static void TakeParts()
    {
        int parts = s_parts;
        try
        {
            for (int part; (part = Interlocked.Increment(ref s_next) - 1) < parts;) s_run(s_job, part);
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref s_error, ExceptionDispatchInfo.Capture(error), null);
            Volatile.Write(ref s_next, parts);
        }
    }

    private static void Start(int helpers)
    {
        while (s_started < helpers)
        {
            int index = s_started++;
            new Thread(() => Help(index)) { IsBackground = true, Name = "NnGen kernels" }.Start();
        }
    }

    private static void Help(int index)
    {
        t_isInside = true;
        for (int seen = 0; ;)
        {
            seen = WaitForJob(seen);
            Interlocked.Increment(ref s_inside);

            // Either this sees the job closed, or whoever closes it sees this thread inside.
            if (Volatile.Read(ref s_open) != 0 && index < s_helpers) TakeParts();
            Interlocked.Decrement(ref s_inside);
        }
    }

    /// <summary>Waits until a job newer than the one <paramref name="seen"/> was opened, and returns its generation.</summary>
    private static int WaitForJob(int seen)
    {
        for (int spin = 0; spin < SpinsBeforeParking; spin++)
        {
            int generation = Volatile.Read(ref s_generation);
            if (generation != seen) return generation;
            Thread.SpinWait(1);
        }

        lock (s_gate)
        {
            Interlocked.Increment(ref s_parked);
            while (Volatile.Read(ref s_generation) == seen) Monitor.Wait(s_gate);
            Interlocked.Decrement(ref s_parked);
            return s_generation;
        }
    }
}

using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>
/// Helper threads for short kernels. After a job they spin for some microseconds, because the next one mostly follows at
/// once, then park, so that an idle program uses no processor. A helper that wakes too late finds the job closed and is not
/// waited for.
/// </summary>
internal static unsafe class WorkerPool
{
    /// <summary>How many short jobs in a row find the helpers parked before one wakes them.</summary>
    private const int ShortJobsBeforeWaking = 16;

    // About 20 to 50 microseconds on current processors: longer than the pause between two kernels of a step.
    private static readonly int s_spinsBeforeParking = CpuQuota.IsSet ? 0 : 1000;

    /// <summary>How long whoever waits for the last parts spins before it lets other threads have the processor.</summary>
    private static readonly int s_spinsBeforeYielding = s_spinsBeforeParking;

    private static readonly object s_gate = new();
    private static Counters s_counters;
    private static int s_started;
    private static int s_parked;
    private static int s_shortJobs;

    // One job at a time. Its fields are written before it is opened and read by threads that saw it open.
    private static int s_busy;
    private static delegate*<void*, int, void> s_run;
    private static void* s_job;
    private static int s_parts;
    private static int s_helpers;
    private static ExceptionDispatchInfo? s_error;

    [ThreadStatic]
    private static bool t_isInside;

    /// <summary>Helpers that exist.</summary>
    public static int StartedThreads => s_started;

    /// <summary>Helpers that sleep until the next job.</summary>
    public static int ParkedThreads => Volatile.Read(ref s_parked);

    /// <summary>
    /// Runs a job on up to <paramref name="threads"/> threads; false where the pool is in use, also by the caller itself, and where
    /// waking the helpers would take longer than the job.
    /// </summary>
    public static bool TryRun(delegate*<void*, int, void> run, void* job, int parts, int threads, bool isShort)
    {
        if (t_isInside || (isShort && !IsWorthWaking())) return false;
        if (Interlocked.CompareExchange(ref s_busy, 1, 0) != 0) return false;
        t_isInside = true;
        s_run = run;
        s_job = job;
        s_parts = parts;
        s_counters.Next = 0;
        s_helpers = Math.Min(threads, parts) - 1;
        Start(s_helpers);
        Interlocked.Exchange(ref s_counters.Open, 1);
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

    /// <summary>Short jobs wake helpers only where more of them seem to follow.</summary>
    private static bool IsWorthWaking()
    {
        if (s_started > 0 && Volatile.Read(ref s_parked) == 0) return true;
        if (++s_shortJobs < ShortJobsBeforeWaking) return false;
        s_shortJobs = 0;
        return true;
    }

    private static void Wake()
    {
        Interlocked.Increment(ref s_counters.Generation);
        if (Volatile.Read(ref s_parked) == 0) return;
        lock (s_gate) Monitor.PulseAll(s_gate);
    }

    /// <summary>After this no helper is inside the job, and none can enter.</summary>
    private static void Close()
    {
        Interlocked.Exchange(ref s_counters.Open, 0);
        for (int spin = 0; Volatile.Read(ref s_counters.Inside) != 0; spin++)
        {
            if (spin < s_spinsBeforeYielding) Thread.SpinWait(1);
            else Thread.Yield();
        }
    }

    private static void TakeParts()
    {
        int parts = s_parts;
        try
        {
            for (int part; (part = Interlocked.Increment(ref s_counters.Next) - 1) < parts;) s_run(s_job, part);
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref s_error, ExceptionDispatchInfo.Capture(error), null);
            Volatile.Write(ref s_counters.Next, parts);
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
            Interlocked.Increment(ref s_counters.Inside);

            // Either this sees the job closed, or whoever closes it sees this thread inside.
            if (Volatile.Read(ref s_counters.Open) != 0 && index < s_helpers) TakeParts();
            Interlocked.Decrement(ref s_counters.Inside);
        }
    }

    /// <summary>Waits until a job newer than the one <paramref name="seen"/> was opened, and returns its generation.</summary>
    private static int WaitForJob(int seen)
    {
        for (int spin = 0; spin < s_spinsBeforeParking; spin++)
        {
            int generation = Volatile.Read(ref s_counters.Generation);
            if (generation != seen) return generation;
            Thread.SpinWait(1);
        }

        lock (s_gate)
        {
            Interlocked.Increment(ref s_parked);
            while (Volatile.Read(ref s_counters.Generation) == seen) Monitor.Wait(s_gate);
            Interlocked.Decrement(ref s_parked);
            return s_counters.Generation;
        }
    }

    /// <summary>
    /// What several threads write or wait for: each in cache lines of its own, in pairs as processors fetch them, so that whoever
    /// waits for one is not disturbed by the others.
    /// </summary>
    [StructLayout(LayoutKind.Explicit, Size = 5 * PairOfLines)]
    private struct Counters
    {
        private const int PairOfLines = 128;

        /// <summary>Raised with each job: idle helpers wait for it.</summary>
        [FieldOffset(PairOfLines)]
        public int Generation;

        /// <summary>Whether helpers may enter the job. It changes with the generation.</summary>
        [FieldOffset(PairOfLines + sizeof(int))]
        public int Open;

        /// <summary>Helpers inside the job: the caller waits for them.</summary>
        [FieldOffset(2 * PairOfLines)]
        public int Inside;

        /// <summary>The next part.</summary>
        [FieldOffset(3 * PairOfLines)]
        public int Next;
    }
}

using System.Runtime.CompilerServices;
using NnGen.Kernels;

namespace NnGen.Optim;

/// <summary>An optimizer's formula for one element of a parameter, with pointers to the parameter, its gradient and its state.</summary>
internal interface IElementUpdate
{
    /// <summary>Updates the elements from <paramref name="index"/> on, as many as the vector has lanes.</summary>
    void Apply<V>(int index)
        where V : struct, IVector<V>;
}

/// <summary>Runs an <see cref="IElementUpdate"/> over a parameter: one pass over its memory, split over the threads.</summary>
internal static class ElementUpdate
{
    /// <summary>Updates <paramref name="count"/> elements.</summary>
    public static void Run<TUpdate>(TUpdate update, int count)
        where TUpdate : struct, IElementUpdate
    {
        var job = new Job<TUpdate>(update, count);
        Threads.Run((count + Job<TUpdate>.PartLength - 1) / Job<TUpdate>.PartLength, ref job);
    }

    private readonly struct Job<TUpdate>(TUpdate update, int count) : IJob
        where TUpdate : struct, IElementUpdate
    {
        public const int PartLength = 1 << 15;                  // small enough for L2, long enough to be worth a thread

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(int part)
            where V : struct, IVector<V>
        {
            var local = update;
            int i = part * PartLength, end = Math.Min(count, i + PartLength);
            for (; i <= end - V.Count; i += V.Count)
                local.Apply<V>(i);
            for (; i < end; i++)
                local.Apply<Vec1>(i);                           // the same bits as a lane of a wider vector
        }
    }
}

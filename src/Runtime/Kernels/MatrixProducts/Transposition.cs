using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NnGen.Kernels;

/// <summary>Transposes as many rows as a vector has lanes: four columns at a time, in registers.</summary>
internal static unsafe class Transposition
{
    /// <summary>Writes for each of <paramref name="columns"/> columns of the source a row of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<V>(float* source, nint sourceStep, int columns, float* target, nint targetStep)
        where V : struct, IVector<V>
    {
        int i = 0;
        for (; i <= columns - 4; i += 4)
        {
            if (typeof(V) == typeof(Vec512) && Avx512F.IsSupported) Sixteen(source + i, sourceStep, target, targetStep);
            else if (typeof(V) == typeof(Vec256) && Avx.IsSupported) Eight(source + i, sourceStep, target, targetStep);
            else if (typeof(V) == typeof(Vec128) && Sse.IsSupported) Four(source + i, sourceStep, target, targetStep);
            else break;
            target += 4 * targetStep;
        }

        for (; i < columns; i++)
        {
            for (int row = 0; row < V.Count; row++) target[row] = source[row * sourceStep + i];
            target += targetStep;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(float* source, nint step, float* target, nint targetStep)
    {
        Vector128<float> a = Vector128.Load(source);
        Vector128<float> b = Vector128.Load(source + step);
        Vector128<float> c = Vector128.Load(source + 2 * step);
        Vector128<float> d = Vector128.Load(source + 3 * step);
        Vector128<float> ab0 = Sse.UnpackLow(a, b);
        Vector128<float> ab2 = Sse.UnpackHigh(a, b);
        Vector128<float> cd0 = Sse.UnpackLow(c, d);
        Vector128<float> cd2 = Sse.UnpackHigh(c, d);
        Vector128.Store(Sse.MoveLowToHigh(ab0, cd0), target);
        Vector128.Store(Sse.MoveHighToLow(cd0, ab0), target + targetStep);
        Vector128.Store(Sse.MoveLowToHigh(ab2, cd2), target + 2 * targetStep);
        Vector128.Store(Sse.MoveHighToLow(cd2, ab2), target + 3 * targetStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight(float* source, nint step, float* target, nint targetStep)
    {
        Vector256<float> a = EveryFourth256(source, step);
        Vector256<float> b = EveryFourth256(source + step, step);
        Vector256<float> c = EveryFourth256(source + 2 * step, step);
        Vector256<float> d = EveryFourth256(source + 3 * step, step);
        Vector256<double> ab0 = Avx.UnpackLow(a, b).AsDouble();
        Vector256<double> ab2 = Avx.UnpackHigh(a, b).AsDouble();
        Vector256<double> cd0 = Avx.UnpackLow(c, d).AsDouble();
        Vector256<double> cd2 = Avx.UnpackHigh(c, d).AsDouble();
        Vector256.Store(Avx.UnpackLow(ab0, cd0).AsSingle(), target);
        Vector256.Store(Avx.UnpackHigh(ab0, cd0).AsSingle(), target + targetStep);
        Vector256.Store(Avx.UnpackLow(ab2, cd2).AsSingle(), target + 2 * targetStep);
        Vector256.Store(Avx.UnpackHigh(ab2, cd2).AsSingle(), target + 3 * targetStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sixteen(float* source, nint step, float* target, nint targetStep)
    {
        Vector512<float> a = EveryFourth512(source, step);
        Vector512<float> b = EveryFourth512(source + step, step);
        Vector512<float> c = EveryFourth512(source + 2 * step, step);
        Vector512<float> d = EveryFourth512(source + 3 * step, step);
        Vector512<double> ab0 = Avx512F.UnpackLow(a, b).AsDouble();
        Vector512<double> ab2 = Avx512F.UnpackHigh(a, b).AsDouble();
        Vector512<double> cd0 = Avx512F.UnpackLow(c, d).AsDouble();
        Vector512<double> cd2 = Avx512F.UnpackHigh(c, d).AsDouble();
        Vector512.Store(Avx512F.UnpackLow(ab0, cd0).AsSingle(), target);
        Vector512.Store(Avx512F.UnpackHigh(ab0, cd0).AsSingle(), target + targetStep);
        Vector512.Store(Avx512F.UnpackLow(ab2, cd2).AsSingle(), target + 2 * targetStep);
        Vector512.Store(Avx512F.UnpackHigh(ab2, cd2).AsSingle(), target + 3 * targetStep);
    }

    /// <summary>Four columns of the rows 0 and 4, so that unpacking leaves each lane where it belongs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> EveryFourth256(float* source, nint step)
        => Vector256.Create(Vector128.Load(source), Vector128.Load(source + 4 * step));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> EveryFourth512(float* source, nint step)
        => Vector512.Create(EveryFourth256(source, step), EveryFourth256(source + 8 * step, step));
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NnGen;

/// <summary>Sixteen floats: AVX-512. Without it, two <see cref="Vec256"/> that give the same results.</summary>
public readonly unsafe struct Vec512 : IVector<Vec512>
{
#pragma warning disable CS1591 // documented on IVector
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    internal readonly Vector512<float> Value;

    [MethodImpl(Inline)] internal Vec512(Vector512<float> value) => Value = value;
    [MethodImpl(Inline)] private Vec512(Vec256 lower, Vec256 upper) => Value = Vector512.Create(lower.Value, upper.Value);

    private Vec256 Lower { [MethodImpl(Inline)] get => new(Value.GetLower()); }
    private Vec256 Upper { [MethodImpl(Inline)] get => new(Value.GetUpper()); }

    public static int Count => 16;
    public static Vec512 Zero { [MethodImpl(Inline)] get => new(Vector512<float>.Zero); }
    [MethodImpl(Inline)] public static Vec512 Create(float value) => new(Vector512.Create(value));

    [MethodImpl(Inline)] public static Vec512 Load(float* source) => new(Vector512.Load(source));
    [MethodImpl(Inline)] public static void Store(float* target, Vec512 value) => Vector512.Store(value.Value, target);
    [MethodImpl(Inline)]
    public static Vec512 FirstLanes(int count)
        => new(Vector512.LessThan(
            Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), Vector512.Create(count)).AsSingle());

    [MethodImpl(Inline)]
    public static Vec512 Load(float* source, Vec512 mask)
    {
#if NET10_0_OR_GREATER
        if (Avx512F.IsSupported) return new(Avx512F.MaskLoad(source, mask.Value, Vector512<float>.Zero));
#endif
        return new(Vec256.Load(source, mask.Lower), Vec256.Load(source + 8, mask.Upper));
    }

    [MethodImpl(Inline)]
    public static void Store(float* target, Vec512 mask, Vec512 value)
    {
#if NET10_0_OR_GREATER
        if (Avx512F.IsSupported)
        {
            Avx512F.MaskStore(target, mask.Value, value.Value);
            return;
        }
#endif
        Vec256.Store(target, mask.Lower, value.Lower);
        Vec256.Store(target + 8, mask.Upper, value.Upper);
    }

    [MethodImpl(Inline)] public static Vec512 operator +(Vec512 a, Vec512 b) => new(a.Value + b.Value);
    [MethodImpl(Inline)] public static Vec512 operator -(Vec512 a, Vec512 b) => new(a.Value - b.Value);
    [MethodImpl(Inline)] public static Vec512 operator *(Vec512 a, Vec512 b) => new(a.Value * b.Value);
    [MethodImpl(Inline)] public static Vec512 operator /(Vec512 a, Vec512 b) => new(a.Value / b.Value);
    [MethodImpl(Inline)] public static Vec512 operator -(Vec512 a) => new(a.Value ^ Vector512.Create(-0f));

    [MethodImpl(Inline)]
    public static Vec512 MultiplyAdd(Vec512 a, Vec512 b, Vec512 c)
        => Avx512F.IsSupported
            ? new(Avx512F.FusedMultiplyAdd(a.Value, b.Value, c.Value))
            : new(Vec256.MultiplyAdd(a.Lower, b.Lower, c.Lower), Vec256.MultiplyAdd(a.Upper, b.Upper, c.Upper));

    [MethodImpl(Inline)]
    public static Vec512 Larger(Vec512 a, Vec512 b)
        => Avx512F.IsSupported ? new(Avx512F.Max(a.Value, b.Value)) : Select(GreaterThan(a, b), a, b);

    [MethodImpl(Inline)]
    public static Vec512 Smaller(Vec512 a, Vec512 b)
        => Avx512F.IsSupported ? new(Avx512F.Min(a.Value, b.Value)) : Select(GreaterThan(b, a), a, b);

    [MethodImpl(Inline)] public static Vec512 Abs(Vec512 a) => new(Vector512.AndNot(a.Value, Vector512.Create(-0f)));
    [MethodImpl(Inline)] public static Vec512 Sqrt(Vec512 a) => new(Vector512.Sqrt(a.Value));
    [MethodImpl(Inline)] public static Vec512 Floor(Vec512 a) => new(Vector512.Floor(a.Value));
    [MethodImpl(Inline)] public static Vec512 Ceiling(Vec512 a) => new(Vector512.Ceiling(a.Value));
    [MethodImpl(Inline)]
    public static Vec512 Round(Vec512 a)
        => Avx512F.IsSupported ? new(Avx512F.RoundScale(a.Value, 8)) : new(Vec256.Round(a.Lower), Vec256.Round(a.Upper));

    [MethodImpl(Inline)]
    public static Vec512 Truncate(Vec512 a)
        => Avx512F.IsSupported ? new(Avx512F.RoundScale(a.Value, 11)) : new(Vec256.Truncate(a.Lower), Vec256.Truncate(a.Upper));

    [MethodImpl(Inline)] public static Vec512 GreaterThan(Vec512 a, Vec512 b) => new(Vector512.GreaterThan(a.Value, b.Value));
    [MethodImpl(Inline)]
    public static Vec512 GreaterThanOrEqual(Vec512 a, Vec512 b)
        => new(Vector512.GreaterThanOrEqual(a.Value, b.Value));

    [MethodImpl(Inline)] public static Vec512 Equal(Vec512 a, Vec512 b) => new(Vector512.Equals(a.Value, b.Value));
    [MethodImpl(Inline)] public static Vec512 NotEqual(Vec512 a, Vec512 b) => new(~Vector512.Equals(a.Value, b.Value));
    [MethodImpl(Inline)]
    public static Vec512 Select(Vec512 mask, Vec512 a, Vec512 b)
        => new(Vector512.ConditionalSelect(mask.Value, a.Value, b.Value));

    [MethodImpl(Inline)] public static Vec512 And(Vec512 a, Vec512 b) => new(a.Value & b.Value);
    [MethodImpl(Inline)] public static Vec512 Or(Vec512 a, Vec512 b) => new(a.Value | b.Value);
    [MethodImpl(Inline)] public static Vec512 AndNot(Vec512 a, Vec512 b) => new(Vector512.AndNot(a.Value, b.Value));
    [MethodImpl(Inline)] public static bool Any(Vec512 mask) => Vector512.ExtractMostSignificantBits(mask.Value) != 0;

    [MethodImpl(Inline)]
    public static Vec512 PowerOfTwo(Vec512 n)
        => new((((n.Value + Vector512.Create(FloatBits.ToInteger)).AsInt32() << 23) + Vector512.Create(FloatBits.One)).AsSingle());

    [MethodImpl(Inline)]
    public static Vec512 ScaleByPowerOfTwo(Vec512 x, Vec512 n)
        => Avx512F.IsSupported ? new(Avx512F.Scale(x.Value, n.Value)) : VectorMath.ScaleByPowerOfTwo(x, n);

    [MethodImpl(Inline)]
    public static Vec512 SplitExponent(Vec512 x, out Vec512 exponent)
    {
        Vector512<int> bits = x.Value.AsInt32();
        Vector512<int> e = (bits - Vector512.Create(FloatBits.HalfSqrt)) >> 23;
        exponent = new(Vector512.ConvertToSingle(e));
        return new((bits - (e << 23)).AsSingle());
    }

    [MethodImpl(Inline)]
    public static Vec512 Erf(Vec512 x) => Avx512F.IsSupported ? ErfTable.Erf(x) : VectorMath.Erf(x);

    [MethodImpl(Inline)] public static float Sum(Vec512 a) => Vec256.Sum(a.Lower + a.Upper);
    [MethodImpl(Inline)] public static float MaxAcross(Vec512 a) => Vec256.MaxAcross(VectorMath.Max(a.Lower, a.Upper));
    [MethodImpl(Inline)]
    public static Vec512 Evens(Vec512 a, Vec512 b)
        => Avx512F.IsSupported
            ? new(Avx512F.PermuteVar16x32x2(a.Value, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), b.Value))
            : new(Vector512.Create(Vec256.Evens(a.Lower, a.Upper).Value, Vec256.Evens(b.Lower, b.Upper).Value));
    [MethodImpl(Inline)]
    public static Vec512 Odds(Vec512 a, Vec512 b)
        => Avx512F.IsSupported
            ? new(Avx512F.PermuteVar16x32x2(a.Value, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), b.Value))
            : new(Vector512.Create(Vec256.Odds(a.Lower, a.Upper).Value, Vec256.Odds(b.Lower, b.Upper).Value));
    [MethodImpl(Inline)]
    public static Vec512 ZipLow(Vec512 a, Vec512 b)
        => Avx512F.IsSupported
            ? new(Avx512F.PermuteVar16x32x2(a.Value, Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), b.Value))
            : new(Vector512.Create(Vec256.ZipLow(a.Lower, b.Lower).Value, Vec256.ZipHigh(a.Lower, b.Lower).Value));
    [MethodImpl(Inline)]
    public static Vec512 ZipHigh(Vec512 a, Vec512 b)
        => Avx512F.IsSupported
            ? new(Avx512F.PermuteVar16x32x2(a.Value, Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), b.Value))
            : new(Vector512.Create(Vec256.ZipLow(a.Upper, b.Upper).Value, Vec256.ZipHigh(a.Upper, b.Upper).Value));
}

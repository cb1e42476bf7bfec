using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NnGen;

/// <summary>Eight floats: AVX2 and FMA. Without them, two <see cref="Vec128"/> that give the same results.</summary>
public readonly unsafe struct Vec256 : IVector<Vec256>
{
#pragma warning disable CS1591 // documented on IVector
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    internal readonly Vector256<float> Value;

    [MethodImpl(Inline)] internal Vec256(Vector256<float> value) => Value = value;
    [MethodImpl(Inline)] private Vec256(Vec128 lower, Vec128 upper) => Value = Vector256.Create(lower.Value, upper.Value);

    private Vec128 Lower { [MethodImpl(Inline)] get => new(Value.GetLower()); }
    private Vec128 Upper { [MethodImpl(Inline)] get => new(Value.GetUpper()); }

    public static int Count => 8;
    public static Vec256 Zero { [MethodImpl(Inline)] get => new(Vector256<float>.Zero); }
    [MethodImpl(Inline)] public static Vec256 Create(float value) => new(Vector256.Create(value));

    [MethodImpl(Inline)] public static Vec256 Load(float* source) => new(Vector256.Load(source));
    [MethodImpl(Inline)] public static void Store(float* target, Vec256 value) => Vector256.Store(value.Value, target);
    [MethodImpl(Inline)]
    public static Vec256 FirstLanes(int count)
        => new(Vector256.LessThan(
            Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(count)).AsSingle());

    [MethodImpl(Inline)]
    public static Vec256 Load(float* source, Vec256 mask)
    {
        if (Avx.IsSupported) return new(Avx.MaskLoad(source, mask.Value));
        return new(Vec128.Load(source, mask.Lower), Vec128.Load(source + 4, mask.Upper));
    }

    [MethodImpl(Inline)]
    public static void Store(float* target, Vec256 mask, Vec256 value)
    {
        if (Avx.IsSupported)
        {
            Avx.MaskStore(target, mask.Value, value.Value);
            return;
        }

        Vec128.Store(target, mask.Lower, value.Lower);
        Vec128.Store(target + 4, mask.Upper, value.Upper);
    }

    [MethodImpl(Inline)] public static Vec256 operator +(Vec256 a, Vec256 b) => new(a.Value + b.Value);
    [MethodImpl(Inline)] public static Vec256 operator -(Vec256 a, Vec256 b) => new(a.Value - b.Value);
    [MethodImpl(Inline)] public static Vec256 operator *(Vec256 a, Vec256 b) => new(a.Value * b.Value);
    [MethodImpl(Inline)] public static Vec256 operator /(Vec256 a, Vec256 b) => new(a.Value / b.Value);
    [MethodImpl(Inline)] public static Vec256 operator -(Vec256 a) => new(a.Value ^ Vector256.Create(-0f));

    [MethodImpl(Inline)]
    public static Vec256 MultiplyAdd(Vec256 a, Vec256 b, Vec256 c)
        => Fma.IsSupported
            ? new(Fma.MultiplyAdd(a.Value, b.Value, c.Value))
            : new(Vec128.MultiplyAdd(a.Lower, b.Lower, c.Lower), Vec128.MultiplyAdd(a.Upper, b.Upper, c.Upper));

    [MethodImpl(Inline)]
    public static Vec256 Larger(Vec256 a, Vec256 b)
        => Avx.IsSupported ? new(Avx.Max(a.Value, b.Value)) : Select(GreaterThan(a, b), a, b);

    [MethodImpl(Inline)]
    public static Vec256 Smaller(Vec256 a, Vec256 b)
        => Avx.IsSupported ? new(Avx.Min(a.Value, b.Value)) : Select(GreaterThan(b, a), a, b);

    [MethodImpl(Inline)] public static Vec256 Abs(Vec256 a) => new(Vector256.AndNot(a.Value, Vector256.Create(-0f)));
    [MethodImpl(Inline)] public static Vec256 Sqrt(Vec256 a) => new(Vector256.Sqrt(a.Value));
    [MethodImpl(Inline)] public static Vec256 Floor(Vec256 a) => new(Vector256.Floor(a.Value));
    [MethodImpl(Inline)] public static Vec256 Ceiling(Vec256 a) => new(Vector256.Ceiling(a.Value));
    [MethodImpl(Inline)]
    public static Vec256 Round(Vec256 a)
        => Avx.IsSupported ? new(Avx.RoundToNearestInteger(a.Value)) : new(Vec128.Round(a.Lower), Vec128.Round(a.Upper));

    [MethodImpl(Inline)]
    public static Vec256 Truncate(Vec256 a)
        => Avx.IsSupported ? new(Avx.RoundToZero(a.Value)) : new(Vec128.Truncate(a.Lower), Vec128.Truncate(a.Upper));

    [MethodImpl(Inline)] public static Vec256 GreaterThan(Vec256 a, Vec256 b) => new(Vector256.GreaterThan(a.Value, b.Value));
    [MethodImpl(Inline)]
    public static Vec256 GreaterThanOrEqual(Vec256 a, Vec256 b)
        => new(Vector256.GreaterThanOrEqual(a.Value, b.Value));

    [MethodImpl(Inline)] public static Vec256 Equal(Vec256 a, Vec256 b) => new(Vector256.Equals(a.Value, b.Value));
    [MethodImpl(Inline)] public static Vec256 NotEqual(Vec256 a, Vec256 b) => new(~Vector256.Equals(a.Value, b.Value));
    [MethodImpl(Inline)]
    public static Vec256 Select(Vec256 mask, Vec256 a, Vec256 b)
        => new(Vector256.ConditionalSelect(mask.Value, a.Value, b.Value));

    [MethodImpl(Inline)] public static Vec256 And(Vec256 a, Vec256 b) => new(a.Value & b.Value);
    [MethodImpl(Inline)] public static Vec256 Or(Vec256 a, Vec256 b) => new(a.Value | b.Value);
    [MethodImpl(Inline)] public static Vec256 AndNot(Vec256 a, Vec256 b) => new(Vector256.AndNot(a.Value, b.Value));
    [MethodImpl(Inline)] public static bool Any(Vec256 mask) => Vector256.ExtractMostSignificantBits(mask.Value) != 0;

    [MethodImpl(Inline)]
    public static Vec256 PowerOfTwo(Vec256 n)
        => new((((n.Value + Vector256.Create(FloatBits.ToInteger)).AsInt32() << 23) + Vector256.Create(FloatBits.One)).AsSingle());

    [MethodImpl(Inline)]
    public static Vec256 SplitExponent(Vec256 x, out Vec256 exponent)
    {
        Vector256<int> bits = x.Value.AsInt32();
        Vector256<int> e = (bits - Vector256.Create(FloatBits.HalfSqrt)) >> 23;
        exponent = new(Vector256.ConvertToSingle(e));
        return new((bits - (e << 23)).AsSingle());
    }

    [MethodImpl(Inline)] public static float Sum(Vec256 a) => Vec128.Sum(a.Lower + a.Upper);
    [MethodImpl(Inline)] public static float MaxAcross(Vec256 a) => Vec128.MaxAcross(VectorMath.Max(a.Lower, a.Upper));
    [MethodImpl(Inline)]
    public static Vec256 Evens(Vec256 a, Vec256 b)
    {
        var low = Vector256.Shuffle(a.Value, Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6));
        var high = Vector256.Shuffle(b.Value, Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6));
        return new(Vector256.Create(low.GetLower(), high.GetUpper()));
    }
    [MethodImpl(Inline)]
    public static Vec256 Odds(Vec256 a, Vec256 b)
    {
        var low = Vector256.Shuffle(a.Value, Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7));
        var high = Vector256.Shuffle(b.Value, Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7));
        return new(Vector256.Create(low.GetLower(), high.GetUpper()));
    }
    [MethodImpl(Inline)]
    public static Vec256 ZipLow(Vec256 a, Vec256 b)
    {
        var places = Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3);
        return new(Vector256.ConditionalSelect(Vector256.Create(-1, 0, -1, 0, -1, 0, -1, 0).AsSingle(), Vector256.Shuffle(a.Value, places), Vector256.Shuffle(b.Value, places)));
    }
    [MethodImpl(Inline)]
    public static Vec256 ZipHigh(Vec256 a, Vec256 b)
    {
        var places = Vector256.Create(4, 4, 5, 5, 6, 6, 7, 7);
        return new(Vector256.ConditionalSelect(Vector256.Create(-1, 0, -1, 0, -1, 0, -1, 0).AsSingle(), Vector256.Shuffle(a.Value, places), Vector256.Shuffle(b.Value, places)));
    }
}

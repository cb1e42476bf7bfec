using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NnGen;

/// <summary>Four floats: every x86-64 and Arm64 processor has them.</summary>
public readonly unsafe struct Vec128 : IVector<Vec128>
{
#pragma warning disable CS1591 // documented on IVector
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    internal readonly Vector128<float> Value;

    [MethodImpl(Inline)] internal Vec128(Vector128<float> value) => Value = value;
    public static int Count => 4;
    public static Vec128 Zero { [MethodImpl(Inline)] get => new(Vector128<float>.Zero); }
    [MethodImpl(Inline)] public static Vec128 Create(float value) => new(Vector128.Create(value));

    [MethodImpl(Inline)] public static Vec128 Load(float* source) => new(Vector128.Load(source));
    [MethodImpl(Inline)] public static void Store(float* target, Vec128 value) => Vector128.Store(value.Value, target);
    [MethodImpl(Inline)]
    public static Vec128 FirstLanes(int count)
        => new(Vector128.LessThan(
            Vector128.Create(0, 1, 2, 3), Vector128.Create(count)).AsSingle());

    [MethodImpl(Inline)]
    public static Vec128 Load(float* source, Vec128 mask)
    {
        if (Avx.IsSupported) return new(Avx.MaskLoad(source, mask.Value));
        Vector128<float> lanes = Vector128<float>.Zero;
        for (int i = 0; i < 4; i++)
            if (mask.Value.AsInt32().GetElement(i) < 0) lanes = lanes.WithElement(i, source[i]);
        return new(lanes);
    }

    [MethodImpl(Inline)]
    public static void Store(float* target, Vec128 mask, Vec128 value)
    {
        if (Avx.IsSupported)
        {
            Avx.MaskStore(target, mask.Value, value.Value);
            return;
        }

        for (int i = 0; i < 4; i++)
            if (mask.Value.AsInt32().GetElement(i) < 0) target[i] = value.Value.GetElement(i);
    }

    [MethodImpl(Inline)] public static Vec128 operator +(Vec128 a, Vec128 b) => new(a.Value + b.Value);
    [MethodImpl(Inline)] public static Vec128 operator -(Vec128 a, Vec128 b) => new(a.Value - b.Value);
    [MethodImpl(Inline)] public static Vec128 operator *(Vec128 a, Vec128 b) => new(a.Value * b.Value);
    [MethodImpl(Inline)] public static Vec128 operator /(Vec128 a, Vec128 b) => new(a.Value / b.Value);
    [MethodImpl(Inline)] public static Vec128 operator -(Vec128 a) => new(a.Value ^ Vector128.Create(-0f));

    [MethodImpl(Inline)]
    public static Vec128 MultiplyAdd(Vec128 a, Vec128 b, Vec128 c)
        => Fma.IsSupported ? new(Fma.MultiplyAdd(a.Value, b.Value, c.Value))
            : AdvSimd.IsSupported ? new(AdvSimd.FusedMultiplyAdd(c.Value, a.Value, b.Value))
            : a * b + c;

    [MethodImpl(Inline)]
    public static Vec128 Larger(Vec128 a, Vec128 b)
        => Sse.IsSupported ? new(Sse.Max(a.Value, b.Value)) : Select(GreaterThan(a, b), a, b);

    [MethodImpl(Inline)]
    public static Vec128 Smaller(Vec128 a, Vec128 b)
        => Sse.IsSupported ? new(Sse.Min(a.Value, b.Value)) : Select(GreaterThan(b, a), a, b);

    [MethodImpl(Inline)] public static Vec128 Abs(Vec128 a) => new(Vector128.AndNot(a.Value, Vector128.Create(-0f)));
    [MethodImpl(Inline)] public static Vec128 Sqrt(Vec128 a) => new(Vector128.Sqrt(a.Value));
    [MethodImpl(Inline)] public static Vec128 Floor(Vec128 a) => new(Vector128.Floor(a.Value));
    [MethodImpl(Inline)] public static Vec128 Ceiling(Vec128 a) => new(Vector128.Ceiling(a.Value));
    [MethodImpl(Inline)]
    public static Vec128 Round(Vec128 a)
        => Sse41.IsSupported ? new(Sse41.RoundToNearestInteger(a.Value))
            : AdvSimd.IsSupported ? new(AdvSimd.RoundToNearest(a.Value))
            : new(Vector128.Create(MathF.Round(a.Value[0]), MathF.Round(a.Value[1]), MathF.Round(a.Value[2]), MathF.Round(a.Value[3])));

    [MethodImpl(Inline)]
    public static Vec128 Truncate(Vec128 a)
        => Select(Equal(Abs(a), a), Floor(a), Ceiling(a));

    [MethodImpl(Inline)] public static Vec128 GreaterThan(Vec128 a, Vec128 b) => new(Vector128.GreaterThan(a.Value, b.Value));
    [MethodImpl(Inline)]
    public static Vec128 GreaterThanOrEqual(Vec128 a, Vec128 b)
        => new(Vector128.GreaterThanOrEqual(a.Value, b.Value));

    [MethodImpl(Inline)] public static Vec128 Equal(Vec128 a, Vec128 b) => new(Vector128.Equals(a.Value, b.Value));
    [MethodImpl(Inline)] public static Vec128 NotEqual(Vec128 a, Vec128 b) => new(~Vector128.Equals(a.Value, b.Value));
    [MethodImpl(Inline)]
    public static Vec128 Select(Vec128 mask, Vec128 a, Vec128 b)
        => new(Vector128.ConditionalSelect(mask.Value, a.Value, b.Value));

    [MethodImpl(Inline)] public static Vec128 And(Vec128 a, Vec128 b) => new(a.Value & b.Value);
    [MethodImpl(Inline)] public static Vec128 Or(Vec128 a, Vec128 b) => new(a.Value | b.Value);
    [MethodImpl(Inline)] public static Vec128 AndNot(Vec128 a, Vec128 b) => new(Vector128.AndNot(a.Value, b.Value));
    [MethodImpl(Inline)] public static bool Any(Vec128 mask) => Vector128.ExtractMostSignificantBits(mask.Value) != 0;

    [MethodImpl(Inline)]
    public static Vec128 PowerOfTwo(Vec128 n)
        => new((((n.Value + Vector128.Create(FloatBits.ToInteger)).AsInt32() << 23) + Vector128.Create(FloatBits.One)).AsSingle());

    [MethodImpl(Inline)]
    public static Vec128 SplitExponent(Vec128 x, out Vec128 exponent)
    {
        Vector128<int> bits = x.Value.AsInt32();
        Vector128<int> e = (bits - Vector128.Create(FloatBits.HalfSqrt)) >> 23;
        exponent = new(Vector128.ConvertToSingle(e));
        return new((bits - (e << 23)).AsSingle());
    }

    [MethodImpl(Inline)] public static float Sum(Vec128 a) => (a.Value[0] + a.Value[2]) + (a.Value[1] + a.Value[3]);
    [MethodImpl(Inline)]
    public static float MaxAcross(Vec128 a)
    {
        Vec128 b = VectorMath.Max(a, new(Vector128.Shuffle(a.Value, Vector128.Create(2, 3, 0, 1))));
        return VectorMath.Max(b, new(Vector128.Shuffle(b.Value, Vector128.Create(1, 0, 3, 2)))).Value.ToScalar();
    }
    [MethodImpl(Inline)]
    public static Vec128 Evens(Vec128 a, Vec128 b)
    {
        var low = Vector128.Shuffle(a.Value, Vector128.Create(0, 2, 0, 2));
        var high = Vector128.Shuffle(b.Value, Vector128.Create(0, 2, 0, 2));
        return new(Vector128.Create(low.GetLower(), high.GetUpper()));
    }
    [MethodImpl(Inline)]
    public static Vec128 Odds(Vec128 a, Vec128 b)
    {
        var low = Vector128.Shuffle(a.Value, Vector128.Create(1, 3, 1, 3));
        var high = Vector128.Shuffle(b.Value, Vector128.Create(1, 3, 1, 3));
        return new(Vector128.Create(low.GetLower(), high.GetUpper()));
    }
    [MethodImpl(Inline)]
    public static Vec128 ZipLow(Vec128 a, Vec128 b)
    {
        var places = Vector128.Create(0, 0, 1, 1);
        return new(Vector128.ConditionalSelect(Vector128.Create(-1, 0, -1, 0).AsSingle(), Vector128.Shuffle(a.Value, places), Vector128.Shuffle(b.Value, places)));
    }
    [MethodImpl(Inline)]
    public static Vec128 ZipHigh(Vec128 a, Vec128 b)
    {
        var places = Vector128.Create(2, 2, 3, 3);
        return new(Vector128.ConditionalSelect(Vector128.Create(-1, 0, -1, 0).AsSingle(), Vector128.Shuffle(a.Value, places), Vector128.Shuffle(b.Value, places)));
    }
}

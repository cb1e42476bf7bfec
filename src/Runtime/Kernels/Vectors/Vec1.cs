using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NnGen;

/// <summary>One float: the same text serves as the scalar function.</summary>
public readonly unsafe struct Vec1 : IVector<Vec1>
{
#pragma warning disable CS1591 // documented on IVector
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly float _value;

    [MethodImpl(Inline)] private Vec1(float value) => _value = value;

    private uint Bits { [MethodImpl(Inline)] get => BitConverter.SingleToUInt32Bits(_value); }
    [MethodImpl(Inline)] private static Vec1 OfBits(uint bits) => new(BitConverter.UInt32BitsToSingle(bits));
    [MethodImpl(Inline)] private static Vec1 Mask(bool set) => OfBits(set ? uint.MaxValue : 0);

    public static int Count => 1;
    public static Vec1 Zero => default;
    [MethodImpl(Inline)] public static Vec1 Create(float value) => new(value);

    [MethodImpl(Inline)] public static Vec1 Load(float* source) => new(*source);
    [MethodImpl(Inline)] public static void Store(float* target, Vec1 value) => *target = value._value;
    [MethodImpl(Inline)] public static Vec1 FirstLanes(int count) => Mask(count > 0);
    [MethodImpl(Inline)] public static Vec1 Load(float* source, Vec1 mask) => mask.Bits != 0 ? new(*source) : default;
    [MethodImpl(Inline)]
    public static void Store(float* target, Vec1 mask, Vec1 value)
    {
        if (mask.Bits != 0) *target = value._value;
    }

    [MethodImpl(Inline)] public static Vec1 operator +(Vec1 a, Vec1 b) => new(a._value + b._value);
    [MethodImpl(Inline)] public static Vec1 operator -(Vec1 a, Vec1 b) => new(a._value - b._value);
    [MethodImpl(Inline)] public static Vec1 operator *(Vec1 a, Vec1 b) => new(a._value * b._value);
    [MethodImpl(Inline)] public static Vec1 operator /(Vec1 a, Vec1 b) => new(a._value / b._value);
    [MethodImpl(Inline)] public static Vec1 operator -(Vec1 a) => OfBits(a.Bits ^ 0x8000_0000);

    /// <remarks>Without a hardware instruction it rounds twice, as the wider vectors do there: a software one is far too slow.</remarks>
    [MethodImpl(Inline)]
    public static Vec1 MultiplyAdd(Vec1 a, Vec1 b, Vec1 c)
        => new(Fma.IsSupported || AdvSimd.IsSupported
            ? MathF.FusedMultiplyAdd(a._value, b._value, c._value)
            : a._value * b._value + c._value);

    [MethodImpl(Inline)]
    public static Vec1 Larger(Vec1 a, Vec1 b) => Sse.IsSupported
        ? new(Sse.MaxScalar(Scalar(a), Scalar(b)).ToScalar())
        : a._value > b._value ? a : b;

    [MethodImpl(Inline)]
    public static Vec1 Smaller(Vec1 a, Vec1 b) => Sse.IsSupported
        ? new(Sse.MinScalar(Scalar(a), Scalar(b)).ToScalar())
        : a._value < b._value ? a : b;

    [MethodImpl(Inline)] public static Vec1 Abs(Vec1 a) => new(MathF.Abs(a._value));
    [MethodImpl(Inline)] public static Vec1 Sqrt(Vec1 a) => new(MathF.Sqrt(a._value));
    [MethodImpl(Inline)] public static Vec1 Floor(Vec1 a) => new(MathF.Floor(a._value));
    [MethodImpl(Inline)] public static Vec1 Ceiling(Vec1 a) => new(MathF.Ceiling(a._value));
    [MethodImpl(Inline)] public static Vec1 Round(Vec1 a) => new(MathF.Round(a._value));
    [MethodImpl(Inline)] public static Vec1 Truncate(Vec1 a) => new(MathF.Truncate(a._value));

    [MethodImpl(Inline)] public static Vec1 GreaterThan(Vec1 a, Vec1 b) => Mask(a._value > b._value);
    [MethodImpl(Inline)] public static Vec1 GreaterThanOrEqual(Vec1 a, Vec1 b) => Mask(a._value >= b._value);
    [MethodImpl(Inline)] public static Vec1 Equal(Vec1 a, Vec1 b) => Mask(a._value == b._value);
    [MethodImpl(Inline)] public static Vec1 NotEqual(Vec1 a, Vec1 b) => Mask(a._value != b._value);
    [MethodImpl(Inline)] public static Vec1 Select(Vec1 mask, Vec1 a, Vec1 b) => OfBits((mask.Bits & a.Bits) | (~mask.Bits & b.Bits));
    [MethodImpl(Inline)] public static Vec1 And(Vec1 a, Vec1 b) => OfBits(a.Bits & b.Bits);
    [MethodImpl(Inline)] public static Vec1 Or(Vec1 a, Vec1 b) => OfBits(a.Bits | b.Bits);
    [MethodImpl(Inline)] public static Vec1 AndNot(Vec1 a, Vec1 b) => OfBits(a.Bits & ~b.Bits);
    [MethodImpl(Inline)] public static bool Any(Vec1 mask) => (int)mask.Bits < 0;

    [MethodImpl(Inline)]
    public static Vec1 PowerOfTwo(Vec1 n)
        => OfBits((BitConverter.SingleToUInt32Bits(n._value + FloatBits.ToInteger) << 23) + FloatBits.One);

    [MethodImpl(Inline)]
    public static Vec1 SplitExponent(Vec1 x, out Vec1 exponent)
    {
        int e = ((int)x.Bits - FloatBits.HalfSqrt) >> 23;
        exponent = new(e);
        return OfBits(x.Bits - (uint)(e << 23));
    }

    [MethodImpl(Inline)] public static float Sum(Vec1 a) => a._value;
    [MethodImpl(Inline)] public static float MaxAcross(Vec1 a) => a._value;
    [MethodImpl(Inline)] public static Vec1 Evens(Vec1 a, Vec1 b) => a;
    [MethodImpl(Inline)] public static Vec1 Odds(Vec1 a, Vec1 b) => b;
    [MethodImpl(Inline)] public static Vec1 ZipLow(Vec1 a, Vec1 b) => a;
    [MethodImpl(Inline)] public static Vec1 ZipHigh(Vec1 a, Vec1 b) => b;

    [MethodImpl(Inline)] private static Vector128<float> Scalar(Vec1 a) => Vector128.CreateScalarUnsafe(a._value);
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NnGen;

/// <summary>
/// A source of random numbers: for initial values, shuffles and samples PyTorch's own CPU generator and distributions, bit for bit
/// those of its AVX2 path on any machine; for dropout masks a counter-based stream, of which a position is all that need be kept
/// to replay them. Safe to use from several threads.
/// </summary>
public sealed class Generator
{
    /// <summary>The seed of a generator that was given none, as in PyTorch.</summary>
    private const long DefaultSeed = 67280421310721;

    private readonly object _lock = new();
    private Mt19937 _engine;
    private double? _nextNormal;
    private ulong _counter;

    /// <summary>A generator.</summary>
    /// <param name="seed">The seed. Default: PyTorch's.</param>
    public Generator(long seed = DefaultSeed)
    {
        _engine = new Mt19937((ulong)seed);
        InitialSeed = seed;
    }

    /// <summary>The seed from which the generator started.</summary>
    public long InitialSeed { get; private set; }

    /// <summary>Starts again from a seed.</summary>
    /// <returns>This generator.</returns>
    public Generator ManualSeed(long seed)
    {
        lock (_lock)
        {
            InitialSeed = seed;
            _engine = new Mt19937((ulong)seed);
            _nextNormal = null;
            _counter = 0;
        }

        return this;
    }

    /// <summary>Starts again from a seed that nobody can foresee, and returns it.</summary>
    public long Seed()
    {
        var seed = NondeterministicSeed();
        ManualSeed(seed);
        return seed;
    }

    /// <summary>Hands out the next stretch of the counter-based stream.</summary>
    /// <param name="count">How many 32-bit numbers will be used.</param>
    public RandomState NextState(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_lock)
        {
            // One step of the counter yields four numbers.
            var start = _counter;
            _counter += ((ulong)count + 3) / 4;
            return new RandomState((ulong)InitialSeed, start);
        }
    }

    /// <summary>
    /// The state, to be restored with <see cref="SetState"/>: the 5056 bytes that PyTorch's <c>get_state</c> returns, followed by the
    /// position of the counter-based stream.
    /// </summary>
    public Tensor<byte> GetState()
    {
        lock (_lock)
            return GeneratorState.Write(InitialSeed, _engine, _nextNormal, _counter);
    }

    /// <summary>Continues from a state that <see cref="GetState"/> or PyTorch's <c>get_state</c> returned.</summary>
    /// <exception cref="ArgumentException">It is not the state of a generator.</exception>
    public void SetState(Tensor<byte> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var read = GeneratorState.Read(state.AsSpan());
        lock (_lock)
        {
            InitialSeed = read.Seed;
            _engine = read.Engine;
            _nextNormal = read.NextNormal;
            _counter = read.Counter;
        }
    }

    /// <summary>A seed from the operating system, of 53 bits, as PyTorch's.</summary>
    internal static long NondeterministicSeed()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return MemoryMarshal.Read<long>(bytes) & ((1L << 53) - 1);
    }

    /// <summary>What is held while numbers are drawn.</summary>
    internal object Gate => _lock;

    /// <summary>A generator that draws the same numbers from here on.</summary>
    internal Generator Clone()
    {
        lock (_lock)
        {
            return new Generator(InitialSeed)
            {
                _engine = new Mt19937(_engine.State, _engine.Left, _engine.Next),
                _nextNormal = _nextNormal,
                _counter = _counter,
            };
        }
    }

    /// <summary>32 random bits.</summary>
    internal uint NextUInt32()
    {
        lock (_lock)
            return _engine.NextUInt32();
    }

    /// <summary>64 random bits.</summary>
    internal ulong NextUInt64()
    {
        lock (_lock)
            return _engine.NextUInt64();
    }

    /// <summary>A uniform number of [0, 1) in double precision.</summary>
    internal double NextUniform()
    {
        lock (_lock)
            return UniformDouble();
    }

    /// <summary>An exponentially distributed number of rate 1 in double precision.</summary>
    internal double NextExponential()
    {
        lock (_lock)
            return -Math.Log(1 - UniformDouble());
    }

    /// <summary>Uniform numbers of [from, to).</summary>
    internal void FillUniform(Span<float> values, double from, double to)
    {
        Require(from <= to, $"uniform_ expects to return a [from, to) range, but found from={from} > to={to}");
        var start = (float)from;
        var width = (float)to - start;
        lock (_lock)
        {
            foreach (ref var value in values)
                value = MathF.FusedMultiplyAdd(UniformFloat(), width, start);
        }
    }

    /// <summary>Normal numbers. As in PyTorch, 16 or more are drawn in another way than fewer.</summary>
    internal void FillNormal(Span<float> values, double mean, double std)
    {
        Require(std >= 0, $"normal expects std >= 0.0, but found std {std}");
        lock (_lock)
        {
            if (values.Length >= NormalTransform.Block)
                FillManyNormal(values, (float)mean, (float)std);
            else
            {
                foreach (ref var value in values)
                    value = (float)((NextNormal() * std) + mean);
            }
        }
    }

    /// <summary>1 with the given probability, else 0.</summary>
    internal void FillBernoulli(Span<float> values, double probability)
    {
        Require(probability is >= 0 and <= 1, $"bernoulli_ expects p to be in [0, 1], but got p={probability}");
        lock (_lock)
        {
            foreach (ref var value in values)
                value = UniformDouble() < probability ? 1 : 0;
        }
    }

    /// <summary>1 with the probability that stands there, else 0.</summary>
    internal void FillBernoulli(Span<float> values, ReadOnlySpan<float> probabilities)
    {
        lock (_lock)
        {
            for (var i = 0; i < values.Length; i++)
            {
                Require(probabilities[i] is >= 0 and <= 1, $"Expected p_in >= 0 && p_in <= 1 to be true, but got {probabilities[i]}");
                values[i] = UniformFloat() < probabilities[i] ? 1 : 0;
            }
        }
    }

    /// <summary>Exponentially distributed numbers.</summary>
    internal void FillExponential(Span<float> values, double rate)
    {
        Require(rate > 0, $"exponential_ expects lambda > 0.0, but found lambda={rate}");
        lock (_lock)
        {
            // 1 - u has no rounding error: u is a multiple of 2^-53.
            foreach (ref var value in values)
                value = (float)(-1 / rate * Math.Log(1 - UniformDouble()));
        }
    }

    /// <summary>Integers of [low, high).</summary>
    internal void FillIntegers(Span<long> values, long low, long high)
    {
        Require(low < high, $"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");
        var range = (ulong)high - (ulong)low;
        lock (_lock)
        {
            foreach (ref var value in values)
                value = (long)((range >= 1UL << 32 ? _engine.NextUInt64() : _engine.NextUInt32()) % range) + low;
        }
    }

    /// <summary>The numbers 0, 1, ... in random order.</summary>
    internal void FillPermutation(Span<long> values)
    {
        const int largest32Bit = (int)(uint.MaxValue / 20);
        lock (_lock)
        {
            if (values.Length < largest32Bit)
            {
                for (var i = 0; i < values.Length; i++)
                    values[i] = i;
                for (var i = 0; i < values.Length - 1; i++)
                {
                    var other = i + (int)(_engine.NextUInt32() % (uint)(values.Length - i));
                    (values[i], values[other]) = (values[other], values[i]);
                }
            }
            else
            {
                for (var i = 0; i < values.Length; i++)
                {
                    var other = (int)(_engine.NextUInt64() % (ulong)(i + 1));
                    values[i] = values[other];
                    values[other] = i;
                }
            }
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new ArgumentException(message);
    }

    private float UniformFloat() => (_engine.NextUInt32() & 0xffffff) * (1f / (1 << 24));

    private double UniformDouble() => (_engine.NextUInt64() & ((1UL << 53) - 1)) * (1.0 / (1L << 53));

    private void FillManyNormal(Span<float> values, float mean, float std)
    {
        foreach (ref var value in values)
            value = UniformFloat();

        var whole = values.Length / NormalTransform.Block * NormalTransform.Block;
        for (var i = 0; i < whole; i += NormalTransform.Block)
            NormalTransform.Apply(values.Slice(i, NormalTransform.Block), mean, std);

        if (whole < values.Length)
        {
            var last = values[^NormalTransform.Block..];
            foreach (ref var value in last)
                value = UniformFloat();
            NormalTransform.Apply(last, mean, std);
        }
    }

    /// <summary>A standard normal number in double, of which two are drawn at a time.</summary>
    private double NextNormal()
    {
        if (_nextNormal is { } next)
        {
            _nextNormal = null;
            return next;
        }

        var u1 = UniformDouble();
        var u2 = UniformDouble();
        var radius = Math.Sqrt(-2 * Math.Log(1 - u2));
        var (sin, cos) = Math.SinCos(2 * Math.PI * u1);
        _nextNormal = radius * sin;
        return radius * cos;
    }
}

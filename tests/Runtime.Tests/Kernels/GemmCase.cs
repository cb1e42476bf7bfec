using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

/// <summary>A product with random operands, and its value in double precision.</summary>
internal sealed unsafe class GemmCase
{
    private readonly bool _transA;
    private readonly bool _transB;
    private readonly int _m;
    private readonly int _n;
    private readonly int _k;
    private readonly int _lda;
    private readonly int _ldb;
    private readonly int _ldc;
    private readonly float _alpha;
    private readonly float _beta;
    private readonly bool _relu;
    private readonly float[] _a;
    private readonly float[] _b;
    private readonly float[] _c;
    private readonly float[] _bias;
    private readonly float[] _reluResult;

    public GemmCase(Random random, bool transA, bool transB, int m, int n, int k, bool plain = true)
    {
        (_transA, _transB, _m, _n, _k) = (transA, transB, m, n, k);
        int Gap() => plain ? 0 : random.Next(3);
        _lda = (transA ? m : k) + Gap();
        _ldb = (transB ? k : n) + Gap();
        _ldc = n + Gap();
        _alpha = plain || random.Coin() ? 1f : -0.5f;
        _beta = plain ? 0f : random.Next(4) switch { 0 => 1f, 1 => 0.5f, _ => 0f };
        _relu = !plain && random.Next(3) == 0;
        _a = random.Floats(Math.Max(0, ((transA ? k : m) - 1) * _lda + (transA ? m : k)));
        _b = random.Floats(Math.Max(0, ((transB ? n : k) - 1) * _ldb + (transB ? k : n)));
        _c = random.Floats((m - 1) * _ldc + n);
        if (_beta == 0f) Array.Fill(_c, float.NaN); // what is not to be read must not matter
        _bias = plain || random.Coin() ? [] : random.Floats(n);
        _reluResult = plain || random.Next(3) > 0 ? [] : random.Floats(_c.Length);
    }

    public static GemmCase Random(Random random, int largest)
    {
        int n = random.Next(1, largest);
        if (random.Next(3) == 0) n = (n + 15) / 16 * 16;
        return new GemmCase(
            random, random.Coin(), random.Coin(), random.Next(1, largest), n, random.Next(random.Next(20) == 0 ? 0 : 1, largest), plain: false);
    }

    public float[] Run()
    {
        float[] c = [.. _c];
        Multiply(_a, _b, c, _bias, _reluResult);
        return c;
    }

    /// <summary>Computes the product in place.</summary>
    public void Multiply() => Multiply(_a, _b, _c, _bias, _reluResult);

    public void RunAndCheck(bool guarded = false)
    {
        float[] c = guarded ? RunGuarded() : Run();
        for (int i = 0; i < _m; i++)
        {
            for (int j = 0; j < _ldc && i * _ldc + j < c.Length; j++)
            {
                float actual = c[i * _ldc + j];
                if (j >= _n) Assert.Equal(_c[i * _ldc + j], actual);
                else AssertNear(Expected(i, j), actual, i, j);
            }
        }
    }

    private void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, ReadOnlySpan<float> bias, ReadOnlySpan<float> reluResult)
        => Gemm.Run(
            _transA, _transB, _m, _n, _k, _alpha, a, _lda, b, _ldb, _beta, c, _ldc,
            new Epilogue { Bias = bias, Relu = _relu, ReluResult = reluResult });

    private float[] RunGuarded()
    {
        using GuardedMemory a = new(_a);
        using GuardedMemory b = new(_b);
        using GuardedMemory c = new(_c);
        using GuardedMemory bias = new(_bias);
        using GuardedMemory reluResult = new(_reluResult);
        Multiply(a.Span, b.Span, c.Span, bias.Span, reluResult.Span);
        return c.Span.ToArray();
    }

    private double Expected(int i, int j)
    {
        double sum = 0;
        for (int k = 0; k < _k; k++)
            sum += (double)(_transA ? _a[k * _lda + i] : _a[i * _lda + k]) * (_transB ? _b[j * _ldb + k] : _b[k * _ldb + j]);
        sum = _alpha * sum + (_beta == 0f ? 0f : _beta * _c[i * _ldc + j]);
        if (_bias.Length > 0) sum += _bias[j];
        if (_relu) sum = Math.Max(sum, 0);
        return _reluResult.Length > 0 && _reluResult[i * _ldc + j] <= 0 ? 0 : sum;
    }

    private void AssertNear(double expected, float actual, int i, int j)
        => Assert.True(
            Math.Abs(expected - actual) <= 1e-5 * Math.Sqrt(_k + 1),
            $"{_m}x{_n}x{_k}, transposed {_transA} {_transB}, alpha {_alpha}, beta {_beta}: ({i}, {j}) is {actual:R}, not {expected:R}");
}

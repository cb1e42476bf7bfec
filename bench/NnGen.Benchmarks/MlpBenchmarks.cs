using BenchmarkDotNet.Attributes;
using NnGen.Optim;

namespace NnGen.Benchmarks;

/// <summary>A training step of the MNIST network, with what it allocates.</summary>
[MemoryDiagnoser]
public class MlpBenchmarks
{
    private MlpStep _step = null!;

    [Params(1, 64, 256)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Setup() => _step = new MlpStep(Batch, parameters => new SGD(parameters, lr: 0.01));

    [Benchmark(Baseline = true)]
    public float ValueAndGrad() => _step.ValueAndGrad();

    [Benchmark]
    public float CallAndBackward() => _step.CallAndBackward();
}

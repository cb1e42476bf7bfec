using BenchmarkDotNet.Running;
using NnGen.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(MlpBenchmarks).Assembly).Run(args);

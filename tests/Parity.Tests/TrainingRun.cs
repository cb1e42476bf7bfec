using System.Numerics.Tensors;
using NnGen.Data;
using NnGen.Optim;

namespace NnGen.Parity.Tests;

/// <summary>How a step is written: both are the same to PyTorch.</summary>
public enum StepForm
{
    /// <summary><c>model.Call</c>, <c>criterion.Call</c>, <c>loss.Backward()</c>.</summary>
    Backward,

    /// <summary><c>ValueAndGrad</c> of a module that contains the loss.</summary>
    ValueAndGrad,
}

/// <summary>The run of reference/mnist_run.py: two epochs from seed 0, a pass over the test set after each.</summary>
internal sealed class TrainingRun
{
    private const int Epochs = 2;
    private const int BatchSize = 64;
    private const int TestBatchSize = 1000;

    private readonly Func<Tensor, Tensor<long>, float> _step;
    private readonly Optimizer _optimizer;

    public TrainingRun(StepForm form, Func<IEnumerable<Parameter>, Optimizer> createOptimizer)
    {
        Rng.ManualSeed(0);
        Model = new MnistClassifier();
        Initial = Model.StateDict().ToDictionary(t => t.Key, t => ((Tensor)t.Value).ToArray());
        _optimizer = createOptimizer(Model.Parameters());
        _step = form == StepForm.Backward ? BackwardStep(new CrossEntropyLoss()) : ValueAndGradStep(new Classification(Model));
    }

    public MnistClassifier Model { get; }

    /// <summary>The weights before the first step.</summary>
    public IReadOnlyDictionary<string, float[]> Initial { get; }

    /// <summary>The images of the first batch of each epoch.</summary>
    public List<Tensor> FirstBatches { get; } = [];

    /// <summary>The losses of each epoch.</summary>
    public List<List<float>> Losses { get; } = [];

    /// <summary>Test images read right after each epoch.</summary>
    public List<int> Correct { get; } = [];

    public TrainingRun Run()
    {
        var train = new DataLoader(MnistData.Train, BatchSize, shuffle: true);
        var test = new DataLoader(MnistData.Test, TestBatchSize);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Losses.Add([]);
            foreach (var (images, labels) in train)
            {
                if (FirstBatches.Count == epoch)
                    FirstBatches.Add(images);
                Losses[epoch].Add(_step(images, labels));
            }

            Correct.Add(test.Sum(batch => CountCorrect(Model.Predict(batch.Inputs), batch.Targets)));
        }

        return this;
    }

    private Func<Tensor, Tensor<long>, float> BackwardStep(CrossEntropyLoss criterion) => (images, labels) =>
    {
        var loss = criterion.Call(Model.Call(images), labels);
        _optimizer.ZeroGrad();
        loss.Backward();
        _optimizer.Step();
        return loss.Item();
    };

    private Func<Tensor, Tensor<long>, float> ValueAndGradStep(Classification step) => (images, labels) =>
    {
        _optimizer.ZeroGrad();
        float loss = step.ValueAndGrad(images, labels);
        _optimizer.Step();
        return loss;
    };

    private static int CountCorrect(Tensor scores, Tensor<long> labels)
    {
        int classes = scores.Shape[1];
        return Enumerable.Range(0, labels.Count)
            .Count(i => TensorPrimitives.IndexOfMax(scores.AsSpan().Slice(i * classes, classes)) == labels.AsSpan()[i]);
    }
}

using NnGen;
using NnGen.Optim;

namespace NnGen.Benchmarks;

/// <summary>The network of the MNIST tutorial.</summary>
[Module]
public partial class Mlp
{
    private readonly Linear fc1 = new(784, 128);
    private readonly Linear fc2 = new(128, 64);
    private readonly Linear fc3 = new(64, 10);

    public Tensor Forward([Shape("N, 784")] Tensor x)
    {
        x = F.Relu(fc1.Forward(x));
        x = F.Relu(fc2.Forward(x));
        return fc3.Forward(x);
    }
}

/// <summary>The network with its loss in the compiled graph.</summary>
[Module]
public partial class MlpLoss(Mlp model)
{
    public Tensor Forward([Shape("N, 784")] Tensor x, [Shape("N")] Tensor<long> y) => F.CrossEntropy(model.Forward(x), y);
}

/// <summary>One training step of the network: forward, backward and the optimizer, in the two forms in which it can be written.</summary>
public sealed class MlpStep
{
    private readonly Mlp _model = new();
    private readonly MlpLoss _loss;
    private readonly CrossEntropyLoss _criterion = new();
    private readonly Optimizer _optimizer;
    private readonly Tensor _x;
    private readonly Tensor<long> _y;

    public MlpStep(int batch, Func<IEnumerable<Parameter>, Optimizer> optimizer)
    {
        _loss = new MlpLoss(_model);
        _optimizer = optimizer(_model.Parameters());
        _x = Tensor.Rand(batch, 784);
        _y = Tensor<long>.From([.. Enumerable.Range(0, batch).Select(i => i % 10L)]);
    }

    /// <summary>Forward and backward in one call.</summary>
    public float ValueAndGrad()
    {
        _optimizer.ZeroGrad();
        float loss = _loss.ValueAndGrad(_x, _y);
        _optimizer.Step();
        return loss;
    }

    /// <summary>Model and criterion called one after the other, as in PyTorch's tutorial.</summary>
    public float CallAndBackward()
    {
        var loss = _criterion.Call(_model.Call(_x), _y);
        _optimizer.ZeroGrad();
        loss.Backward();
        _optimizer.Step();
        return loss.Item();
    }
}

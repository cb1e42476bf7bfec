namespace NnGen.Parity.Tests.TorchSuite;

/// <summary>A module under test.</summary>
/// <param name="Module">The module.</param>
/// <param name="Call">Its compiled entry.</param>
/// <param name="Forward">Its own method, op by op.</param>
public sealed record Subject(Module Module, Func<Inputs, TensorBase[]> Call, Func<Inputs, TensorBase[]> Forward)
{
    /// <summary>A module of one tensor.</summary>
    public static Subject Of(IModule<Tensor, Tensor> module)
        => new((Module)module, x => [module.Call((Tensor)x[0])], x => [module.Forward((Tensor)x[0])]);

    /// <summary>A module of two tensors, such as a loss of prediction and target.</summary>
    public static Subject Of<TSecond>(Module module, Func<Tensor, TSecond, Tensor> call, Func<Tensor, TSecond, Tensor> forward)
        where TSecond : TensorBase
        => new(module, x => [call((Tensor)x[0], x.At<TSecond>(1))], x => [forward((Tensor)x[0], x.At<TSecond>(1))]);

    /// <summary>A module of three tensors.</summary>
    public static Subject Of(Module module, Func<Tensor, Tensor, Tensor, Tensor> call, Func<Tensor, Tensor, Tensor, Tensor> forward)
        => new(
            module,
            x => [call((Tensor)x[0], (Tensor)x[1], x.At<Tensor>(2))],
            x => [forward((Tensor)x[0], (Tensor)x[1], x.At<Tensor>(2))]);
}

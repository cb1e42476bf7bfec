using NnGen.Data;
using NnGen.Optim;

namespace NnGen.Training;

/// <summary>A training loop over inputs and their classes: see <see cref="Trainer{TBatch}"/>.</summary>
/// <param name="model">The model.</param>
/// <param name="optimizer">Changes its parameters.</param>
/// <param name="loader">The batches.</param>
/// <param name="forwardBackward">Computes loss and gradients of a batch and gives the loss, such as a module's <c>ValueAndGrad</c>.</param>
public sealed class Trainer(Module model, Optimizer optimizer, DataLoader<(Tensor Inputs, Tensor<long> Targets)> loader, Func<Tensor, Tensor<long>, float> forwardBackward)
    : Trainer<(Tensor Inputs, Tensor<long> Targets)>(model, optimizer, loader, OnPairs(forwardBackward))
{
    private static Func<(Tensor Inputs, Tensor<long> Targets), float> OnPairs(Func<Tensor, Tensor<long>, float> forwardBackward)
    {
        ArgumentNullException.ThrowIfNull(forwardBackward);
        return batch => forwardBackward(batch.Inputs, batch.Targets);
    }
}

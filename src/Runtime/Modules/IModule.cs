namespace NnGen;

/// <summary>
/// A module by what it takes and returns, for callers that do not know its class: containers, type parameters, members of an
/// interface type. Generated for every module with one input.
/// </summary>
/// <typeparam name="TInput">Type of the input, e.g. <see cref="Tensor"/>.</typeparam>
/// <typeparam name="TResult">Type of the result.</typeparam>
public interface IModule<in TInput, out TResult>
{
    /// <summary>The module's own method, op by op.</summary>
    TResult Forward(TInput input);

    /// <summary>The compiled forward pass, whose result knows its backward.</summary>
    TResult Call(TInput input);

    /// <summary>The compiled forward pass with evaluation behaviour and without gradient, safe from many threads at once.</summary>
    TResult Predict(TInput input);
}

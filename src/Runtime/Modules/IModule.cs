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

/// <summary>A module of two inputs by what it takes and returns. Generated for every such module.</summary>
/// <typeparam name="TInput1">Type of the first input.</typeparam>
/// <typeparam name="TInput2">Type of the second input.</typeparam>
/// <typeparam name="TResult">Type of the result.</typeparam>
public interface IModule<in TInput1, in TInput2, out TResult>
{
    /// <inheritdoc cref="IModule{TInput, TResult}.Forward"/>
    TResult Forward(TInput1 input1, TInput2 input2);

    /// <inheritdoc cref="IModule{TInput, TResult}.Call"/>
    TResult Call(TInput1 input1, TInput2 input2);

    /// <inheritdoc cref="IModule{TInput, TResult}.Predict"/>
    TResult Predict(TInput1 input1, TInput2 input2);
}

/// <summary>A module of three inputs by what it takes and returns. Generated for every such module.</summary>
/// <typeparam name="TInput1">Type of the first input.</typeparam>
/// <typeparam name="TInput2">Type of the second input.</typeparam>
/// <typeparam name="TInput3">Type of the third input.</typeparam>
/// <typeparam name="TResult">Type of the result.</typeparam>
public interface IModule<in TInput1, in TInput2, in TInput3, out TResult>
{
    /// <inheritdoc cref="IModule{TInput, TResult}.Forward"/>
    TResult Forward(TInput1 input1, TInput2 input2, TInput3 input3);

    /// <inheritdoc cref="IModule{TInput, TResult}.Call"/>
    TResult Call(TInput1 input1, TInput2 input2, TInput3 input3);

    /// <inheritdoc cref="IModule{TInput, TResult}.Predict"/>
    TResult Predict(TInput1 input1, TInput2 input2, TInput3 input3);
}

using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>
/// Runs the compiled entries of modules: finds the plan bound for the inputs, gives it memory, and records what a backward pass
/// needs. Generated code alone uses it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Runner
{
    /// <summary>The forward pass of a method with one result, which knows its backward unless nothing wants a gradient.</summary>
    /// <param name="module">The root: its memory and plans are used.</param>
    /// <param name="method">Key of the method.</param>
    /// <param name="inputs">The tensors; null where an optional one is absent.</param>
    /// <param name="scalars">What the method takes besides tensors.</param>
    public static Tensor Call(Module module, string method, ReadOnlySpan<TensorBase?> inputs, ReadOnlySpan<ScalarArgument> scalars = default)
        => (Tensor)CallMany(module, method, inputs, scalars)[0];

    /// <inheritdoc cref="Call"/>
    /// <summary>The forward pass of a method with any number of results; null for one that is not there.</summary>
    public static TensorBase[] CallMany(Module module, string method, ReadOnlySpan<TensorBase?> inputs, ReadOnlySpan<ScalarArgument> scalars = default)
    {
        var runtime = module.Runtime;
        var structure = runtime.CurrentStructure();
        var values = ParametrizedValues.Of(structure);
        inputs = OpRuntime.Inputs(inputs);
        using var scope = ParametrizedValues.Enter(values);
        if (Autograd.IsEnabled)
        {
            var plan = runtime.PlanFor(ref structure, method, PlanKind.Recording, inputs, scalars);
            if (WantsGradient(plan, inputs))
                return Record(module, structure, plan, inputs, values);
        }

        return Forward(runtime, runtime.PlanFor(ref structure, method, PlanKind.ForwardOnly, inputs, scalars), inputs, isEvaluation: false);
    }

    /// <summary>The forward pass with evaluation behaviour, without gradient and safe from many threads at once.</summary>
    /// <inheritdoc cref="Call"/>
    public static Tensor Predict(Module module, string method, ReadOnlySpan<TensorBase?> inputs, ReadOnlySpan<ScalarArgument> scalars = default)
        => (Tensor)PredictMany(module, method, inputs, scalars)[0];

    /// <inheritdoc cref="Predict(Module, string, ReadOnlySpan{TensorBase?}, ReadOnlySpan{ScalarArgument})"/>
    public static TensorBase[] PredictMany(Module module, string method, ReadOnlySpan<TensorBase?> inputs, ReadOnlySpan<ScalarArgument> scalars = default)
    {
        var runtime = module.Runtime;
        WeightGate.EnterRead();
        using var scope = ParametrizedValues.Enter(null);
        try
        {
            var structure = runtime.CurrentStructure();
            var plan = runtime.PlanFor(ref structure, method, PlanKind.ForwardOnly, inputs, scalars);
            using var packed = PackedWeights.Enter(structure.Packed);
            return Forward(runtime, plan, inputs, isEvaluation: true);
        }
        finally
        {
            WeightGate.ExitRead();
        }
    }

    /// <summary>Writes the result to memory of the caller, without allocating.</summary>
    /// <exception cref="ArgumentException">The memory has another length than the result, or is part of an input's.</exception>
    /// <inheritdoc cref="Predict(Module, string, ReadOnlySpan{TensorBase?}, ReadOnlySpan{ScalarArgument})"/>
    public static void Predict(Module module, string method, ReadOnlySpan<TensorBase?> inputs, Span<float> result)
        => Predict(module, method, inputs, default, result);

    /// <inheritdoc cref="Predict(Module, string, ReadOnlySpan{TensorBase?}, Span{float})"/>
    public static unsafe void Predict(
        Module module,
        string method,
        ReadOnlySpan<TensorBase?> inputs,
        ReadOnlySpan<ScalarArgument> scalars,
        Span<float> result)
    {
        var runtime = module.Runtime;
        WeightGate.EnterRead();
        using var scope = ParametrizedValues.Enter(null);
        try
        {
            var structure = runtime.CurrentStructure();
            var plan = runtime.PlanFor(ref structure, method, PlanKind.ForwardOnly, inputs, scalars);
            CheckLength(plan, result);
            foreach (var input in inputs)
                CheckOverlap(input is Tensor tensor ? tensor.AsSpan() : default, result);
            using var packed = PackedWeights.Enter(structure.Packed);
            fixed (float* results = result)
                ForwardTo(runtime, plan, inputs, stackalloc Operand[inputs.Length], [new Operand(results, result.Length)]);
        }
        finally
        {
            WeightGate.ExitRead();
        }
    }

    /// <summary>Reads one input from memory of the caller and writes the result to memory of the caller, without allocating.</summary>
    /// <param name="module">The root: its memory and plans are used.</param>
    /// <param name="method">Key of the method.</param>
    /// <param name="input">The input in row-major order.</param>
    /// <param name="inputDims">Its sizes; -1 for at most one that follows from the length.</param>
    /// <param name="result">The result in row-major order.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result's memory is part of the input's.</exception>
    public static unsafe void Predict(Module module, string method, ReadOnlySpan<float> input, ReadOnlySpan<int> inputDims, Span<float> result)
    {
        var runtime = module.Runtime;
        WeightGate.EnterRead();
        using var scope = ParametrizedValues.Enter(null);
        try
        {
            var structure = runtime.CurrentStructure();
            var plan = runtime.PlanFor(structure, method, input.Length, inputDims);
            CheckLength(plan, result);
            CheckOverlap(input, result);
            using var packed = PackedWeights.Enter(structure.Packed);
            fixed (float* inputs = input, results = result)
                ForwardTo(runtime, plan, [], [new Operand(inputs, input.Length)], [new Operand(results, result.Length)]);
        }
        finally
        {
            WeightGate.ExitRead();
        }
    }

    /// <summary>
    /// Forward and backward pass of a method whose result is a scalar: the gradients of parameters and of inputs that want one are
    /// added as <see cref="Tensor.Backward"/> would, without a graph and without allocating.
    /// </summary>
    /// <returns>The value.</returns>
    /// <exception cref="AutogradException">The result is no scalar, or nothing wants a gradient.</exception>
    /// <inheritdoc cref="Call"/>
    public static float ValueAndGrad(Module module, string method, ReadOnlySpan<TensorBase?> inputs, ReadOnlySpan<ScalarArgument> scalars = default)
    {
        var runtime = module.Runtime;
        var structure = runtime.CurrentStructure();
        var values = ParametrizedValues.Of(structure);
        inputs = OpRuntime.Inputs(inputs);
        var plan = runtime.PlanFor(ref structure, method, PlanKind.Recording, inputs, scalars);
        if (plan.ResultShapes is not [{ Count: 1 }])
        {
            throw new AutogradException(
                $"ValueAndGrad needs a result of one element, but that of {module.TypeName} is {string.Join(", ", plan.ResultShapes)}.");
        }

        if (!Autograd.IsEnabled || !WantsGradient(plan, inputs))
        {
            throw new AutogradException(
                $"ValueAndGrad of {module.TypeName}: nothing wants a gradient. Set RequiresGrad on a parameter or an input, and call it "
                + "outside Autograd.NoGrad().");
        }

        if (values is null && !InputsNeedGraph(inputs))
            return ValueAndGrad(runtime, structure, plan, inputs);
        using var scope = ParametrizedValues.Enter(values);
        var result = (Tensor)Record(module, structure, plan, inputs, values)[0];
        result.Backward();
        return result.Item();
    }

    private static unsafe float ValueAndGrad(ModuleRuntime runtime, Structure structure, Plan plan, ReadOnlySpan<TensorBase?> inputs)
    {
        float value, one = 1;
        lock (runtime.Gradients)
        {
            var workspace = runtime.Pool.Rent(plan.FrameBytes);
            workspace.MarkGradients(structure.Parameters);
            try
            {
                new PinnedPass(plan, workspace.Pass(isEvaluation: false))
                {
                    Inputs = inputs,
                    InputOperands = stackalloc Operand[inputs.Length],
                    ResultOperands = [new Operand(&value, 1)],
                    ResultGradientOperands = [new Operand(&one, 1)],
                    InputGradients = new InputGradients(inputs),
                    InputGradientOperands = stackalloc GradientOperand[inputs.Length],
                }.ForwardAndBackward();
            }
            catch
            {
                workspace.RevertGradients(structure.Parameters);
                throw;
            }
            finally
            {
                runtime.Pool.Return(workspace);
            }
        }

        return value;
    }

    private static TensorBase[] Record(
        Module module, Structure structure, Plan plan, ReadOnlySpan<TensorBase?> inputs, ParametrizedValues? values)
    {
        var pool = module.Runtime.Pool;
        var results = NewResults(plan);
        var workspace = pool.Rent(plan.FrameBytes);
        try
        {
            Forward(plan, workspace, inputs, results, isEvaluation: false);
            _ = new CallNode(module, structure, plan, inputs, results, workspace, values);
            return results;
        }
        catch
        {
            pool.Return(workspace);
            throw;
        }
    }

    private static TensorBase[] Forward(ModuleRuntime runtime, Plan plan, ReadOnlySpan<TensorBase?> inputs, bool isEvaluation)
    {
        var results = NewResults(plan);
        var workspace = runtime.Pool.Rent(plan.FrameBytes);
        try
        {
            Forward(plan, workspace, inputs, results, isEvaluation);
            return results;
        }
        finally
        {
            runtime.Pool.Return(workspace);
        }
    }

    private static void Forward(Plan plan, Workspace workspace, ReadOnlySpan<TensorBase?> inputs, TensorBase[] results, bool isEvaluation)
        => new PinnedPass(plan, workspace.Pass(isEvaluation))
        {
            Inputs = inputs,
            Results = results,
            InputOperands = stackalloc Operand[inputs.Length],
            ResultOperands = stackalloc Operand[results.Length],
        }.Forward();

    private static void ForwardTo(
        ModuleRuntime runtime,
        Plan plan,
        ReadOnlySpan<TensorBase?> inputs,
        Span<Operand> inputOperands,
        Span<Operand> resultOperands)
    {
        var workspace = runtime.Pool.Rent(plan.FrameBytes);
        try
        {
            new PinnedPass(plan, workspace.Pass(isEvaluation: true))
            {
                Inputs = inputs,
                InputOperands = inputOperands,
                ResultOperands = resultOperands,
            }.Forward();
        }
        finally
        {
            runtime.Pool.Return(workspace);
        }
    }

    /// <summary>Memory for the results. The entry's own type says which may be null.</summary>
    private static TensorBase[] NewResults(Plan plan)
    {
        var results = new TensorBase[plan.ResultShapes.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = plan.Gives(i) ? plan.CreateResult(i) : null!;
        return results;
    }

    /// <summary>Whether a parameter wants a gradient, or an input that one flows back to.</summary>
    private static bool WantsGradient(Plan plan, ReadOnlySpan<TensorBase?> inputs)
    {
        if (plan.WantsGradient)
            return true;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i] is Tensor { RequiresGrad: true } && plan.DifferentiatesInput(i))
                return true;
        }

        return false;
    }

    /// <summary>Whether an input's gradient must be passed on, or is a first one that a failed pass must take back.</summary>
    private static bool InputsNeedGraph(ReadOnlySpan<TensorBase?> inputs)
    {
        foreach (var input in inputs)
        {
            if (input is Tensor { RequiresGrad: true } tensor && (!tensor.IsLeaf || tensor is Parameter || tensor.Grad is null))
                return true;
        }

        return false;
    }

    private static void CheckLength(Plan plan, Span<float> result)
    {
        if (plan.ResultShapes is not [var shape] || shape.Count != result.Length)
        {
            throw new ArgumentException(
                $"The result has the shape {string.Join(", ", plan.ResultShapes)}, but there is room for {result.Length} elements.",
                nameof(result));
        }
    }

    /// <summary>The result is written before the last read of the input, so they must not share memory.</summary>
    private static void CheckOverlap(ReadOnlySpan<float> input, Span<float> result)
    {
        if (input.Overlaps(result))
            throw new ArgumentException("The memory for the result overlaps that of an input.", nameof(result));
    }
}

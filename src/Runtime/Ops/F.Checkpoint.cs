namespace NnGen;

public static partial class F
{
    /// <summary>
    /// Calls a module; in a compiled method, what it computes on the way is computed again in the backward pass instead of being kept
    /// (torch.utils.checkpoint). See <see cref="RecomputeAttribute"/>.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="input">Its input.</param>
    /// <returns>What the module gives.</returns>
    public static TResult Checkpoint<TInput, TResult>(IModule<TInput, TResult> module, TInput input)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.Forward(input);
    }
}

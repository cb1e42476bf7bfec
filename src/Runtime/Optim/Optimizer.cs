namespace NnGen.Optim;

/// <summary>Changes parameters by their gradients: the base of all optimizers.</summary>
public abstract class Optimizer : IStateful
{
    private protected Optimizer()
    {
    }

    /// <summary>The parameter groups with their hyperparameters, which can be set between steps.</summary>
    public IReadOnlyList<ParameterGroup> ParamGroups => Groups;

    /// <summary>The learning rate: of the first group when read, of all groups when set.</summary>
    public double Lr
    {
        get => Groups[0].Lr;
        set
        {
            foreach (var group in Groups)
                group.Lr = value;
        }
    }

    private protected abstract IReadOnlyList<ParameterGroup> Groups { get; }

    /// <summary>Changes every parameter that has a gradient; the others are skipped. Allocates nothing after the first time.</summary>
    /// <exception cref="InvalidOperationException">A parameter of a lazy layer has no values yet; nothing has changed.</exception>
    public abstract void Step();

    /// <summary>Computes the loss and its gradients, and changes the parameters by them.</summary>
    /// <param name="closure">Forgets the gradients, computes them anew and gives the loss.</param>
    /// <returns>The loss before the step.</returns>
    /// <exception cref="InvalidOperationException">A parameter of a lazy layer has no values after <paramref name="closure"/>.</exception>
    public virtual float Step(Func<float> closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        float loss = closure();
        Step();
        return loss;
    }

    /// <summary>Forgets the gradients of all parameters.</summary>
    /// <param name="setToNone">Whether <see cref="Parameter.Grad"/> is null afterwards (default), or filled with zeros.</param>
    public void ZeroGrad(bool setToNone = true)
    {
        for (int i = 0; i < Groups.Count; i++)
        {
            foreach (var parameter in Groups[i].ParameterSpan)
                parameter.ZeroGrad(setToNone);
        }
    }

    /// <summary>The hyperparameters and what the optimizer remembers of each parameter.</summary>
    public abstract OptimizerStateDict StateDict();

    /// <summary>Refuses parameters of lazy layers that have not been called.</summary>
    private protected void CheckInitialized()
    {
        for (int i = 0; i < Groups.Count; i++)
        {
            foreach (var parameter in Groups[i].ParameterSpan)
            {
                if (!parameter.IsInitialized)
                    throw new InvalidOperationException("A parameter of a lazy layer has no values yet: call the module before the optimizer's first step.");
            }
        }
    }

    /// <summary>Takes over a state, by the order of the parameters. Tensors are copied.</summary>
    /// <param name="state">The state; hyperparameters that it does not name stay as they are.</param>
    /// <exception cref="ArgumentException">It does not fit; nothing has changed.</exception>
    public abstract void LoadStateDict(OptimizerStateDict state);

    TorchDict IStateful.StateDict() => StateDict().ToDict();

    void IStateful.LoadStateDict(TorchDict state) => LoadStateDict(OptimizerStateDict.From(state));
}

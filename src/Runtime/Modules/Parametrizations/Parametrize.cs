namespace NnGen;

/// <summary>
/// Parameters that are computed from others, which are trained and saved in their place: torch.nn.utils.parametrize. A call computes
/// each such parameter once, where it is first read, and gradients flow on to the originals; what is created from
/// <see cref="Module.Parameters"/>, such as an optimizer, is made afterwards.
/// </summary>
public static class Parametrize
{
    /// <summary>
    /// Lets a module compute a parameter: <c>parametrization(original)</c>. The original starts as what
    /// <see cref="IRightInverse"/> makes of the parameter's values, or as these. Further ones are applied to the result.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="tensorName">Key of an own parameter, e.g. <c>weight</c>.</param>
    /// <param name="parametrization">A module that takes one tensor and returns one of the same shape.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The module has no such parameter, or the shape changes.</exception>
    public static TModule RegisterParametrization<TModule>(TModule module, string tensorName, Module parametrization)
        where TModule : Module
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(parametrization);
        if (parametrization is not (Parametrization or IModule<Tensor, Tensor>))
        {
            throw new ArgumentException(
                $"{parametrization.TypeName} is no parametrization: it does not take one tensor and return one.", nameof(parametrization));
        }

        parametrization.Train(module.Training);
        if (module.Parametrizations?.Find(tensorName) is { } computed)
        {
            Append(computed.Parametrization!, parametrization);
            return module;
        }

        var parameter = Own(module, tensorName);
        var list = ListOf(parameter, parametrization);
        using (Autograd.NoGrad())
            CheckShape(list.Compute(), parameter.Shape);
        module.AddParametrization(tensorName, parameter, list);
        return module;
    }

    /// <summary>Lets a parameter hold values of its own again.</summary>
    /// <param name="module">The module.</param>
    /// <param name="tensorName">Key of the parameter.</param>
    /// <param name="leaveParametrized">Whether it holds what was computed last (default), or its original.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">
    /// The parameter is not parametrized, or has several originals of which none can take its place.
    /// </exception>
    public static TModule RemoveParametrizations<TModule>(TModule module, string tensorName, bool leaveParametrized = true)
        where TModule : Module
    {
        var parameter = Computed(module, tensorName);
        var list = parameter.Parametrization!;
        if (!leaveParametrized && list.Originals.Count > 1)
        {
            throw new ArgumentException(
                "Cannot leave unparametrized (leaveParametrized: false) a tensor that is parametrized in terms of a sequence of tensors.",
                nameof(leaveParametrized));
        }

        Release(module, tensorName, parameter, leaveParametrized ? Evaluated(parameter) : list.Originals[0]);
        return module;
    }

    /// <summary>Whether a parameter is computed by a parametrization, or any parameter where no key is given.</summary>
    /// <param name="module">The module.</param>
    /// <param name="tensorName">Key of the parameter. Default: any.</param>
    public static bool IsParametrized(Module module, string? tensorName = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.Parametrizations is { } all
            && (tensorName is null ? all.HasLists : all.Find(tensorName) is { Parametrization.IsHook: false });
    }

    /// <summary>Changes the originals so that a parameter takes a value, or the nearest one: PyTorch's <c>module.weight = value</c>.</summary>
    /// <param name="module">The module.</param>
    /// <param name="tensorName">Key of the parameter.</param>
    /// <param name="value">What it is to be.</param>
    /// <exception cref="ArgumentException">The parameter is not parametrized, or the shape is another.</exception>
    public static void Assign(Module module, string tensorName, Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var parameter = Computed(module, tensorName);
        CheckShape(value, parameter.Shape);
        using var scope = Autograd.NoGrad();
        parameter.Parametrization!.Assign(value);
    }

    /// <summary>The own parameter of a key, computed or not.</summary>
    internal static Parameter Read(Module module, string tensorName) => module.Parametrizations?.Find(tensorName) ?? Own(module, tensorName);

    /// <summary>The own parameter of a key that holds values of its own.</summary>
    internal static Parameter Own(Module module, string tensorName)
    {
        ArgumentNullException.ThrowIfNull(tensorName);
        foreach (var (key, parameter) in MemberLists.Of(module).Parameters)
        {
            if (key == tensorName)
                return parameter;
        }

        throw new ArgumentException(
            $"Module '{module.TypeName}' does not have a parameter or a parametrized element with name '{tensorName}'.", nameof(tensorName));
    }

    /// <summary>A list of one step whose originals follow from a parameter's values.</summary>
    internal static ParametrizationList ListOf(Parameter parameter, Module step, Module? hookOwner = null)
    {
        using var scope = Autograd.NoGrad();
        Parameter[] originals = [.. ParametrizationList.RightInverse(step, parameter).Select(value => new Parameter(value, parameter.RequiresGrad))];
        return new ParametrizationList(originals, step, hookOwner);
    }

    /// <summary>The values of a computed parameter as a tensor of their own.</summary>
    internal static Tensor Evaluated(Parameter parameter) => parameter.Detach().Clone();

    /// <summary>Ends the computing of a parameter, which takes a tensor's values.</summary>
    internal static void Release(Module module, string tensorName, Parameter parameter, Tensor values)
    {
        var isTrained = parameter.Parametrization!.IsTrained;
        module.RemoveParametrization(tensorName);
        parameter.Parametrization = null;
        parameter.RequiresGrad = isTrained;
        values.AsSpan().CopyTo(parameter.BorrowWritable());
    }

    private static void Append(ParametrizationList list, Module step)
    {
        if (list.IsHook || step is Parametrization { HasSeveralOriginals: true })
        {
            throw new ArgumentException(
                $"{step.TypeName} cannot follow a parametrization of {list.First.TypeName}: it must be the first one.", nameof(step));
        }

        using var scope = Autograd.NoGrad();
        var value = list.Compute();
        CheckShape(list.Step(step, [value]), value.Shape);
        list.Add(step);
    }

    private static Parameter Computed(Module module, string tensorName)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.Parametrizations?.Find(tensorName) is { Parametrization.IsHook: false } parameter
            ? parameter
            : throw new ArgumentException($"Module {module.TypeName} does not have a parametrization on {tensorName}.", nameof(tensorName));
    }

    private static void CheckShape(Tensor value, Shape expected)
    {
        if (value.Shape != expected)
        {
            throw new ArgumentException(
                $"A parametrization may not change the shape of the tensor: it is {expected}, and {value.Shape} was computed.");
        }
    }
}

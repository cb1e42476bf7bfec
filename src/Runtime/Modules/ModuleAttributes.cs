namespace NnGen;

/// <summary>
/// Marks a partial class as a neural network module. The generator adds the base class <see cref="Module"/>, registration of
/// parameters, buffers and children, and the compiled entries <c>Call</c>, <c>Predict</c> and <c>ValueAndGrad</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModuleAttribute : Attribute
{
    /// <summary>
    /// Whether the module is never trained: its compiled methods record nothing, as if each ran under <see cref="Autograd.NoGrad"/>.
    /// Default: false.
    /// </summary>
    public bool Inference { get; init; }
}

/// <summary>
/// Stops gradients in compiled methods: on a parameter of a method as if it were given <c>x.Detach()</c>, on a method as if its
/// body stood under <see cref="Autograd.NoGrad"/>. A method that runs op by op does not see attributes: where its own gradients
/// matter too, write <c>Detach()</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class StopGradientAttribute : Attribute;

/// <summary>
/// Saves memory (PyTorch's checkpoint): what a compiled pass computes on the way is not kept for the backward pass, which computes it
/// again, with the same random numbers and without writing buffers a second time. On a class it holds for all its compiled methods, on
/// a compiled method for that one, on a member for the calls of the module, or of the modules of the list, that it holds. For one
/// call there is <see cref="F.Checkpoint"/>. Results and gradients are the same.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class RecomputeAttribute : Attribute;

/// <summary>Marks a tensor member as part of a module's state that is not trained.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class BufferAttribute : Attribute
{
    /// <summary>Whether the state dict holds it. Default: true.</summary>
    public bool Persistent { get; init; } = true;
}

/// <summary>Overrides the state-dict key that is derived from a member's name.</summary>
/// <param name="key">The key of this level, without dots.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NameAttribute(string key) : Attribute
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;
}

/// <summary>States the shape of a tensor: <c>"N, 3, H, W"</c>, <c>"*B, channels"</c>.</summary>
/// <param name="dims">Numbers, symbols, hyperparameters by name and arithmetic on them.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ShapeAttribute(string dims) : Attribute
{
    /// <summary>The dims.</summary>
    public string Dims { get; } = dims;
}

/// <summary>
/// States the shapes of a method of a module that is written by hand, so that they are known while typing, as those of compiled methods
/// are: a contract as ops have it, over the method's tensors and the parameters of the constructor, and of those of the modules that it is
/// given (<c>encoderLayer.dModel</c>). It may list fewer tensors than there are, from the first one on. On a compiled method it adds what
/// <c>[Shape]</c> cannot say.
/// </summary>
/// <param name="text">The contract: <c>"x: *B, inFeatures -> y: *B, outFeatures"</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShapeContractAttribute(string text) : Attribute
{
    /// <summary>The contract.</summary>
    public string Text { get; } = text;
}

/// <summary>Written by the generator: what another assembly's compiler needs to know of a module.</summary>
/// <param name="version">Version of the format.</param>
/// <param name="text">The contract.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public sealed class ModuleContractAttribute(int version, string text) : Attribute
{
    /// <summary>Version of the format.</summary>
    public int Version { get; } = version;

    /// <summary>The contract.</summary>
    public string Text { get; } = text;
}

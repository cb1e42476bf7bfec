namespace NnGen;

/// <summary>
/// Declares an op: its shape contract, a forward and a backward, in one file. A static class computes on spans; a struct is
/// pointwise and can be fused. The grammar of the contract is described in docs/custom-ops.md.
/// </summary>
/// <param name="contract">For example <c>"x: *B, K; weight: N, K; bias: N? -> y: *B, N"</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OpAttribute(string contract) : Attribute
{
    /// <summary>The shape contract.</summary>
    public string Contract { get; } = contract;

    /// <summary>Whether the result shares its input's memory: the op has no Forward of its own.</summary>
    public bool IsView { get; init; }

    /// <summary>Whether a gradient flows back through it. Default: true, and a missing Backward is an error.</summary>
    public bool IsDifferentiable { get; init; } = true;

    /// <summary>
    /// How many products a forward pass adds up, for <see cref="Module.Summary()"/>: a size over the contract's dims, where the name of a tensor
    /// stands for the number of its elements. <c>"y*K"</c> of a linear layer. Default: none are counted.
    /// </summary>
    public string? MultiplyAdds { get; init; }
}

/// <summary>
/// Says which op a tensor-level member (function, operator, indexer, property) is; its arguments are bound by name. Of a module's
/// method, the module's own members are what its parameters do not give: <c>outProjWeight</c> is <c>OutProj.Weight</c>.
/// </summary>
/// <param name="op">A type marked <see cref="OpAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class LowersAttribute(Type op) : Attribute
{
    /// <summary>The op.</summary>
    public Type Op { get; } = op;

    /// <summary>Whether the result overwrites the receiver, the op's first input. Default: false.</summary>
    public bool InPlace { get; init; }
}

/// <summary>
/// Says which input or hyperparameter of the op a parameter is where that has another name. A tensor that is given for a list of sizes
/// stands for its shape.
/// </summary>
/// <param name="name">The op's name for it.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OpInputAttribute(string name) : Attribute
{
    /// <summary>The op's name for it.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// Says which ops an indexer by numbers, ranges and an ellipsis is: ranges are taken first, then numbers. The hyperparameters of
/// the first two ops are lists with an entry for each dim that an item stands for.
/// </summary>
/// <param name="slice">A type marked <see cref="OpAttribute"/>: lists of dims, starts, ends and steps.</param>
/// <param name="select">A type marked <see cref="OpAttribute"/>: lists of dims and indices.</param>
/// <param name="selectAt">A type marked <see cref="OpAttribute"/>: a tensor of one index, and its dim.</param>
/// <param name="pick">A type marked <see cref="OpAttribute"/>: a tensor of indices, their dim, and whether negative ones count from the end.</param>
/// <param name="insert">A type marked <see cref="OpAttribute"/>: where a new dim stands.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LowersPartAttribute(Type slice, Type select, Type selectAt, Type pick, Type insert) : Attribute
{
    /// <summary>The op that takes ranges.</summary>
    public Type Slice { get; } = slice;

    /// <summary>The op that takes numbers.</summary>
    public Type Select { get; } = select;

    /// <summary>The op that takes a number of which only a call knows what it is.</summary>
    public Type SelectAt { get; } = selectAt;

    /// <summary>The op that takes a list of indices.</summary>
    public Type Pick { get; } = pick;

    /// <summary>The op that inserts a dim.</summary>
    public Type Insert { get; } = insert;
}

/// <summary>
/// Says which op gives one part of what a member returns as an array. The op has a hyperparameter <c>index</c> that the member
/// has not: the number of the part.
/// </summary>
/// <param name="op">A type marked <see cref="OpAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LowersEachAttribute(Type op) : Attribute
{
    /// <summary>The op.</summary>
    public Type Op { get; } = op;

    /// <summary>The argument that says how many parts there are, as a number or as a list with an entry for each. Default: as many as the dim has room for.</summary>
    public string? Count { get; init; }

    /// <summary>The argument that says how large the parts are, of which the last may be smaller. Default: each is 1.</summary>
    public string? Size { get; init; }

    /// <summary>The argument that says which dim is divided. Default: <c>dim</c>.</summary>
    public string? Dim { get; init; }
}

/// <summary>
/// Marks a static method over tensors and scalars, a sequence of tensor functions, that modules of other projects may call in their compiled
/// methods: its assembly carries which ops it applies. In its own project it needs no mark.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DifferentiableAttribute : Attribute;

/// <summary>Written by the generator: the ops of a method marked <see cref="DifferentiableAttribute"/>.</summary>
/// <param name="method">The method's name in documentation.</param>
/// <param name="version">Version of the format.</param>
/// <param name="text">The ops.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public sealed class DifferentiableContractAttribute(string method, int version, string text) : Attribute
{
    /// <summary>The method.</summary>
    public string Method { get; } = method;

    /// <summary>Version of the format.</summary>
    public int Version { get; } = version;

    /// <summary>The ops.</summary>
    public string Text { get; } = text;
}

/// <summary>
/// Says that this op, where it is evaluated, multiplies each channel by a number and adds another, so that <c>Predict</c> takes it into
/// <c>weight</c> and <c>bias</c> of the op that computes its input. It has the inputs <c>weight</c>, <c>bias</c>, <c>runningMean</c> and
/// <c>runningVar</c> and the hyperparameters <c>training</c> and <c>eps</c> of batch normalization.
/// </summary>
/// <param name="op">The op before it, whose first dim of <c>weight</c> is that of the channels.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public sealed class FoldsIntoAttribute(Type op) : Attribute
{
    /// <summary>The op before it.</summary>
    public Type Op { get; } = op;
}

/// <summary>Says that an op can apply a pointwise op to its result in registers, and how.</summary>
/// <param name="op">The pointwise op; its derivative must read the result only.</param>
/// <param name="forward">Name of the method that computes both.</param>
/// <param name="backward">Name of its derivative, which reads the fused result.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class EpilogueAttribute(Type op, string forward, string backward) : Attribute
{
    /// <summary>The pointwise op.</summary>
    public Type Op { get; } = op;

    /// <summary>Name of the fused forward.</summary>
    public string Forward { get; } = forward;

    /// <summary>Name of the fused backward.</summary>
    public string Backward { get; } = backward;
}

using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Ops;

internal enum OpKind
{
    /// <summary>A static class whose Forward and Backward work on spans.</summary>
    Kernel,

    /// <summary>A struct with one vector function of its inputs, element by element: it can be fused into a chain.</summary>
    Pointwise,

    /// <summary>No computation: the result shares its input's memory under another shape.</summary>
    View,
}

/// <summary>An op as its file declares it, read from symbols. There is no other list of ops.</summary>
/// <param name="Type">Metadata name of the class or struct.</param>
/// <param name="FullName">C# name with <c>global::</c>.</param>
/// <param name="Name">Simple name.</param>
/// <param name="Kind">How it computes.</param>
/// <param name="Contract">Text of its shape contract.</param>
/// <param name="Hypers">Hyperparameters, in declaration order.</param>
/// <param name="Forward">What Forward takes, in order.</param>
/// <param name="Backward">What Backward takes, in order (for a pointwise op: one list for each input, see <see cref="Derivatives"/>).</param>
/// <param name="Derivatives">Pointwise only: for each input with a derivative, its method and what it reads.</param>
/// <param name="Epilogues">Pointwise ops that this op can apply to its result in registers.</param>
internal sealed record OpModel(
    string Type,
    string FullName,
    string Name,
    OpKind Kind,
    string Contract,
    EquatableArray<OpHyper> Hypers,
    EquatableArray<OpParameter> Forward,
    EquatableArray<OpParameter> Backward,
    EquatableArray<OpDerivative> Derivatives,
    EquatableArray<OpEpilogue> Epilogues);

internal enum OpParameterRole
{
    /// <summary>A tensor the contract lists as input.</summary>
    Input,

    /// <summary>A tensor the contract lists as result, or marks as saved.</summary>
    Output,

    /// <summary><c>dy</c>: the gradient of an output.</summary>
    OutputGradient,

    /// <summary><c>dx</c>: the gradient of an input to be written.</summary>
    InputGradient,

    /// <summary>A dim the contract names.</summary>
    Dim,

    /// <summary>A hyperparameter.</summary>
    Hyper,

    /// <summary>Seed and offset of the op's random numbers, replayed in Backward.</summary>
    Random,

    /// <summary>Index of the contract's alternative that matched.</summary>
    Alternative,
}

/// <param name="Name">C# name of the parameter.</param>
/// <param name="Role">What is passed.</param>
/// <param name="Target">The contract's name of the tensor or dim, or the hyperparameter's name.</param>
/// <param name="Type">C# type name.</param>
internal sealed record OpParameter(string Name, OpParameterRole Role, string Target, string Type);

/// <param name="Default">Default value, or null.</param>
internal sealed record OpHyper(string Name, string Type, ScalarIr? Default);

/// <param name="Input">The contract's name of the input that the derivative is for.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Reads">Its parameters in order: inputs, the result, the result's gradient.</param>
internal sealed record OpDerivative(string Input, string Method, EquatableArray<OpParameter> Reads);

/// <param name="Op">Metadata name of the pointwise op.</param>
/// <param name="Forward">Method that computes this op followed by that one.</param>
/// <param name="Backward">Its derivative; reads the fused result.</param>
internal sealed record OpEpilogue(string Op, string ForwardMethod, EquatableArray<OpParameter> Forward, string BackwardMethod, EquatableArray<OpParameter> Backward);

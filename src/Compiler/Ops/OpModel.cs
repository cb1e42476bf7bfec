using System;
using System.Linq;
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
/// <param name="MultiplyAdds">How many products a forward pass adds up, over the contract's names; null where none are counted.</param>
/// <param name="Inputs">Tensors the contract lists as inputs, in order.</param>
/// <param name="Outputs">Tensors the contract lists as results, in order: those handed out first, then saved ones.</param>
/// <param name="Hypers">Hyperparameters, in declaration order.</param>
/// <param name="ShapeHypers">Names of the hyperparameters that the contract mentions, in its order: what inference is given.</param>
/// <param name="DeclaresApply">Whether its file declares <c>Apply</c> as a partial method, which is generated then.</param>
/// <param name="Forward">What Forward takes, in order; for a pointwise op its vector operands.</param>
/// <param name="Backward">What Backward takes, in order; empty for an op without one and for a pointwise op.</param>
/// <param name="Draws">
/// What <c>Draws</c> takes, the method that says how many random numbers a forward pass consumes; empty where Forward takes no
/// random state.
/// </param>
/// <param name="Derivatives">Pointwise only: for each input with a derivative, its method and what it reads.</param>
/// <param name="Epilogues">Pointwise ops that this op can apply to its result in registers.</param>
/// <param name="FoldsInto">Metadata names of the ops whose weight and bias take this op in where it is evaluated.</param>
internal sealed record OpModel(
    string Type,
    string FullName,
    string Name,
    OpKind Kind,
    string Contract,
    string? MultiplyAdds,
    EquatableArray<OpInput> Inputs,
    EquatableArray<OpOutput> Outputs,
    EquatableArray<OpHyper> Hypers,
    EquatableArray<string> ShapeHypers,
    bool DeclaresApply,
    EquatableArray<OpParameter> Forward,
    EquatableArray<OpParameter> Backward,
    EquatableArray<OpParameter> Draws,
    EquatableArray<OpDerivative> Derivatives,
    EquatableArray<OpEpilogue> Epilogues,
    EquatableArray<string> FoldsInto)
{
    /// <summary>Whether a gradient flows back through it.</summary>
    public bool IsDifferentiable => Kind == OpKind.View || Backward.Count > 0 || Derivatives.Count > 0;

    /// <summary>Whether it takes or gives tensors of any one element type: its methods are generic then.</summary>
    public bool IsGeneric => Inputs.Any(input => input.Type == DType.Any) || Outputs.Any(output => output.Type == DType.Any);

    /// <summary>Whether its backward reads an input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="carries">Whether a gradient of an input can be wanted.</param>
    public bool Saves(string input, Func<string, bool> carries)
        => Derivatives.Any(derivative => carries(derivative.Input) && Reads(derivative.Reads, input))
            || (Reads(Backward, input) && Backward.Any(parameter => parameter.Role == OpParameterRole.InputGradient && carries(parameter.Target)));

    private static bool Reads(EquatableArray<OpParameter> parameters, string input)
        => parameters.Any(parameter => parameter.Role == OpParameterRole.Input && parameter.Target == input);

    /// <summary>Whether it draws random numbers.</summary>
    public bool IsRandom => Draws.Count > 0;
}

/// <param name="Name">The contract's name of it.</param>
/// <param name="Type">Element type.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
/// <param name="IsVariadic">Whether it stands for any number of tensors.</param>
/// <param name="IsState">Whether Forward also writes it (<c>!mean</c>): it has no gradient and is never saved.</param>
/// <param name="IsBroadcast">Pointwise only: whether it may have a smaller shape than the result.</param>
internal sealed record OpInput(string Name, DType Type, bool IsOptional, bool IsVariadic, bool IsState, bool IsBroadcast);

/// <param name="Name">The contract's name of it.</param>
/// <param name="Type">Element type.</param>
/// <param name="IsSaved">Whether it is kept for Backward only and not handed out.</param>
internal sealed record OpOutput(string Name, DType Type, bool IsSaved);

internal enum OpParameterRole
{
    /// <summary>A tensor the contract lists as input: a read-only span, a span for state, <c>TensorSpans</c> for a variadic one.</summary>
    Input,

    /// <summary>A tensor the contract lists as result, or marks as saved.</summary>
    Output,

    /// <summary><c>dy</c>: the gradient of an output; the default span where it is one of several and no gradient reached it.</summary>
    OutputGradient,

    /// <summary><c>dx</c>: the gradient of an input to be written; <c>GradientSpans</c> for a variadic one.</summary>
    InputGradient,

    /// <summary>A dim the contract names.</summary>
    Dim,

    /// <summary>
    /// <c>Shape xShape</c>: the whole shape of the tensor <c>x</c>, input or output; <c>ReadOnlySpan&lt;Shape&gt; xsShapes</c>:
    /// those of a variadic input.
    /// </summary>
    Shape,

    /// <summary>A hyperparameter.</summary>
    Hyper,

    /// <summary>Key and counter of the op's random numbers, replayed in Backward.</summary>
    Random,

    /// <summary>Index of the contract's alternative that matched.</summary>
    Alternative,
}

/// <param name="Name">C# name of the parameter.</param>
/// <param name="Role">What is passed.</param>
/// <param name="Target">The contract's name of the tensor or dim, or the hyperparameter's name.</param>
/// <param name="Type">C# type name with <c>global::</c>.</param>
internal sealed record OpParameter(string Name, OpParameterRole Role, string Target, string Type);

/// <param name="Name">C# name.</param>
/// <param name="Type">C# type name with <c>global::</c>.</param>
/// <param name="IsEnum">Whether it is an enum: shape inference is given its number.</param>
/// <param name="Default">Default value, or null.</param>
internal sealed record OpHyper(string Name, string Type, bool IsEnum, ConstantIr? Default)
{
    /// <summary>Whether it is a list of whole numbers.</summary>
    public bool IsList => Type is "int[]" or "int[]?";

    /// <summary>An argument as the op takes it: for a list, a single number is a list of one, and a shape is the list of its sizes.</summary>
    public ScalarIr Accept(ScalarIr argument) => argument switch
    {
        _ when !IsList => argument,
        ListIr list => list with { Type = "int[]" },
        { Type: "int" or ShapeIr.TypeName } => new ListIr("int[]", EquatableArray.Create(argument)),
        _ => argument,
    };
}

/// <param name="Input">The contract's name of the input that the derivative is for.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Reads">Its parameters in order: inputs, the result, the result's gradient.</param>
internal sealed record OpDerivative(string Input, string Method, EquatableArray<OpParameter> Reads);

/// <param name="Op">Metadata name of the pointwise op.</param>
/// <param name="ForwardMethod">Method that computes this op followed by that one.</param>
/// <param name="Forward">What it takes, in order.</param>
/// <param name="BackwardMethod">Its derivative; reads the fused result.</param>
/// <param name="Backward">What it takes, in order.</param>
internal sealed record OpEpilogue(
    string Op,
    string ForwardMethod,
    EquatableArray<OpParameter> Forward,
    string BackwardMethod,
    EquatableArray<OpParameter> Backward);

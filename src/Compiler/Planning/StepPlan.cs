using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>A comment: the user's statement and the shape of what it gives.</summary>
internal sealed record NotePlan(string Text, string? Remark);

/// <summary>One thing that a pass does, under the user's statements that it stands for.</summary>
internal abstract record StepPlan(EquatableArray<NotePlan> Notes);

/// <summary>Nothing to compute: a view.</summary>
internal sealed record NoStep(EquatableArray<NotePlan> Notes) : StepPlan(Notes);

/// <summary>A method of an op.</summary>
internal sealed record OpCallStep(
    EquatableArray<NotePlan> Notes,
    EquatableArray<CapturePlan> Captures,
    string Type,
    string Method,
    EquatableArray<ArgumentPlan> Arguments) : StepPlan(Notes);

/// <summary>Two ops, the second of which an evaluation takes into weight and bias of the first.</summary>
/// <param name="Weights">Arguments of <c>FoldedWeights.TryGet</c>.</param>
/// <param name="Folded">Name of the local that holds them.</param>
/// <param name="Together">What is called with them.</param>
/// <param name="First">What is called else, at first.</param>
/// <param name="Second">And then.</param>
internal sealed record FoldedCallStep(
    EquatableArray<NotePlan> Notes,
    EquatableArray<CapturePlan> Captures,
    EquatableArray<string> Weights,
    string Folded,
    OpCallStep Together,
    OpCallStep First,
    OpCallStep Second) : StepPlan(Notes);

/// <summary>A loop over a pointwise function.</summary>
/// <param name="IsBackward">Which way.</param>
/// <param name="Function">The function.</param>
/// <param name="Inputs">Its inputs; absent where backward does not read them.</param>
/// <param name="Result">Its result; absent where backward does not read it.</param>
/// <param name="ResultGradient">Backward: the gradient of its result.</param>
/// <param name="Targets">Backward: the gradients of its inputs.</param>
/// <param name="Layout">The plan's field that says how inputs are broadcast; null where there is one input.</param>
internal sealed record PointwiseCallStep(
    EquatableArray<NotePlan> Notes,
    EquatableArray<CapturePlan> Captures,
    bool IsBackward,
    FunctionPlan Function,
    EquatableArray<OperandPlan> Inputs,
    OperandPlan Result,
    OperandPlan? ResultGradient,
    EquatableArray<TargetPlan> Targets,
    string? Layout) : StepPlan(Notes);

/// <summary>A pass of a child.</summary>
/// <param name="Child">Name of its frame.</param>
/// <param name="Target">Path of the module; empty for <c>this</c>.</param>
/// <param name="Pass">Name of the pass where it is called directly; null for the protocol.</param>
/// <param name="IsBackward">Which way.</param>
/// <param name="Arm">For the forward pass of a branch: C# expression of the number of the arm that runs.</param>
internal sealed record ChildCallStep(
    EquatableArray<NotePlan> Notes,
    string Child,
    string Target,
    string? Pass,
    bool IsBackward,
    EquatableArray<OperandPlan> Inputs,
    EquatableArray<OperandPlan> Results,
    EquatableArray<OperandPlan> ResultGradients,
    EquatableArray<TargetPlan> Targets,
    string? Arm = null) : StepPlan(Notes);

/// <summary>A number or flag as a value.</summary>
/// <param name="Target">The value.</param>
/// <param name="Value">C# expression.</param>
internal sealed record NumberCallStep(EquatableArray<NotePlan> Notes, OperandPlan Target, string Value) : StepPlan(Notes);

/// <param name="Check">The C# statement.</param>
internal sealed record CheckCallStep(EquatableArray<NotePlan> Notes, string Check) : StepPlan(Notes);

/// <summary>A result that has no memory of its own to be computed into: an input returned, a value returned twice.</summary>
internal sealed record CopyStep(EquatableArray<NotePlan> Notes, OperandPlan Source, OperandPlan Target) : StepPlan(Notes);

/// <summary>A buffer or parameter that takes the elements of a value.</summary>
internal sealed record StoreStep(EquatableArray<NotePlan> Notes, MemberOperand Target, OperandPlan Source) : StepPlan(Notes);

/// <summary>A result's gradient that is passed on unchanged.</summary>
internal sealed record SeedStep(EquatableArray<NotePlan> Notes, OperandPlan Source, TargetPlan Target) : StepPlan(Notes);

/// <summary>An input's gradient that nothing reaches: zero.</summary>
internal sealed record ZeroStep(EquatableArray<NotePlan> Notes, TargetPlan Target) : StepPlan(Notes);

/// <summary>A value computed in the forward pass and kept for the backward pass: a hyperparameter, a random state.</summary>
/// <param name="Name">Its field of the frame.</param>
/// <param name="Value">C# expression.</param>
internal sealed record CapturePlan(string Name, string Value);

/// <summary>An argument of an op.</summary>
internal abstract record ArgumentPlan(string Parameter);

/// <param name="IsNamed">Whether it is passed by name, to help the reader: results and their gradients in a backward pass.</param>
internal sealed record TensorArgumentPlan(string Parameter, OperandPlan Operand, bool IsNamed = false) : ArgumentPlan(Parameter);

/// <summary>A variadic input.</summary>
/// <param name="Element">The element type where the op takes any; null where it takes floats.</param>
internal sealed record TensorsArgumentPlan(string Parameter, EquatableArray<OperandPlan> Operands, DType? Element = null) : ArgumentPlan(Parameter);

/// <summary>A variadic input that is a list.</summary>
/// <param name="Parts">The plan's field that says where its tensors are.</param>
internal sealed record ListArgumentPlan(string Parameter, OperandPlan List, string Parts, DType? Element) : ArgumentPlan(Parameter);

/// <summary>The gradients of such an input.</summary>
internal sealed record ListGradientArgumentPlan(string Parameter, TargetPlan List, string Parts) : ArgumentPlan(Parameter);

internal sealed record GradientArgumentPlan(string Parameter, TargetPlan Target) : ArgumentPlan(Parameter);

/// <summary>The gradients of a variadic input.</summary>
internal sealed record GradientsArgumentPlan(string Parameter, EquatableArray<TargetPlan> Targets) : ArgumentPlan(Parameter);

/// <param name="Expression">C# expression.</param>
internal sealed record ScalarArgumentPlan(string Parameter, string Expression) : ArgumentPlan(Parameter);

/// <summary>A pointwise function: an op or a generated struct, with the expressions of its ops' hyperparameters.</summary>
/// <param name="Chain">What it computes.</param>
/// <param name="Hypers">For each link, its hyperparameters.</param>
internal sealed record FunctionPlan(Chain Chain, EquatableArray<EquatableArray<ScalarArgumentPlan>> Hypers);

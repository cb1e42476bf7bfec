using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Fusion;

/// <summary>A method as the calls that its passes make.</summary>
/// <param name="Values">The method's values, then those that ops keep for their Backward.</param>
/// <param name="Body">The calls.</param>
internal sealed record FusedMethod(MethodIr Method, EquatableArray<ValueIr> Values, FusedBlock Body);

/// <summary>Calls in program order. A loop or a branch is a step that holds blocks of its own.</summary>
internal sealed record FusedBlock(EquatableArray<Step> Steps);

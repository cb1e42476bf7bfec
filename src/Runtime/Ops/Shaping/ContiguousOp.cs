namespace NnGen;

/// <summary>The same elements: tensors always lie in memory without gaps.</summary>
[Op("x: any[*S] -> y: any[*S]", IsView = true)]
public static partial class ContiguousOp
{
}

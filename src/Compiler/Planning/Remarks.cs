using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Planning;

/// <summary>Shapes in comments: <c>(N, 128)</c>.</summary>
internal static class Remarks
{
    public static string Of(SymbolicShape shape) => "(" + shape.ToString().Trim('[', ']') + ")";
}

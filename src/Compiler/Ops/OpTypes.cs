using System.Text.RegularExpressions;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Ops;

/// <summary>C# types that the parameters of an op have, told apart by their simple name, however they are qualified.</summary>
internal static class OpTypes
{
    private static readonly Regex s_qualifier = new(@"[\w]+(::|\.)", RegexOptions.CultureInvariant);

    public const string Gradient = "Gradient";
    public const string GradientSpans = "GradientSpans";
    public const string TensorSpans = "TensorSpans";
    public const string AnyTensorSpans = "TensorSpans<T>";
    public const string RandomState = "RandomState";
    public const string Shape = "Shape";

    /// <summary>The name without qualification, of type arguments too: <c>System.Span&lt;float&gt;</c> is <c>Span&lt;float&gt;</c>.</summary>
    public static string Simple(string type) => s_qualifier.Replace(type, "");

    /// <summary>Whether a parameter of this type can only be a tensor or a gradient.</summary>
    public static bool IsMemory(string type)
    {
        var simple = Simple(type);
        return simple is Gradient or GradientSpans or TensorSpans or AnyTensorSpans
            || simple.StartsWith("Span<", System.StringComparison.Ordinal)
            || simple.StartsWith("ReadOnlySpan<", System.StringComparison.Ordinal);
    }

    /// <summary>C# keyword of an element type.</summary>
    public static string Element(DType type) => type switch
    {
        DType.Int64 => "long",
        DType.Int32 => "int",
        DType.Bool => "bool",
        DType.UInt8 => "byte",
        DType.Float64 => "double",
        DType.Any => "T",
        _ => "float",
    };
}

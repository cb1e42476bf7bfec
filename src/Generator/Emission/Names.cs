using System;
using NnGen.Compiler.Ir;

namespace NnGen.Generator.Emission;

/// <summary>Names of the runtime's types as generated code writes them.</summary>
internal static class Names
{
    public const string Tensor = "global::NnGen.Tensor";
    public const string TensorBase = "global::NnGen.TensorBase";
    public const string Shape = "global::NnGen.Shape";
    public const string Gradient = "global::NnGen.Gradient";
    public const string RandomState = "global::NnGen.RandomState";
    public const string Rng = "global::NnGen.Rng";
    public const string Services = "global::NnGen.CompilerServices";
    public const string Span = "global::System.Span";
    public const string ReadOnlySpan = "global::System.ReadOnlySpan";

    /// <summary>C# keyword of an element type.</summary>
    public static string Element(DType type) => type switch
    {
        DType.Float32 => "float",
        DType.Int64 => "long",
        DType.Int32 => "int",
        DType.Bool => "bool",
        DType.UInt8 => "byte",
        DType.Float64 => "double",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The tensor class of an element type.</summary>
    public static string TensorOf(DType type) => type == DType.Float32 ? Tensor : $"{Tensor}<{Element(type)}>";
}

namespace NnGen.Generator.Emission;

/// <summary>Names of the runtime's types as generated code writes them.</summary>
internal static class Names
{
    public const string Tensor = "global::NnGen.Tensor";
    public const string Shape = "global::NnGen.Shape";
    public const string RandomState = "global::NnGen.RandomState";
    public const string Rng = "global::NnGen.Rng";
    public const string Services = "global::NnGen.CompilerServices";
    public const string ReadOnlySpan = "global::System.ReadOnlySpan";
    public const string Inlined =
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";
}

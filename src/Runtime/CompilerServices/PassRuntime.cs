using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>What generated passes need besides ops. Generated code alone uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PassRuntime
{
    /// <summary>Room that any scalar kept in a frame fits in.</summary>
    public const int ScalarBytes = 16;

    /// <summary>The gradient of a parameter that may be absent.</summary>
    public static Gradient Gradient(Parameter? parameter) => parameter is null ? default : parameter.Gradient;

    /// <summary>Whether a parameter is there and wants a gradient.</summary>
    public static bool IsWanted(Parameter? parameter) => parameter is { RequiresGrad: true };

    /// <summary>A gradient that nothing reaches: zero, where it is wanted and not yet written.</summary>
    public static void Zero(Gradient gradient)
    {
        if (gradient.IsWanted && !gradient.Accumulate)
            gradient.Span.Clear();
    }
}

namespace NnGen.Compiler.Shapes;

/// <summary>What is known of a statement about dims. Numbers never leave it open; polynomials may.</summary>
internal enum Truth
{
    /// <summary>Holds for some sizes only, or the engine cannot tell: checked when bound.</summary>
    Unknown,

    /// <summary>Holds for all sizes.</summary>
    Proven,

    /// <summary>Holds for no size.</summary>
    Refuted,
}

internal static class TruthExtensions
{
    public static Truth And(this Truth left, Truth right)
        => left == Truth.Refuted || right == Truth.Refuted ? Truth.Refuted
            : left == Truth.Proven && right == Truth.Proven ? Truth.Proven
            : Truth.Unknown;

    public static Truth Not(this Truth value)
        => value switch { Truth.Proven => Truth.Refuted, Truth.Refuted => Truth.Proven, _ => Truth.Unknown };

    public static Truth Or(this Truth left, Truth right) => left.Not().And(right.Not()).Not();

    public static Truth ToTruth(this bool value) => value ? Truth.Proven : Truth.Refuted;
}

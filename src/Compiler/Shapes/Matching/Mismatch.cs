
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>What does not fit, or cannot be proven to fit. <see cref="ShapeMessages"/> puts it into words.</summary>
internal abstract record Mismatch
{
    /// <summary>How far matching came: of several alternatives that fail, the one that came farthest is explained.</summary>
    public abstract int Progress { get; }

    /// <summary>The sizes that would have to have a certain relation; empty where it is about something else, or only that none is 0.</summary>
    public virtual IEnumerable<Dim> Related => [];
}

/// <summary>A tensor of a call: the input's index in the contract, and which one of a variadic input.</summary>
internal readonly record struct InputRef(int Index, int Item);

/// <summary>A dim of an input: where a name got its size.</summary>
internal readonly record struct DimRef(InputRef Input, int Axis);

/// <summary>No alternative's condition on the hyperparameters holds.</summary>
internal sealed record GuardMismatch(string Text) : Mismatch
{
    public override int Progress => 0;
}

/// <summary>A tensor that is not optional is absent.</summary>
internal sealed record MissingInput(InputRef Input) : Mismatch
{
    public override int Progress => 1;
}

internal sealed record TypeMismatch(InputRef Input, ElementType Expected, ElementType Found) : Mismatch
{
    public override int Progress => 1;
}

/// <param name="AtLeast">Whether more dims would do too.</param>
internal sealed record RankMismatch(InputRef Input, int Expected, bool AtLeast, string Pattern) : Mismatch
{
    public override int Progress => 2;
}

/// <summary>A dim has another size than an earlier one of the same name, or than a derived one.</summary>
/// <param name="Name">The contract's name or expression.</param>
/// <param name="Source">Where the expected size comes from; null where it is computed.</param>
internal sealed record SizeMismatch(DimRef At, string Name, Dim Expected, Dim Found, DimRef? Source) : Mismatch
{
    public override int Progress => 3;

    public override IEnumerable<Dim> Related => [Expected, Found];
}

/// <summary>Dims taken together by one pack differ.</summary>
/// <param name="Expected">What the whole input must be, with <c>_</c> where it is free.</param>
internal sealed record PackMismatch(InputRef Input, string Name, SymbolicShape Expected, InputRef? Source) : Mismatch
{
    public override int Progress => 3;

    public override IEnumerable<Dim> Related => Expected.Leading.Concat(Expected.Trailing);
}

/// <param name="Axis">Counted from the end, negative.</param>
internal sealed record BroadcastMismatch(InputRef Left, InputRef Right, Dim LeftSize, Dim RightSize, int Axis) : Mismatch
{
    public override int Progress => 3;

    public override IEnumerable<Dim> Related => [LeftSize, RightSize];
}

/// <summary>A size that contains what it must be divided by a rest.</summary>
internal sealed record DivisibilityMismatch(string Name, Dim Value, Dim Divisor) : Mismatch
{
    public override int Progress => 4;

    public override IEnumerable<Dim> Related => [Value, Divisor];
}

/// <summary>A computed dim is too small.</summary>
internal sealed record DerivedMismatch(string Name, Dim Value, int Minimum) : Mismatch
{
    public override int Progress => 4;
}

/// <summary>Dims that cannot be computed: too large, or a division by zero.</summary>
internal sealed record ArithmeticMismatch(string Reason) : Mismatch
{
    public static readonly ArithmeticMismatch TooLarge = new("the sizes are too large");

    public override int Progress => 4;
}

/// <summary>A rule for the result's shape cannot be applied.</summary>
/// <param name="Shape">The shape it was applied to.</param>
/// <param name="Reason">Why, as a clause.</param>
/// <param name="Condition">What would have to hold, or null where nothing can help.</param>
/// <param name="Sizes">Two sizes that would have to be equal; null where it is about something else.</param>
/// <param name="IsMultiple">Whether the first of the sizes has to be a multiple of the second, not equal.</param>
internal sealed record RuleMismatch(SymbolicShape Shape, string Reason, string? Condition = null, Dim[]? Sizes = null, bool IsMultiple = false) : Mismatch
{
    public override int Progress => 5;

    public override IEnumerable<Dim> Related => Sizes is not null ? Sizes : Condition is null ? [] : Shape.Leading.Concat(Shape.Trailing);
}


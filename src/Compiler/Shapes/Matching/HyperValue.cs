namespace NnGen.Compiler.Shapes;

internal enum HyperKind
{
    /// <summary>Null was given.</summary>
    Absent,

    /// <summary>A value that cannot be known before the call.</summary>
    Unknown,

    Number,

    List,
}

/// <summary>A hyperparameter as matching sees it: a number (also for bools and enums), a list, or nothing.</summary>
internal readonly struct HyperValue<TDim>
{
    private HyperValue(HyperKind kind, TDim number, TDim[]? items)
    {
        Kind = kind;
        Number = number;
        Items = items;
    }

    public static HyperValue<TDim> Unknown => new(HyperKind.Unknown, default!, null);

    public HyperKind Kind { get; }

    public TDim Number { get; }

    public TDim[]? Items { get; }

    /// <summary>What a number is that is no size, such as the factor of a width: matching does not know it, sizes may be computed with it.</summary>
    public double? Real { get; private init; }

    public static HyperValue<TDim> Of(TDim number) => new(HyperKind.Number, number, null);

    public static HyperValue<TDim> OfReal(double number) => new(HyperKind.Unknown, default!, null) { Real = number };

    public static HyperValue<TDim> Of(TDim[] items) => new(HyperKind.List, default!, items);
}

namespace NnGen;

/// <summary>
/// States what a size can be, so that shapes are proven with it: <c>[Dim("H", MultipleOf = 16)]</c>. It is a promise of the caller's, which
/// is checked when shapes are bound: a size that breaks it is a <see cref="ShapeException"/>.
/// </summary>
/// <param name="name">A name in <see cref="ShapeAttribute"/> texts, or a constructor parameter.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Parameter, AllowMultiple = true, Inherited = false)]
public sealed class DimAttribute(string name) : Attribute
{
    /// <summary>The size.</summary>
    public string Name { get; } = name;

    /// <summary>The smallest value. Default: 1.</summary>
    public int Min { get; init; } = 1;

    /// <summary>The largest value. Default: any.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>A number that divides it. Default: 1.</summary>
    public int MultipleOf { get; init; } = 1;
}

/// <summary>States an equation between sizes, so that shapes are proven with it: <c>[Dims("channels = heads * headDim")]</c>.</summary>
/// <param name="equation">A name, <c>=</c>, and a size in the grammar of <see cref="ShapeAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DimsAttribute(string equation) : Attribute
{
    /// <summary>The equation.</summary>
    public string Equation { get; } = equation;
}

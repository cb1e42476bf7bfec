using System.ComponentModel;
using NnGen.Compiler.Shapes;

namespace NnGen.CompilerServices;

/// <summary>Arithmetic on sizes in generated code, where C#'s own operators round the other way.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DimMath
{
    /// <summary>The largest integer not above the quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is 0.</exception>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public static int FloorDivide(int numerator, int denominator) => checked((int)Dim.FloorDivide(numerator, (long)denominator));

    /// <summary>The number of elements of a shape.</summary>
    /// <exception cref="OverflowException">It exceeds <see cref="int.MaxValue"/>.</exception>
    public static int Count(Shape shape) => shape.Count;

    /// <summary>One size of a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="dim">Which dim, counted from the end where negative.</param>
    /// <exception cref="IndexOutOfRangeException">The shape has no such dim.</exception>
    public static int Size(Shape shape, int dim) => shape[dim < 0 ? ^-dim : dim];
}

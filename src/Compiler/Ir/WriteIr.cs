namespace NnGen.Compiler.Ir;

/// <summary>
/// A buffer or parameter that takes the elements of a value, without gradient. Its later reads are values of a higher
/// <see cref="ValueIr.Version"/>.
/// </summary>
/// <param name="Member">Id of the member's value before.</param>
/// <param name="Source">Id of the value that is written.</param>
/// <param name="IsInPlace">Whether the tensor itself is changed, so that all that hold it see that; else it is replaced by another.</param>
internal sealed record WriteIr(int Site, string Text, string Expression, int Member, int Source, bool IsInPlace) : StatementIr(Site, Text, Expression);

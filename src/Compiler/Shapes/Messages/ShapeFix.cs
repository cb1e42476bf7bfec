namespace NnGen.Compiler.Shapes;

/// <summary>How a mistake can be mended where that is evident.</summary>
/// <param name="Callee">The layer that takes another size than it is given.</param>
/// <param name="Expected">The size that it takes.</param>
/// <param name="Found">The size that it is given.</param>
/// <param name="FlattenFrom">The dim from which flattening gives the size that it takes; null where that does not help.</param>
internal sealed record ShapeFix(string Callee, long Expected, long Found, int? FlattenFrom);

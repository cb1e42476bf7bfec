using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>Something that inference has to say of one place of a module.</summary>
/// <param name="Method">Number of the method.</param>
/// <param name="Site">Number of the syntax node; -1 for the result that the method declares.</param>
/// <param name="Truth">Refuted: it can never run. Unknown: it is checked when bound.</param>
/// <param name="Message">What is wrong, or what must hold.</param>
/// <param name="Fix">How it can be mended; null where that is not evident.</param>
/// <param name="Promise">The attribute that would prove what is open; null where there is none.</param>
internal sealed record ShapeFinding(int Method, int Site, Truth Truth, string Message, ShapeFix? Fix = null, string? Promise = null);

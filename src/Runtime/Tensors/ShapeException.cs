namespace NnGen;

/// <summary>
/// Shapes that do not fit together. The message says what was expected, what was found and the likely fix, in the words of the
/// diagnostic that a compiler would have shown had the sizes been known.
/// </summary>
/// <param name="message">The message.</param>
/// <param name="innerException">The exception of the module inside, where a container says which one it was. Default: none.</param>
public class ShapeException(string message, Exception? innerException = null) : ArgumentException(message, innerException);

using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>A range of a frame.</summary>
/// <param name="Offset">Bytes from the frame's start, a multiple of 64.</param>
/// <param name="Length">Number of elements.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Slot(int Offset, int Length);

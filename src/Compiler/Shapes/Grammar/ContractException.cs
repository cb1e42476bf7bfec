using System;

namespace NnGen.Compiler.Shapes;

/// <summary>A contract or a shape text that cannot be read.</summary>
/// <param name="position">Where in the text, from 0.</param>
/// <param name="length">How many characters are meant, at least 1.</param>
internal sealed class ContractException(int position, int length, string message) : Exception(message)
{
    public int Position { get; } = position;

    public int Length { get; } = Math.Max(1, length);
}

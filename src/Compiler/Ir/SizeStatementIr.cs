using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Ir;

/// <summary>What a <c>[Dim]</c> or <c>[Dims]</c> states of a size.</summary>
/// <param name="Name">The size.</param>
/// <param name="Min">Its smallest value.</param>
/// <param name="Max">Its largest value, or null.</param>
/// <param name="MultipleOf">A number that divides it.</param>
/// <param name="Value">What it equals, or null.</param>
/// <param name="Text">The attribute as the user wrote it.</param>
internal sealed record SizeStatementIr(string Name, long Min, long? Max, long MultipleOf, Dim? Value, string Text)
{
    /// <summary>Lets it be known.</summary>
    public void AddTo(DimFacts facts)
    {
        if (Value is not null)
            facts.Equate(Name, Value);
        else
            facts.Assume(Name, Min, Max, MultipleOf);
    }
}

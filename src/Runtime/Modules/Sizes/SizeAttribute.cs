namespace NnGen;

/// <summary>
/// Marks a struct that stands for sizes given as a number, which then holds for every dim, or as a tuple with one for each. Its
/// default value is a number too: so an optional parameter of the type has a default that shape inference knows.
/// </summary>
/// <param name="unset">What each item of the default value is.</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class SizeAttribute(int unset) : Attribute
{
    /// <summary>What each item of the default value is.</summary>
    public int Unset { get; } = unset;
}

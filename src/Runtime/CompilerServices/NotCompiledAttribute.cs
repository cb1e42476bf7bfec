using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>Written by the generator where it failed on a correct module. The analyzers report it; the entries of the module throw.</summary>
/// <param name="error">What happened.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NotCompiledAttribute(string error) : Attribute
{
    /// <summary>What happened.</summary>
    public string Error { get; } = error;
}

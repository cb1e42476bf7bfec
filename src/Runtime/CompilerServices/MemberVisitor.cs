using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>
/// Sees the members of one module: each parameter, buffer and child by its key, also where it is null. Modules call it in the
/// order of declaration, base class first; what is made of that order is the visitor's business.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MemberVisitor
{
    private protected MemberVisitor()
    {
    }

    /// <summary>Sees a parameter.</summary>
    public abstract void Parameter(string key, Parameter? parameter);

    /// <summary>Sees a tensor that belongs to the state and is not trained.</summary>
    public abstract void Buffer(string key, TensorBase? buffer, bool persistent);

    /// <summary>Sees a child.</summary>
    public abstract void Module(string key, Module? module);
}

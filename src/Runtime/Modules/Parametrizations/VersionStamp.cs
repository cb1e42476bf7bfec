using System.Runtime.CompilerServices;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>A number that changes when a parameter or buffer below a module is written to or replaced. Taking it allocates nothing.</summary>
internal sealed class VersionStamp : MemberVisitor
{
    [ThreadStatic]
    private static VersionStamp? t_current;

    private long _stamp;

    private VersionStamp()
    {
    }

    /// <summary>The stamp of a module as it is now.</summary>
    public static long Of(Module module)
    {
        var visitor = t_current ??= new VersionStamp();
        visitor._stamp = 17;
        module.Visit(visitor);
        return visitor._stamp;
    }

    /// <inheritdoc/>
    public override void Parameter(string key, Parameter? parameter) => Add(parameter);

    /// <inheritdoc/>
    public override void Buffer(string key, TensorBase? buffer, bool persistent) => Add(buffer);

    /// <inheritdoc/>
    public override void Module(string key, Module? module) => module?.Visit(this);

    private void Add(TensorBase? tensor)
        => _stamp = unchecked((((_stamp * 31) + (tensor?.Version ?? -1)) * 31) + RuntimeHelpers.GetHashCode(tensor));
}

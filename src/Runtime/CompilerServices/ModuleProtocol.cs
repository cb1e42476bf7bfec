using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NnGen.CompilerServices;

/// <summary>Children that are known by an interface or a type parameter, as modules. Generated code alone uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModuleProtocol
{
    /// <summary>The module that a member holds.</summary>
    /// <param name="member">What the member holds.</param>
    /// <param name="name">The member.</param>
    /// <exception cref="InvalidOperationException">It holds nothing, or something that is no module.</exception>
    public static Module Of(object? member, [CallerArgumentExpression(nameof(member))] string name = "")
    {
        // Methods that call each other in a circle through overrides end in an exception, not in a crash.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return OrNull(member, name) ?? throw new InvalidOperationException($"'{name}' is null: give it a module before it is called.");
    }

    /// <inheritdoc cref="Of"/>
    /// <summary>The module that a member holds, or null.</summary>
    public static Module? OrNull(object? member, [CallerArgumentExpression(nameof(member))] string name = "") => member switch
    {
        null => null,
        Module module => module,
        _ => throw new InvalidOperationException(
            $"'{name}' holds a {member.GetType().Name}, which is no module: mark its class [Module], so that it is part of this one."),
    };
}

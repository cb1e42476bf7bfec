using System.ComponentModel;
using System.Runtime.CompilerServices;
using NnGen.CompilerServices;

namespace NnGen;

public abstract partial class Module
{
    private ModuleRuntime? _runtime;

    /// <summary>Raised whenever an entry finds that a parameter or a module below this one was replaced, added or removed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int StructureVersion => Runtime.CurrentStructure().Version;

    /// <summary>Plans and memory of this module as a root.</summary>
    internal ModuleRuntime Runtime
        => Volatile.Read(ref _runtime) ?? Interlocked.CompareExchange(ref _runtime, new ModuleRuntime(this), null) ?? _runtime!;

    /// <summary>Binds a method to input shapes: checks them, and lays out the memory of a pass. Generated.</summary>
    /// <param name="method">Key of the method: its name and the element types of its tensors, e.g. <c>Forward(Float32)</c>; <c>Forward</c> alone is the first overload.</param>
    /// <param name="inputs">The shapes; null where an optional input is absent.</param>
    /// <param name="kind">What the plan is laid out for.</param>
    /// <exception cref="NotSupportedException">The class has no compiled method of that key.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Plan Bind(string method, ReadOnlySpan<Shape?> inputs, PlanKind kind)
        => throw new NotSupportedException(
            $"{TypeName} has no compiled method {method}: mark the class [Module] and give it that method.");

    /// <inheritdoc cref="Bind(string, ReadOnlySpan{Shape?}, PlanKind)"/>
    /// <summary>Binds a method that takes more than tensors to input shapes and plain values. Generated.</summary>
    /// <param name="method">Key of the method, with the types of the values after a semicolon: <c>Forward(Float32; int)</c>.</param>
    /// <param name="inputs">The shapes; null where an optional input is absent.</param>
    /// <param name="scalars">The values, in order.</param>
    /// <param name="kind">What the plan is laid out for.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Plan Bind(string method, ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarArgument> scalars, PlanKind kind)
        => scalars.IsEmpty
            ? Bind(method, inputs, kind)
            : throw new NotSupportedException($"{TypeName} has no compiled method {method}: mark the class [Module] and give it that method.");

    /// <summary>Shows every own parameter, buffer and child to a visitor, base class first. Generated.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void VisitMembers(MemberVisitor visitor)
    {
    }

    /// <summary>Tells the shapes that the inputs of Forward are declared to have. Generated; default: none are.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void VisitInputs(InputShapes inputs)
    {
    }

    /// <summary>Tells the shapes of inputs to whoever is no module.</summary>
    internal void VisitInputsOf(InputShapes inputs) => VisitInputs(inputs);

    /// <summary>Shows the own members. A module that contains itself ends in an exception, not in a crash.</summary>
    internal void Visit(MemberVisitor visitor)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        VisitMembers(visitor);
        _parametrizations?.Visit(visitor);
    }

    /// <summary>Frees idle memory of this module as a root.</summary>
    internal void TrimOwn() => Volatile.Read(ref _runtime)?.Pool.Trim();
}

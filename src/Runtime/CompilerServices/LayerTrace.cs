namespace NnGen.CompilerServices;

/// <summary>
/// What a module and those below it tell while they are bound. Only a summary makes one: a native program that asks for none does without its code.
/// </summary>
internal abstract class LayerTrace
{
    [ThreadStatic]
    private static LayerTrace? t_current;

    /// <summary>What takes notes of the binding that runs on this thread; null where nobody asked.</summary>
    public static LayerTrace? Current
    {
        get => t_current;
        protected set => t_current = value;
    }

    /// <summary>Notes what a module gives.</summary>
    public abstract void Note(Module module, Shape result);

    /// <summary>Adds products of a module.</summary>
    public abstract void Add(Module module, long products);

    /// <summary>Adds the products of an op.</summary>
    /// <returns>How many there are.</returns>
    public abstract long Add(Module module, OpContract op, BoundOp bound, ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarValue> hypers);

    /// <summary>Gives products that one module added to another.</summary>
    public abstract void Move(Module from, Module to, long products);

    /// <summary>Gives all products of a module that nobody sees to the one that keeps it.</summary>
    public abstract void Move(Module from, Module to);
}

namespace NnGen.CompilerServices;

/// <summary>What a module and those below it tell while they are bound: the shapes that they give, and how many products they add up.</summary>
internal sealed class LayerTrace
{
    [ThreadStatic]
    private static LayerTrace? t_current;

    private readonly Dictionary<Module, Shape> _results = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Module, long> _multiplyAdds = new(ReferenceEqualityComparer.Instance);

    /// <summary>What takes notes of the binding that runs on this thread; null where nobody asked.</summary>
    public static LayerTrace? Current => t_current;

    /// <summary>Products of all modules.</summary>
    public long MultiplyAdds => _multiplyAdds.Values.Sum();

    /// <summary>Binds a module's Forward and takes notes.</summary>
    /// <exception cref="ShapeException">The shapes do not fit the module.</exception>
    public static LayerTrace Of(Module root, ReadOnlySpan<Shape?> inputs)
    {
        var outer = t_current;
        t_current = new LayerTrace();
        try
        {
            t_current.Note(root, root.Bind("Forward", inputs, PlanKind.ForwardOnly).ResultShapes[0]);
            return t_current;
        }
        finally
        {
            t_current = outer;
        }
    }

    /// <summary>The shape of a module's first result; null where it was not called.</summary>
    public Shape? ResultOf(Module module) => _results.TryGetValue(module, out var shape) ? shape : default(Shape?);

    /// <summary>Products that a module itself adds up, over all its calls.</summary>
    public long MultiplyAddsOf(Module module) => _multiplyAdds.GetValueOrDefault(module);

    /// <summary>Notes what a module gives.</summary>
    public void Note(Module module, Shape result) => _results[module] = result;

    /// <summary>Adds products of a module.</summary>
    public void Add(Module module, long products)
        => _multiplyAdds[module] = checked(MultiplyAddsOf(module) + products);

    /// <summary>Gives products that one module added to another.</summary>
    public void Move(Module from, Module to, long products)
    {
        Add(from, -products);
        Add(to, products);
    }

    /// <summary>Gives all products of a module that nobody sees to the one that keeps it.</summary>
    public void Move(Module from, Module to) => Move(from, to, MultiplyAddsOf(from));
}

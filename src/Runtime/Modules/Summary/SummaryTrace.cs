using NnGen.CompilerServices;

namespace NnGen;

/// <summary>The shapes that a module and those below it give, and how many products they add up, from one binding.</summary>
internal sealed class SummaryTrace : LayerTrace
{
    private readonly Dictionary<Module, Shape> _results = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Module, long> _multiplyAdds = new(ReferenceEqualityComparer.Instance);

    private SummaryTrace()
    {
    }

    /// <summary>Products of all modules.</summary>
    public long MultiplyAdds => _multiplyAdds.Values.Sum();

    /// <summary>Binds a module's Forward and takes notes.</summary>
    /// <exception cref="ShapeException">The shapes do not fit the module.</exception>
    public static SummaryTrace Of(Module root, ReadOnlySpan<Shape?> inputs)
    {
        var outer = Current;
        var trace = new SummaryTrace();
        Current = trace;
        try
        {
            trace.Note(root, root.Bind("Forward", inputs, PlanKind.ForwardOnly).ResultShapes[0]);
            return trace;
        }
        finally
        {
            Current = outer;
        }
    }

    /// <summary>The shape of a module's first result; null where it was not called.</summary>
    public Shape? ResultOf(Module module) => _results.TryGetValue(module, out var shape) ? shape : default(Shape?);

    /// <summary>Products that a module itself adds up, over all its calls.</summary>
    public long MultiplyAddsOf(Module module) => _multiplyAdds.GetValueOrDefault(module);

    public override void Note(Module module, Shape result) => _results[module] = result;

    public override void Add(Module module, long products) => _multiplyAdds[module] = checked(MultiplyAddsOf(module) + products);

    public override long Add(Module module, OpContract op, BoundOp bound, ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarValue> hypers)
    {
        var products = OpProducts.Count(op, bound, inputs, hypers);
        Add(module, products);
        return products;
    }

    public override void Move(Module from, Module to, long products)
    {
        Add(from, -products);
        Add(to, products);
    }

    public override void Move(Module from, Module to) => Move(from, to, MultiplyAddsOf(from));
}

namespace NnGen.CompilerServices;

/// <summary>
/// Shapes of what each module below a root gives, as found while the root is bound; the last where one is called several times.
/// </summary>
internal sealed class LayerShapes
{
    [ThreadStatic]
    private static LayerShapes? t_current;

    private readonly Dictionary<Module, Shape> _shapes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The shape of a module's result where it is known.</summary>
    public Shape? this[Module module] => _shapes.TryGetValue(module, out var shape) ? shape : default(Shape?);

    /// <summary>Binds a module's Forward and notes the shapes.</summary>
    public static LayerShapes Of(Module root, ReadOnlySpan<Shape?> inputs)
    {
        var outer = t_current;
        t_current = new LayerShapes();
        try
        {
            var plan = root.Bind("Forward", inputs, PlanKind.ForwardOnly);
            Note(root, plan.ResultShapes[0]);
            return t_current;
        }
        finally
        {
            t_current = outer;
        }
    }

    /// <summary>Notes a shape, if anybody asks.</summary>
    public static void Note(Module module, Shape result)
    {
        if (t_current is { } current)
            current._shapes[module] = result;
    }
}

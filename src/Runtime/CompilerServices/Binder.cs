using System.ComponentModel;
using NnGen.Compiler.Shapes;

namespace NnGen.CompilerServices;

/// <summary>
/// Binds one method of a module to the shapes of a call: hyperparameters first, then inputs, which give the symbols of
/// <c>[Shape]</c> their sizes, then op by op. Generated code alone uses it.
/// </summary>
/// <param name="owner">The module.</param>
/// <param name="module">Its name for messages.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Binder(Module owner, string module)
{
    private readonly List<string> _hyperNames = [];
    private readonly List<ScalarValue> _hyperValues = [];
    private readonly List<MethodInput> _inputs = [];
    private readonly List<Shape?> _shapes = [];
    private BoundOp? _bound;
    private long _lastProducts;

    /// <summary>States the value of a hyperparameter that shape texts name.</summary>
    public void Hyper(string name, long value)
    {
        _hyperNames.Add(name);
        _hyperValues.Add(value);
    }

    /// <summary>States the shape of an input.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shapeText">Text of its <c>[Shape]</c>, or null.</param>
    /// <param name="shape">Its shape; null where an optional input is absent.</param>
    /// <exception cref="ShapeException">It does not fit the text, or gives a symbol another size than an earlier input.</exception>
    public void Input(string name, string? shapeText, Shape? shape)
    {
        _inputs.Add(new MethodInput(name, ElementType.Any, shape is null, shapeText));
        _shapes.Add(shape);
        _bound = Bind([.. _shapes]);
    }

    /// <summary>Size of a symbol or hyperparameter; <c>*B</c> is the product of a pack.</summary>
    /// <exception cref="ArgumentException">No input has it.</exception>
    public int this[string symbol]
    {
        get
        {
            var hyper = _hyperNames.IndexOf(symbol);
            if (hyper >= 0)
                return checked((int)_hyperValues[hyper].ToHyper().Number);
            return _bound is { } bound
                ? bound.Dim(symbol.TrimStart('*'))
                : throw new ArgumentException($"'{module}' has no size '{symbol}'.", nameof(symbol));
        }
    }

    /// <summary>Binds an op.</summary>
    /// <param name="contract">Its contract.</param>
    /// <param name="expression">The user's words for messages, see <see cref="OpContract.Infer"/>.</param>
    /// <param name="inputs">Shapes in the contract's order; null where absent.</param>
    /// <param name="hypers">Hyperparameters in the contract's order; default where absent.</param>
    /// <exception cref="ShapeException">The shapes do not fit the contract.</exception>
    public BoundOp Op(OpContract contract, string expression, ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarValue> hypers)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var bound = contract.Infer(expression, inputs, hypers);
        if (LayerTrace.Current is { } trace)
            _lastProducts = trace.Add(owner, contract, bound, inputs, hypers);
        return bound;
    }

    /// <summary>Tells the shape of what a child gives, for the table of a module's layers.</summary>
    public void Layer(Module layer, Shape result) => LayerTrace.Current?.Note(layer, result);

    /// <summary>Tells what a child that is one op gives, for the table of a module's layers: the op last bound is the child's.</summary>
    public void Layer(Module layer, BoundOp op)
    {
        if (LayerTrace.Current is not { } trace)
            return;
        trace.Note(layer, op[0]);
        trace.Move(owner, layer, _lastProducts);
    }

    /// <summary>Checks what is written to a member.</summary>
    /// <param name="name">Path of the member.</param>
    /// <param name="member">Its shape.</param>
    /// <param name="value">The shape of what is written.</param>
    /// <exception cref="ShapeException">They differ.</exception>
    public void Write(string name, Shape member, Shape value)
    {
        if (member != value)
            throw new ShapeException(ShapeMessages.WriteStored(name, Symbolic(member), Symbolic(value)));
    }

    /// <summary>Checks a result.</summary>
    /// <param name="shapeText">Text of its <c>[return: Shape]</c>, or null.</param>
    /// <param name="shape">Its shape.</param>
    /// <exception cref="ShapeException">It is not what the text says.</exception>
    public void Result(string? shapeText, Shape shape)
    {
        if (shapeText is null)
            return;
        _inputs.Add(new MethodInput("result", ElementType.Any, false, shapeText));
        try
        {
            Bind([.. _shapes, shape]);
        }
        catch (ShapeException)
        {
            throw new ShapeException(ShapeMessages.WriteResult(module, shapeText, Symbolic(shape)));
        }
        finally
        {
            _inputs.RemoveAt(_inputs.Count - 1);
        }
    }

    private static SymbolicShape Symbolic(Shape shape) => SymbolicShape.Of(Array.ConvertAll(shape.Dims.ToArray(), dim => (Dim)dim));

    private BoundOp Bind(Shape?[] shapes)
        => new NumberMatcher(MethodContract.Create(_inputs, [], _hyperNames)).Match(module, shapes, [.. _hyperValues]);
}

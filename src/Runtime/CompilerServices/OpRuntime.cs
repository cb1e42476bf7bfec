using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NnGen.CompilerServices;

/// <summary>What the generated half of an op needs besides its kernels. Generated code alone uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OpRuntime
{
    /// <summary>A result to be written.</summary>
    public static Tensor Allocate(Shape shape) => Tensor.Uninitialized(shape);

    /// <inheritdoc cref="Allocate(Shape)"/>
    public static Tensor<T> Allocate<T>(Shape shape)
        where T : unmanaged
        => new(Storage<T>.Allocate(shape.Count), shape);

    /// <summary>An input as an op reads it: the value of a parametrized parameter is computed anew, differentiably.</summary>
    [return: NotNullIfNotNull(nameof(tensor))]
    public static Tensor? Input(Tensor? tensor) => tensor is Parameter { Parametrization: { } parametrization } ? parametrization.Compute() : tensor;

    /// <inheritdoc cref="Input(Tensor)"/>
    /// <summary>The tensors of a variadic input as an op reads them.</summary>
    public static ReadOnlySpan<Tensor> Inputs(ReadOnlySpan<Tensor> tensors)
        => HasParametrized(Bases(tensors)) ? Array.ConvertAll(tensors.ToArray(), tensor => Input(tensor)) : tensors;

    /// <inheritdoc cref="Input(Tensor)"/>
    /// <summary>The inputs of a module as it reads them.</summary>
    internal static ReadOnlySpan<TensorBase?> Inputs(ReadOnlySpan<TensorBase?> tensors)
        => HasParametrized(tensors)
            ? Array.ConvertAll(tensors.ToArray(), tensor => tensor is Tensor floats ? Input(floats) : tensor)
            : tensors;

    /// <summary>
    /// The elements, for as long as the caller keeps the tensor alive, behind whose back its memory would be used again; the
    /// default span where absent.
    /// </summary>
    public static ReadOnlySpan<float> Borrow(Tensor? tensor) => tensor is null ? default : tensor.Storage.Borrow();

    /// <inheritdoc cref="Borrow(Tensor)"/>
    public static ReadOnlySpan<T> Borrow<T>(Tensor<T>? tensor)
        where T : unmanaged
        => tensor is null ? default : tensor.Storage.Borrow();

    /// <summary>The elements of a new result, to be written, for as long as the caller keeps it alive.</summary>
    public static Span<float> BorrowResult(Tensor result) => result.Storage.Borrow();

    /// <inheritdoc cref="BorrowResult(Tensor)"/>
    public static Span<T> BorrowResult<T>(Tensor<T> result)
        where T : unmanaged
        => result.Storage.Borrow();

    /// <summary>The elements; the default span where absent.</summary>
    public static ReadOnlySpan<float> Read(Tensor? tensor) => tensor is null ? default : tensor.AsSpan();

    /// <inheritdoc cref="Read(Tensor)"/>
    public static ReadOnlySpan<T> Read<T>(Tensor<T>? tensor)
        where T : unmanaged
        => tensor is null ? default : tensor.AsSpan();

    /// <summary>The elements of an op's state, to be written; the default span where absent.</summary>
    public static Span<float> State(Tensor? tensor) => tensor is null ? default : tensor.BorrowWritable();

    /// <inheritdoc cref="State(Tensor)"/>
    public static Span<T> State<T>(Tensor<T>? tensor)
        where T : unmanaged
        => tensor is null ? default : tensor.AsWritableSpan();

    /// <summary>Tensors as their common base; <c>ReadOnlySpan.CastUp</c> came after .NET 8.</summary>
    internal static ReadOnlySpan<TensorBase> Bases<T>(ReadOnlySpan<T> tensors)
        where T : TensorBase
        => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, TensorBase>(ref MemoryMarshal.GetReference(tensors)), tensors.Length);

    /// <summary>The shapes of the tensors of a variadic input.</summary>
    public static Shape[] Shapes(ReadOnlySpan<Tensor> tensors) => Shapes(Bases(tensors));

    /// <inheritdoc cref="Shapes(ReadOnlySpan{Tensor})"/>
    public static Shape[] Shapes<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
        => Shapes(Bases(tensors));

    /// <summary>Saves the tensors of a variadic input.</summary>
    public static SavedTensor[] Save(ReadOnlySpan<Tensor> tensors)
    {
        var saved = new SavedTensor[tensors.Length];
        for (var i = 0; i < saved.Length; i++)
            saved[i] = new SavedTensor(tensors[i]);
        return saved;
    }

    /// <summary>The saved tensors of a variadic input.</summary>
    public static TensorSpans Spans(SavedTensor[]? saved, Node node)
    {
        var tensors = new Tensor[saved?.Length ?? 0];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = (Tensor)saved![i].Value(node)!;
        return new TensorSpans(tensors);
    }

    /// <summary>Declares several results of one node.</summary>
    public static void Produce(Node node, ReadOnlySpan<Tensor> results)
    {
        for (var i = 0; i < results.Length; i++)
            node.Produce(results[i], i);
    }

    /// <summary>The same memory in another shape, differentiably.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="shape">A shape of as many elements.</param>
    /// <param name="name">Name of the node.</param>
    public static Tensor View(Tensor x, Shape shape, string name)
    {
        var y = x.Share(shape);
        if (Recording.IsWanted([x]))
            new ViewNode(x, name).Produce(y);
        return y;
    }

    /// <summary>The same memory in another shape.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="shape">A shape of as many elements.</param>
    public static Tensor<T> View<T>(Tensor<T> x, Shape shape)
        where T : unmanaged
        => x.Share(shape);

    private static bool HasParametrized(ReadOnlySpan<TensorBase?> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor is Parameter { Parametrization: not null })
                return true;
        }

        return false;
    }

    private static Shape[] Shapes(ReadOnlySpan<TensorBase> tensors)
    {
        var shapes = new Shape[tensors.Length];
        for (var i = 0; i < shapes.Length; i++)
            shapes[i] = tensors[i].Shape;
        return shapes;
    }

    private sealed class ViewNode(Tensor x, string name) : Node([x])
    {
        public override string Name => name;

        public override void Backward(ReadOnlySpan<Tensor?> resultGradients, GradientTargets inputs)
            => inputs[0].Write(Read(resultGradients[0]));
    }
}

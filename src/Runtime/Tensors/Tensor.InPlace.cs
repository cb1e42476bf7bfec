using System.Numerics.Tensors;
using NnGen.CompilerServices;

namespace NnGen;

public partial class Tensor
{
    /// <summary>Overwrites the elements with those of another tensor, broadcast where its shape is smaller.</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="ShapeException">The shape cannot be broadcast to this one.</exception>
    /// <exception cref="AutogradException">
    /// This tensor needs a gradient: allowed on parameters and other leaves under <see cref="Autograd.NoGrad"/>.
    /// </exception>
    [Lowers(typeof(CopyFromOp), InPlace = true)]
    public Tensor CopyFrom(Tensor other) => Update(other, static (_, values, destination) => values.CopyTo(destination));

    /// <summary>Overwrites every element with one value.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(FillOp), InPlace = true)]
    public Tensor Fill(double value)
    {
        RefuseRecorded();
        AsWritableSpan().Fill((float)value);
        return this;
    }

    /// <summary>Overwrites every element with 0.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(FillOp), InPlace = true)]
    public Tensor Zero() => Fill(0);

    /// <summary>Adds a tensor in place, broadcast where its shape is smaller.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(AddOp), InPlace = true)]
    public Tensor Add_(Tensor b) => Update(b, TensorPrimitives.Add);

    /// <summary>Adds a number in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(AddScalarOp), InPlace = true)]
    public Tensor Add_(double scalar) => Update((float)scalar, TensorPrimitives.Add);

    /// <summary>Subtracts a tensor in place, broadcast where its shape is smaller.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(SubOp), InPlace = true)]
    public Tensor Sub_(Tensor b) => Update(b, TensorPrimitives.Subtract);

    /// <summary>Subtracts a number in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(SubScalarOp), InPlace = true)]
    public Tensor Sub_(double scalar) => Update((float)scalar, TensorPrimitives.Subtract);

    /// <summary>Multiplies by a tensor in place, broadcast where its shape is smaller.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(MulOp), InPlace = true)]
    public Tensor Mul_(Tensor b) => Update(b, TensorPrimitives.Multiply);

    /// <summary>Multiplies by a number in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(MulScalarOp), InPlace = true)]
    public Tensor Mul_(double scalar) => Update((float)scalar, TensorPrimitives.Multiply);

    /// <summary>Divides by a tensor in place, broadcast where its shape is smaller.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(DivOp), InPlace = true)]
    public Tensor Div_(Tensor b) => Update(b, TensorPrimitives.Divide);

    /// <summary>Divides by a number in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(DivScalarOp), InPlace = true)]
    public Tensor Div_(double scalar) => Update((float)scalar, TensorPrimitives.Divide);

    /// <summary>Limits every element to a range in place; null: no limit.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(ClampOp), InPlace = true)]
    public Tensor Clamp_(double? min = null, double? max = null)
    {
        RefuseRecorded();
        Pointwise.Forward(new ClampOp(min, max), AsSpan(), AsWritableSpan());
        return this;
    }

    /// <summary>Goes a part of the way to another tensor in place: <c>a + weight (b - a)</c>.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(LerpScalarOp), InPlace = true)]
    public Tensor Lerp_(Tensor b, double weight)
        => Update(b, (x, y, destination) => Pointwise.Forward(new LerpScalarOp(weight), x, y, destination, layout: null));

    private delegate void BinaryUpdate(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination);

    private delegate void ScalarUpdate(ReadOnlySpan<float> x, float y, Span<float> destination);

    private Tensor Update(Tensor other, BinaryUpdate update)
    {
        ArgumentNullException.ThrowIfNull(other);
        RefuseRecorded();
        RefuseGradient(other);

        if (!other.Shape.IsBroadcastableTo(Shape))
        {
            throw new ShapeException(
                $"a tensor of shape {other.Shape} cannot be broadcast to {Shape}, the shape of the tensor that is updated in place.");
        }

        var values = other.Count == Count ? other.AsSpan() : Broadcast.Expand(other.AsSpan(), other.Shape, Shape);
        update(AsSpan(), values, AsWritableSpan());
        return this;
    }

    private Tensor Update(float other, ScalarUpdate update)
    {
        RefuseRecorded();
        update(AsSpan(), other, AsWritableSpan());
        return this;
    }

    private static void RefuseGradient(Tensor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Autograd.IsEnabled && other.RequiresGrad)
        {
            throw new AutogradException(
                "a tensor that carries a gradient cannot be written into another one in place, since the result would not know of it: "
                + "compute a new tensor (x = x + y), or use y.Detach() or Autograd.NoGrad().");
        }
    }

    private void RefuseRecorded()
    {
        if (GradFn is not null)
        {
            throw new AutogradException(
                $"a tensor computed by {GradFn.Name} carries a gradient and cannot be changed in place: compute a new tensor, or "
                + "change a copy of it without gradient (x.Detach().Clone()).");
        }

        if (RequiresGrad && Autograd.IsEnabled)
        {
            throw new AutogradException(
                "a leaf Variable that requires grad is being used in an in-place operation: change it inside Autograd.NoGrad().");
        }
    }
}

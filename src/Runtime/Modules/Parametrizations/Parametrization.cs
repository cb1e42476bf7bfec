using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// The first step of computing a parameter from originals that are trained in its place, where it needs more than an
/// <see cref="IModule{TInput, TResult}"/> offers: several originals, or state that is written in training alone.
/// </summary>
internal abstract class Parametrization : Module
{
    /// <summary>Whether there are several originals, so that it cannot follow another parametrization.</summary>
    public virtual bool HasSeveralOriginals => false;

    /// <summary>The value of the parameter, op by op, so that gradients flow to the originals.</summary>
    /// <param name="originals">What is trained.</param>
    /// <param name="training">Whether state may be written.</param>
    public abstract Tensor Compute(IReadOnlyList<Tensor> originals, bool training);

    /// <summary>Originals from which <see cref="Compute"/> gives a value, or the nearest one that it can give.</summary>
    public abstract Tensor[] RightInverse(Tensor value);

    /// <summary>Shows the originals and buffers under the keys that PyTorch's hooks of the module itself give them.</summary>
    /// <param name="visitor">The visitor.</param>
    /// <param name="key">Key of the parameter.</param>
    /// <param name="originals">What is trained.</param>
    public abstract void VisitAsHook(MemberVisitor visitor, string key, IReadOnlyList<Parameter> originals);
}

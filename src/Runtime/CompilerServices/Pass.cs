using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NnGen.CompilerServices;

/// <summary>The memory of one frame during a pass, and how the pass behaves.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Pass
{
    private readonly byte* _memory;

    /// <param name="memory">Start of the frame, 64-byte aligned.</param>
    /// <param name="isEvaluation">Evaluation behaviour whatever a module's flag says, as in <c>Predict</c>.</param>
    /// <param name="shared">What all frames of the workspace share.</param>
    internal Pass(byte* memory, bool isEvaluation, PassMemory shared)
    {
        _memory = memory;
        IsEvaluation = isEvaluation;
        Memory = shared;
    }

    /// <summary>Whether this is <c>Predict</c>: training flags are ignored and no state is written.</summary>
    public bool IsEvaluation { get; }

    /// <summary>What all frames of the workspace share.</summary>
    internal PassMemory Memory { get; }

    /// <summary>The pass of a child whose frame lies in <paramref name="slot"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pass Child(Slot slot) => new(_memory + slot.Offset, IsEvaluation, Memory);

    /// <summary>Where a slot is.</summary>
    internal nint Address(Slot slot) => (nint)(_memory + slot.Offset);

    /// <summary>The pass in a frame elsewhere.</summary>
    internal Pass In(byte* memory) => new(memory, IsEvaluation, Memory);

    /// <summary>The floats of a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<float> Floats(Slot slot) => new(_memory + slot.Offset, slot.Length);

    /// <summary>The elements of a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Elements<T>(Slot slot)
        where T : unmanaged
        => new(_memory + slot.Offset, slot.Length);

    /// <summary>A hyperparameter captured in the forward pass for the backward pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Scalar<T>(Slot slot)
        where T : unmanaged
        => ref *(T*)(_memory + slot.Offset);

    /// <summary>A slot as an operand of a child known only through the protocol.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Operand Operand(Slot slot) => new(_memory + slot.Offset, slot.Length);

    /// <summary>A gradient slot as an operand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradientOperand GradientOperand(Slot slot, bool accumulate) => new((float*)(_memory + slot.Offset), slot.Length, accumulate);
}

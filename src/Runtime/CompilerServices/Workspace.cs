using NnGen.Kernels;

namespace NnGen.CompilerServices;

/// <summary>
/// The memory in which one pass at a time of a root module runs: an arena that grows to the largest frame it has served, and
/// the versions of the values saved by a recorded call. Its pool reaches it at all times, so the arena outlives every lease.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private AlignedMemory? _arena;
    private readonly PassMemory _memory = new();
    private bool[] _hadGradient = [];

    /// <summary>Values that the recorded call saved outside the arena.</summary>
    public SavedValues Saved { get; } = new();

    /// <summary>Size of the arena in bytes.</summary>
    public long Bytes => (_arena?.Bytes ?? 0) + _memory.Bytes;

    /// <summary>Makes room for a frame. What the arena held is lost.</summary>
    public void Reserve(int bytes)
    {
        var arena = _arena;
        if (arena is not null && arena.Bytes >= bytes)
            return;

        // Sizes that creep up from call to call would each reallocate; a quarter more keeps the arena well under twice the largest.
        var grown = Math.Max(bytes, (arena?.Bytes ?? 0) * 5 / 4);
        _arena = null;
        arena?.Dispose();
        _arena = new AlignedMemory(grown);
    }

    /// <summary>A pass over the arena. The workspace must be kept alive while it runs.</summary>
    public unsafe Pass Pass(bool isEvaluation) => new(_arena is null ? null : _arena.Pointer, isEvaluation, _memory);

    /// <summary>Forgets what the last pass saved.</summary>
    public void Clear()
    {
        Saved.Clear();
        _memory.Clear();
    }

    /// <summary>Remembers which parameters have a gradient, so that <see cref="RevertGradients"/> can tell which got one since.</summary>
    public void MarkGradients(Parameter[] parameters)
    {
        if (_hadGradient.Length < parameters.Length)
            _hadGradient = new bool[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
            _hadGradient[i] = parameters[i].HasGradient;
    }

    /// <summary>Takes away the gradients that a failed pass gave to parameters without one: they may be half written.</summary>
    public void RevertGradients(Parameter[] parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!_hadGradient[i] && parameters[i].HasGradient)
                parameters[i].ZeroGrad();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _arena?.Dispose();
        _memory.Dispose();
    }
}

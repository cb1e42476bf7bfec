namespace NnGen.CompilerServices;

/// <summary>
/// The buffers of a module and all below it, copied one after the other: for each its version, then its elements. Only what the
/// forward pass has changed is put in place again while it is recomputed.
/// </summary>
internal sealed class BufferSnapshot : MemberVisitor
{
    private const int HeaderBytes = 8;

    /// <summary>In place of a version: nothing has changed the buffer.</summary>
    private const int Unchanged = -1;

    [ThreadStatic]
    private static BufferSnapshot? t_current;

    private Work _work;
    private unsafe byte* _saved;
    private unsafe byte* _current;
    private int _next;

    private enum Work
    {
        Measure,
        Save,
        Compare,
        Restore,
        PutBack,
    }

    /// <summary>Size of a snapshot.</summary>
    public static int Bytes(Module module) => Run(module, Work.Measure, default, default);

    /// <summary>Copies the buffers before the forward pass.</summary>
    public static void Save(Module module, Span<byte> saved) => Run(module, Work.Save, saved, default);

    /// <summary>Notes which buffers the forward pass has changed.</summary>
    public static void Compare(Module module, Span<byte> saved) => Run(module, Work.Compare, saved, default);

    /// <summary>Puts in place what the forward pass found, and keeps what is there.</summary>
    public static void Restore(Module module, Span<byte> saved, Span<byte> current) => Run(module, Work.Restore, saved, current);

    /// <summary>Undoes <see cref="Restore"/> and all that was written since.</summary>
    public static void PutBack(Module module, Span<byte> saved, Span<byte> current) => Run(module, Work.PutBack, saved, current);

    /// <inheritdoc/>
    public override void Parameter(string key, Parameter? parameter)
    {
    }

    /// <inheritdoc/>
    public override unsafe void Buffer(string key, TensorBase? buffer, bool persistent)
    {
        if (buffer is null)
            return;
        var elements = TensorBytes.Read(buffer);
        var start = _next;
        _next += HeaderBytes + ((elements.Length + HeaderBytes - 1) / HeaderBytes * HeaderBytes);
        if (_work == Work.Measure)
            return;
        var saved = _saved + start;
        var current = _current + start;
        var found = new Span<byte>(saved + HeaderBytes, elements.Length);
        switch (_work)
        {
            case Work.Save:
                *(int*)saved = buffer.Version;
                elements.CopyTo(found);
                break;
            case Work.Compare:
                if (*(int*)saved == buffer.Version)
                    *(int*)saved = Unchanged;
                break;
            case Work.Restore when *(int*)saved != Unchanged:
                *(int*)current = buffer.Version;
                elements.CopyTo(new Span<byte>(current + HeaderBytes, elements.Length));
                found.CopyTo(TensorBytes.Write(buffer));
                break;
            case Work.PutBack when *(int*)saved != Unchanged:
                new Span<byte>(current + HeaderBytes, elements.Length).CopyTo(TensorBytes.Write(buffer));
                buffer.RestoreVersion(*(int*)current);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Module(string key, Module? module) => module?.Visit(this);

    private static unsafe int Run(Module module, Work work, Span<byte> saved, Span<byte> current)
    {
        var snapshot = t_current ??= new BufferSnapshot();
        snapshot._work = work;
        snapshot._next = 0;
        fixed (byte* savedBytes = saved, currentBytes = current)
        {
            snapshot._saved = savedBytes;
            snapshot._current = currentBytes;
            module.Visit(snapshot);
        }

        return snapshot._next;
    }
}

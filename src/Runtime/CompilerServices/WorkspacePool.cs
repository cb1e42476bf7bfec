namespace NnGen.CompilerServices;

/// <summary>
/// The workspaces of a root module. A recorded call keeps its workspace until its backward pass, so a loop that never calls
/// <c>Backward</c> waits for the garbage collector to return them: before another is made while several are kept, a collection
/// is asked for.
/// </summary>
internal sealed class WorkspacePool
{
    private const int KeptBeforeCollecting = 3;

    private readonly object _changing = new();

    /// <summary>All of them. A workspace reached by its lease alone would be finalized together with it.</summary>
    private readonly List<Workspace> _all = [];
    private readonly Stack<Workspace> _idle = [];
    private int _kept;
    private int _collectAt = KeptBeforeCollecting;

    /// <summary>Number of workspaces, idle ones included.</summary>
    public int Count
    {
        get
        {
            lock (_changing)
                return _all.Count;
        }
    }

    /// <summary>Memory of all workspaces.</summary>
    public long Bytes
    {
        get
        {
            lock (_changing)
                return _all.Sum(workspace => workspace.Bytes);
        }
    }

    /// <summary>A workspace with room for a frame, to be given back with <see cref="Return"/> or held by a <see cref="Lease"/>.</summary>
    public Workspace Rent(int bytes)
    {
        if (!TryTakeIdle(out var workspace, out var mayBeAbandoned) && !(mayBeAbandoned && TryCollect(out workspace)))
            workspace = Add();
        try
        {
            workspace.Reserve(bytes);
            return workspace;
        }
        catch
        {
            Return(workspace);
            throw;
        }
    }

    /// <summary>Gives a workspace back.</summary>
    public void Return(Workspace workspace)
    {
        workspace.Clear();
        lock (_changing)
            _idle.Push(workspace);
    }

    /// <summary>Counts a workspace that waits for a backward pass.</summary>
    public void Keep()
    {
        lock (_changing)
            _kept++;
    }

    /// <summary>Gives a workspace back that waited for a backward pass.</summary>
    public void ReturnKept(Workspace workspace)
    {
        lock (_changing)
            _kept--;
        Return(workspace);
    }

    /// <summary>Frees the memory of workspaces that are not in use.</summary>
    public void Trim()
    {
        lock (_changing)
        {
            foreach (var workspace in _idle)
            {
                _all.Remove(workspace);
                workspace.Dispose();
            }

            _idle.Clear();
        }
    }

    private bool TryTakeIdle(out Workspace workspace, out bool mayBeAbandoned)
    {
        lock (_changing)
        {
            mayBeAbandoned = _kept >= _collectAt;
            return _idle.TryPop(out workspace!);
        }
    }

    private Workspace Add()
    {
        var workspace = new Workspace();
        lock (_changing)
            _all.Add(workspace);
        return workspace;
    }

    /// <summary>
    /// Has results collected that nobody reaches any more. Leases run back here from their finalizers, so no lock is held
    /// meanwhile.
    /// </summary>
    private bool TryCollect(out Workspace workspace)
    {
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
        {
            GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
            GC.WaitForPendingFinalizers();
            if (!TryTakeIdle(out workspace, out _))
                continue;

            // Where only some came back, the others may be abandoned too, in an older generation.
            lock (_changing)
                _collectAt = Math.Max(KeptBeforeCollecting, Math.Min(_collectAt, 2 * _kept));
            return true;
        }

        // Results that are really held, say for one backward pass over many calls, must not cost a collection at each call.
        lock (_changing)
            _collectAt = Math.Max(KeptBeforeCollecting, 2 * _kept);
        workspace = null!;
        return false;
    }
}

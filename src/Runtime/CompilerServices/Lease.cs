namespace NnGen.CompilerServices;

/// <summary>
/// The hold of a recorded call on its workspace: ended after the backward pass or, if there is none, by the garbage collector
/// once nobody reaches the result. An object of its own, so that nothing else waits for a finalizer.
/// </summary>
internal sealed class Lease
{
    private readonly WorkspacePool _pool;
    private Workspace? _workspace;

    public Lease(WorkspacePool pool, Workspace workspace)
    {
        _pool = pool;
        _workspace = workspace;
        pool.Keep();
    }

    ~Lease() => End();

    /// <summary>The workspace; null when the hold has ended.</summary>
    public Workspace? Workspace => _workspace;

    /// <summary>Gives the workspace back, once.</summary>
    public void Return()
    {
        End();
        GC.SuppressFinalize(this);
    }

    private void End()
    {
        if (Interlocked.Exchange(ref _workspace, null) is { } workspace)
            _pool.ReturnKept(workspace);
    }
}

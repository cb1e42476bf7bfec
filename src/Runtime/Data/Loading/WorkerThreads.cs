using System.Collections.Concurrent;

namespace NnGen.Data;

/// <summary>
/// Background threads that run what is given to them in order. Disposing cancels what has not begun, waits for what has, and
/// leaves no thread behind.
/// </summary>
internal sealed class WorkerThreads : IDisposable
{
    private readonly BlockingCollection<Task> _work = [];
    private readonly CancellationTokenSource _cancellation;
    private readonly Thread[] _threads;

    /// <param name="count">How many threads.</param>
    /// <param name="name">What they are called.</param>
    /// <param name="cancellation">Cancels what runs, and what has not begun.</param>
    public WorkerThreads(int count, string name, CancellationToken cancellation)
    {
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _threads = new Thread[count];
        for (int i = 0; i < count; i++)
        {
            _threads[i] = new Thread(Work) { IsBackground = true, Name = $"{name} {i}" };
            _threads[i].Start(_work);
        }
    }

    /// <summary>Ends the threads of an enumeration that was dropped without being disposed.</summary>
    ~WorkerThreads() => Stop();

    /// <summary>Runs a function on one of the threads. Its exception reaches whoever awaits the result, with its own stack.</summary>
    public Task<T> Run<T>(Func<CancellationToken, T> function)
    {
        var token = _cancellation.Token;
        var task = new Task<T>(() =>
        {
            token.ThrowIfCancellationRequested();
            return function(token);
        });
        _work.Add(task);
        return task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Stop();
        foreach (var thread in _threads)
            thread.Join();
        _work.Dispose();
        _cancellation.Dispose();
    }

    // Holds the queue but not this object, so that the finalizer can run while the threads wait.
    private static void Work(object? queue)
    {
        foreach (var task in ((BlockingCollection<Task>)queue!).GetConsumingEnumerable())
            task.RunSynchronously(TaskScheduler.Default);
    }

    private void Stop()
    {
        _cancellation.Cancel();
        _work.CompleteAdding();
    }
}

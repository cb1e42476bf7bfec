namespace NnGen;

/// <summary>
/// The random states that ops of a recomputed part draw, so that they draw the same when it runs again. While a tape runs on a thread,
/// <see cref="Rng.NextState"/> reads from it, and at its end draws new states and adds them.
/// </summary>
internal sealed class RandomTape
{
    [ThreadStatic]
    private static RandomTape? t_current;

    private readonly List<(RandomState Stretch, Generator? Generator)> _states = [];

    /// <summary>The tape that runs on this thread.</summary>
    public static RandomTape? Current => t_current;

    /// <summary>How many states it has.</summary>
    public int Count => _states.Count;

    /// <summary>The number of the next state.</summary>
    public int Position { get; private set; }

    /// <summary>Runs the tape on this thread from a position on.</summary>
    /// <returns>What <see cref="Stop"/> is given.</returns>
    public Running Start(int position)
    {
        var outer = new Running(t_current, Position);
        t_current = this;
        Position = position;
        return outer;
    }

    /// <summary>Goes back to what ran before <see cref="Start"/>. After a first run this tape goes on where it stands.</summary>
    public void Stop(Running outer, bool isReplay)
    {
        t_current = outer.Tape;
        if (isReplay)
            Position = outer.Position;
    }

    /// <summary>The next state.</summary>
    /// <param name="count">How many numbers it is for.</param>
    public RandomState Next(long count)
    {
        if (Position == _states.Count)
            _states.Add((Rng.Default.NextState(count), null));
        return _states[Position++].Stretch;
    }

    /// <summary>The generator as it was before the draws that come next; null where they have not been made, and are to be added.</summary>
    public Generator? NextGenerator() => Position == _states.Count ? null : _states[Position++].Generator!.Clone();

    /// <summary>Adds a generator as it is before draws.</summary>
    public void Add(Generator before)
    {
        _states.Add((default, before));
        Position++;
    }

    /// <summary>Forgets all states.</summary>
    public void Clear()
    {
        _states.Clear();
        Position = 0;
    }

    /// <param name="Tape">The tape that ran before.</param>
    /// <param name="Position">Where this tape stood.</param>
    public readonly record struct Running(RandomTape? Tape, int Position);
}

namespace NnGen;

/// <summary>
/// The generator from which an op draws. Where a tape runs, it keeps the generator as it was, so that what is recomputed draws the same again;
/// nobody else draws meanwhile.
/// </summary>
internal readonly ref struct RandomDraw
{
    private readonly bool _isHeld;

    private RandomDraw(Generator generator, bool isHeld) => (Generator, _isHeld) = (generator, isHeld);

    public Generator Generator { get; }

    public static RandomDraw Begin()
    {
        if (RandomTape.Current is not { } tape)
            return new RandomDraw(Rng.Default, isHeld: false);
        if (tape.NextGenerator() is { } replayed)
            return new RandomDraw(replayed, isHeld: false);
        Monitor.Enter(Rng.Default.Gate);
        tape.Add(Rng.Default.Clone());
        return new RandomDraw(Rng.Default, isHeld: true);
    }

    public void Dispose()
    {
        if (_isHeld)
            Monitor.Exit(Rng.Default.Gate);
    }
}

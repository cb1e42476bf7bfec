namespace NnGen;

/// <summary>Where a counter-based stream of random numbers stands: the same state replays the same numbers.</summary>
/// <param name="Key">The seed.</param>
/// <param name="Counter">The position, in blocks of four 32-bit numbers.</param>
public readonly record struct RandomState(ulong Key, ulong Counter);

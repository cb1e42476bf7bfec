namespace NnGen;

/// <summary>The Mersenne Twister of Matsumoto and Nishimura, seeded and stepped as PyTorch's CPU generator does.</summary>
internal sealed class Mt19937
{
    /// <summary>Number of words of state.</summary>
    public const int StateSize = 624;

    private const int Middle = 397;
    private readonly uint[] _state = new uint[StateSize];

    /// <summary>An engine that starts from a seed, of which the low 32 bits count.</summary>
    public Mt19937(ulong seed)
    {
        _state[0] = (uint)seed;
        for (var i = 1; i < StateSize; i++)
            _state[i] = (1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i;
        Left = 1;
    }

    /// <summary>An engine that continues from a saved state.</summary>
    public Mt19937(ReadOnlySpan<uint> state, int left, int next)
    {
        state.CopyTo(_state);
        Left = left;
        Next = next;
    }

    /// <summary>The words of state.</summary>
    public ReadOnlySpan<uint> State => _state;

    /// <summary>How many words are left, plus one.</summary>
    public int Left { get; private set; }

    /// <summary>The word to be used next.</summary>
    public int Next { get; private set; }

    /// <summary>32 random bits.</summary>
    public uint NextUInt32()
    {
        if (--Left == 0)
            Refill();
        var y = _state[Next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        y ^= y >> 18;
        return y;
    }

    /// <summary>64 random bits, the high half drawn first.</summary>
    public ulong NextUInt64()
    {
        ulong high = NextUInt32();
        return (high << 32) | NextUInt32();
    }

    private void Refill()
    {
        Left = StateSize;
        Next = 0;
        var state = _state;
        for (var i = 0; i < StateSize; i++)
        {
            var u = state[i];
            var v = state[i + 1 < StateSize ? i + 1 : 0];
            var mixed = (u & 0x80000000) | (v & 0x7fffffff);
            var far = i + Middle < StateSize ? i + Middle : i + Middle - StateSize;
            state[i] = state[far] ^ (mixed >> 1) ^ ((v & 1) == 0 ? 0 : 0x9908b0dfu);
        }
    }
}

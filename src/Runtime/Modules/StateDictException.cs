namespace NnGen;

/// <summary>
/// A state dict does not fit the module it was to be loaded into. The message lists everything that is wrong, in PyTorch's words.
/// </summary>
public sealed class StateDictException : InvalidOperationException
{
    internal StateDictException(string message, IncompatibleKeys keys)
        : base(message)
        => Keys = keys;

    /// <summary>The keys that are missing and those that are unexpected.</summary>
    public IncompatibleKeys Keys { get; }
}

/// <summary>What did not fit when a state dict was loaded.</summary>
/// <param name="MissingKeys">Keys of the module that the state dict does not have; their tensors were left as they were.</param>
/// <param name="UnexpectedKeys">Keys of the state dict that the module does not have; they were ignored.</param>
public sealed record IncompatibleKeys(IReadOnlyList<string> MissingKeys, IReadOnlyList<string> UnexpectedKeys)
{
    /// <inheritdoc/>
    public override string ToString() => MissingKeys.Count + UnexpectedKeys.Count == 0
        ? "<All keys matched successfully>"
        : $"IncompatibleKeys(missing_keys={List(MissingKeys)}, unexpected_keys={List(UnexpectedKeys)})";

    private static string List(IEnumerable<string> keys) => $"[{string.Join(", ", keys.Select(key => $"'{key}'"))}]";
}

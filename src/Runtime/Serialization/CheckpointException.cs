namespace NnGen;

/// <summary>
/// A file is damaged, malicious, or holds what NnGen does not read or write. It is the only exception to which the content of a file
/// leads; the message names the file and says what was expected, what was found and, where there is a way out, which.
/// </summary>
public sealed class CheckpointException : FormatException
{
    private const int LongestMessage = 2000;                    // names in a file may be as long as the file

    /// <summary>Creates the exception.</summary>
    public CheckpointException(string message)
        : base(Shorten(message))
    {
    }

    /// <summary>Creates the exception.</summary>
    public CheckpointException(string message, Exception innerException)
        : base(Shorten(message), innerException)
    {
    }

    /// <summary>The file, as it was given; null where the message is about a part of one.</summary>
    public string? Path { get; init; }

    private static string Shorten(string message)
        => message.Length <= LongestMessage ? message : $"{message[..(LongestMessage / 2)]} ... {message[^(LongestMessage / 2)..]}";
}

namespace NnGen;

/// <summary>A file is not valid safetensors, or holds what NnGen cannot read or write. The message says what was expected.</summary>
public sealed class SafetensorsException : FormatException
{
    /// <summary>Creates the exception.</summary>
    public SafetensorsException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public SafetensorsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

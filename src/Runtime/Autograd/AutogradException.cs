namespace NnGen;

/// <summary>A backward pass that cannot be run, and why.</summary>
public class AutogradException : InvalidOperationException
{
    /// <summary>An exception without a message.</summary>
    public AutogradException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public AutogradException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public AutogradException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

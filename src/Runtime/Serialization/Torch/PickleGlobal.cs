namespace NnGen.Serialization;

/// <summary>A Python name that a pickle refers to. It stands for nothing but itself: no code belongs to it.</summary>
/// <param name="FullName">Module and name.</param>
internal sealed record PickleGlobal(string FullName);

/// <summary>What the names and persistent ids in a pickle mean.</summary>
internal interface IPickleObjects
{
    /// <summary>The object that a name stands for.</summary>
    /// <exception cref="CheckpointException">The name is not listed.</exception>
    object Global(string fullName);

    /// <summary>What a listed function gives for its arguments.</summary>
    object? Call(PickleGlobal function, TorchTuple arguments);

    /// <summary>The object of a persistent id.</summary>
    object Persistent(object? id);
}

namespace NnGen.Kernels;

/// <summary>What a pooling does at each window of a channel.</summary>
internal interface IPoolVisitor
{
    /// <summary>Computes one window.</summary>
    /// <param name="index">Its number in the channel.</param>
    /// <param name="window">The part of the input under it.</param>
    void Visit(int index, PoolWindow window);
}

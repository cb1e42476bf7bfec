namespace NnGen.Optim;

/// <summary>Functions of the epoch, one for each parameter group.</summary>
internal static class LrFunctions
{
    public static IReadOnlyList<Func<int, double>> ForAll(Optimizer optimizer, Func<int, double> lrLambda)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(lrLambda);
        return [.. Enumerable.Repeat(lrLambda, optimizer.ParamGroups.Count)];
    }

    public static IReadOnlyList<Func<int, double>> ForEach(Optimizer optimizer, IReadOnlyList<Func<int, double>> lrLambdas)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(lrLambdas);
        int count = optimizer.ParamGroups.Count;
        return lrLambdas.Count == count ? lrLambdas : throw new ArgumentException($"Expected {count} lrLambdas, but got {lrLambdas.Count}", nameof(lrLambdas));
    }
}

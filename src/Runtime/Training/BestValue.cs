using NnGen.Optim;

namespace NnGen.Training;

/// <summary>The best value of a metric so far.</summary>
/// <param name="mode">What is better.</param>
/// <param name="minDelta">By how much a value must be better to count.</param>
internal sealed class BestValue(PlateauMode mode, double minDelta = 0)
{
    /// <summary>The best value; infinitely bad before the first.</summary>
    public double Value { get; set; } = mode == PlateauMode.Min ? double.PositiveInfinity : double.NegativeInfinity;

    /// <summary>Takes a value. NaN is not better.</summary>
    /// <returns>Whether it is the best.</returns>
    public bool Update(double value)
    {
        bool isBetter = mode == PlateauMode.Min ? value < Value - minDelta : value > Value + minDelta;
        if (isBetter)
            Value = value;
        return isBetter;
    }
}

namespace NnGen;

public static partial class F
{
    /// <summary>Zeroes each element with probability <paramref name="p"/> and scales the others by <c>1 / (1 - p)</c>.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="p">Probability of an element to be zeroed. Default: 0.5.</param>
    /// <param name="training">False: the elements come back as they are. Default: true.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    [Lowers(typeof(DropoutOp))]
    public static Tensor Dropout(Tensor x, double p = 0.5, bool training = true) => DropoutOp.Apply(x, p, training);
}

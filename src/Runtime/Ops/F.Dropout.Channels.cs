namespace NnGen;

public static partial class F
{
    /// <summary>Zeroes whole channels of sequences with a probability and scales the others so that the mean stays.</summary>
    /// <param name="x">Shape: N, C, L or C, L.</param>
    /// <param name="p">Probability of being dropped. Default: 0.5.</param>
    /// <param name="training">Whether anything is dropped at all. Default: yes.</param>
    /// <returns>The shape of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    [Lowers(typeof(Dropout1dOp))]
    public static Tensor Dropout1d(Tensor x, double p = 0.5, bool training = true) => Dropout1dOp.Apply(x, p, training);

    /// <summary>Zeroes whole channels of images with a probability and scales the others so that the mean stays.</summary>
    /// <param name="x">Shape: N, C, H, W, or N, C, L.</param>
    /// <param name="p">Probability of being dropped. Default: 0.5.</param>
    /// <param name="training">Whether anything is dropped at all. Default: yes.</param>
    /// <returns>The shape of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    [Lowers(typeof(Dropout2dOp))]
    public static Tensor Dropout2d(Tensor x, double p = 0.5, bool training = true) => Dropout2dOp.Apply(x, p, training);

    /// <summary>Zeroes whole channels of volumes with a probability and scales the others so that the mean stays.</summary>
    /// <param name="x">Shape: N, C, D, H, W or C, D, H, W.</param>
    /// <param name="p">Probability of being dropped. Default: 0.5.</param>
    /// <param name="training">Whether anything is dropped at all. Default: yes.</param>
    /// <returns>The shape of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    [Lowers(typeof(Dropout3dOp))]
    public static Tensor Dropout3d(Tensor x, double p = 0.5, bool training = true) => Dropout3dOp.Apply(x, p, training);

    /// <summary>Sets elements to SELU's lower limit with a probability, and scales and shifts all so that mean and variance stay.</summary>
    /// <param name="x">Shape: any.</param>
    /// <param name="p">Probability of being dropped. Default: 0.5.</param>
    /// <param name="training">Whether anything is dropped at all. Default: no, as in PyTorch.</param>
    /// <returns>The shape of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    [Lowers(typeof(AlphaDropoutOp))]
    public static Tensor AlphaDropout(Tensor x, double p = 0.5, bool training = false) => AlphaDropoutOp.Apply(x, p, training);

    /// <summary>Sets whole channels to SELU's lower limit with a probability, and scales and shifts all so that mean and variance stay.</summary>
    /// <param name="x">Shape: N, C, *D.</param>
    /// <param name="p">Probability of being dropped. Default: 0.5.</param>
    /// <param name="training">Whether anything is dropped at all. Default: no, as in PyTorch.</param>
    /// <returns>The shape of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    [Lowers(typeof(FeatureAlphaDropoutOp))]
    public static Tensor FeatureAlphaDropout(Tensor x, double p = 0.5, bool training = false) => FeatureAlphaDropoutOp.Apply(x, p, training);
}

namespace NnGen;

public static partial class NnUtils
{
    /// <summary>
    /// A convolution that computes what a convolution and the batch norm behind it compute in evaluation:
    /// torch.nn.utils.fuse_conv_bn_eval. Neither is changed.
    /// </summary>
    /// <param name="conv">The convolution, in evaluation mode.</param>
    /// <param name="bn">The norm, in evaluation mode and with running statistics.</param>
    /// <exception cref="InvalidOperationException">One of them is in training mode, or there are no running statistics.</exception>
    public static Conv1d FuseConvBnEval(Conv1d conv, BatchNorm1d bn)
        => Fused(
            conv,
            () => new Conv1d(
                conv.InChannels, conv.OutChannels, conv.KernelSize, conv.Stride, conv.Padding, conv.Dilation, conv.Groups, true, conv.PaddingMode),
            fused => (fused.Weight, fused.Bias),
            FusedNorm.Of(bn));

    /// <inheritdoc cref="FuseConvBnEval(Conv1d, BatchNorm1d)"/>
    public static Conv2d FuseConvBnEval(Conv2d conv, BatchNorm2d bn)
        => Fused(
            conv,
            () => new Conv2d(
                conv.InChannels, conv.OutChannels, conv.KernelSize, conv.Stride, conv.Padding, conv.Dilation, conv.Groups, true, conv.PaddingMode),
            fused => (fused.Weight, fused.Bias),
            FusedNorm.Of(bn));

    /// <inheritdoc cref="FuseConvBnEval(Conv1d, BatchNorm1d)"/>
    public static Conv3d FuseConvBnEval(Conv3d conv, BatchNorm3d bn)
        => Fused(
            conv,
            () => new Conv3d(
                conv.InChannels, conv.OutChannels, conv.KernelSize, conv.Stride, conv.Padding, conv.Dilation, conv.Groups, true, conv.PaddingMode),
            fused => (fused.Weight, fused.Bias),
            FusedNorm.Of(bn));

    /// <summary>
    /// A linear layer that computes what a linear layer and the batch norm behind it compute in evaluation:
    /// torch.nn.utils.fuse_linear_bn_eval. Neither is changed.
    /// </summary>
    /// <param name="linear">The linear layer, in evaluation mode.</param>
    /// <param name="bn">The norm, in evaluation mode and with running statistics.</param>
    /// <exception cref="InvalidOperationException">One of them is in training mode, or there are no running statistics.</exception>
    public static Linear FuseLinearBnEval(Linear linear, BatchNorm1d bn)
        => Fused(linear, () => new Linear(linear.InFeatures, linear.OutFeatures), fused => (fused.Weight, fused.Bias), FusedNorm.Of(bn));

    /// <summary>Weight and bias of a convolution with a batch norm behind it: torch.nn.utils.fuse_conv_bn_weights.</summary>
    /// <param name="convW">The weight, with the channels of the result in dim 0.</param>
    /// <param name="convB">The bias; null: none.</param>
    /// <param name="bnRm">The running means.</param>
    /// <param name="bnRv">The running variances.</param>
    /// <param name="bnEps">Added to the variances.</param>
    /// <param name="bnW">The norm's factors; null: 1.</param>
    /// <param name="bnB">What the norm adds; null: 0.</param>
    /// <param name="transpose">Whether the channels of the result stand in dim 1, as of transposed convolutions. Default: false.</param>
    public static (Parameter Weight, Parameter Bias) FuseConvBnWeights(
        Tensor convW, Tensor? convB, Tensor bnRm, Tensor bnRv, double bnEps, Tensor? bnW, Tensor? bnB, bool transpose = false)
    {
        ArgumentNullException.ThrowIfNull(convW);
        ArgumentNullException.ThrowIfNull(bnRm);
        ArgumentNullException.ThrowIfNull(bnRv);
        using var scope = Autograd.NoGrad();
        var scale = (bnRv + (float)bnEps).Rsqrt();
        var shift = (convB is null ? -bnRm : convB - bnRm) * scale;
        if (bnW is not null)
            (scale, shift) = (scale * bnW, shift * bnW);
        var sizes = new int[convW.Rank];
        Array.Fill(sizes, 1);
        sizes[transpose ? 1 : 0] = -1;
        return (new Parameter(convW * scale.Reshape(sizes)), new Parameter(bnB is null ? shift : shift + bnB));
    }

    /// <summary>Weight and bias of a linear layer with a batch norm behind it: torch.nn.utils.fuse_linear_bn_weights.</summary>
    /// <param name="linearW">The weight, [out, in].</param>
    /// <param name="linearB">The bias; null: none.</param>
    /// <param name="bnRm">The running means.</param>
    /// <param name="bnRv">The running variances.</param>
    /// <param name="bnEps">Added to the variances.</param>
    /// <param name="bnW">The norm's factors; null: 1.</param>
    /// <param name="bnB">What the norm adds; null: 0.</param>
    public static (Parameter Weight, Parameter Bias) FuseLinearBnWeights(
        Tensor linearW, Tensor? linearB, Tensor bnRm, Tensor bnRv, double bnEps, Tensor? bnW, Tensor? bnB)
        => FuseConvBnWeights(linearW, linearB, bnRm, bnRv, bnEps, bnW, bnB);

    /// <summary>A new layer that takes the weight and bias of a layer with the norm behind it.</summary>
    private static TLayer Fused<TLayer>(TLayer layer, Func<TLayer> create, Func<TLayer, (Parameter Weight, Parameter? Bias)> members, FusedNorm norm)
        where TLayer : Module
    {
        if (layer.Training || norm.IsTraining)
            throw new InvalidOperationException("Fusion only for eval! Call Eval() on both modules.");
        if (norm.Mean is null || norm.Variance is null)
            throw new InvalidOperationException("The norm keeps no running statistics, so there is nothing to fuse.");
        var (weight, bias) = members(layer);
        var values = FuseConvBnWeights(weight, bias, norm.Mean, norm.Variance, norm.Eps, norm.Weight, norm.Bias);
        var fused = ModuleCopy.WithoutDraws(create);
        var (fusedWeight, fusedBias) = members(fused);
        using var scope = Autograd.NoGrad();
        fusedWeight.CopyFrom(values.Weight);
        fusedBias!.CopyFrom(values.Bias);
        fused.Eval();
        return fused;
    }

    /// <summary>What a batch norm computes with in evaluation.</summary>
    private readonly record struct FusedNorm(bool IsTraining, Tensor? Mean, Tensor? Variance, double Eps, Tensor? Weight, Tensor? Bias)
    {
        public static FusedNorm Of(BatchNorm1d norm) => new(norm.Training, norm.RunningMean, norm.RunningVar, norm.Eps, norm.Weight, norm.Bias);

        public static FusedNorm Of(BatchNorm2d norm) => new(norm.Training, norm.RunningMean, norm.RunningVar, norm.Eps, norm.Weight, norm.Bias);

        public static FusedNorm Of(BatchNorm3d norm) => new(norm.Training, norm.RunningMean, norm.RunningVar, norm.Eps, norm.Weight, norm.Bias);
    }
}

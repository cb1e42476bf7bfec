namespace NnGen.Parity.Tests.TorchSuite;

/// <summary>An LSTM over sequences that are packed and padded again, in a compiled module.</summary>
[Module]
public sealed partial class PackedLstm(LSTM rnn, int? totalLength)
{
    public (Tensor Output, (Tensor H, Tensor C) State) Forward(Tensor input, Tensor<long> lengths, (Tensor H, Tensor C)? hx = null)
    {
        var packed = NnUtils.PackPaddedSequence(input, lengths, rnn.BatchFirst, enforceSorted: false);
        var (output, state) = rnn.Forward(packed, hx);
        var (padded, _) = NnUtils.PadPackedSequence(output, rnn.BatchFirst, paddingValue: 0.5, totalLength);
        return (padded, state);
    }
}

/// <summary>The same over layers with a hidden state alone.</summary>
[Module]
public sealed partial class PackedHiddenStates(HiddenStateRNN rnn, int? totalLength)
{
    public (Tensor Output, Tensor H) Forward(Tensor input, Tensor<long> lengths, Tensor? hx = null)
    {
        var packed = NnUtils.PackPaddedSequence(input, lengths, rnn.BatchFirst, enforceSorted: false);
        var (output, h) = rnn.Forward(packed, hx);
        var (padded, _) = NnUtils.PadPackedSequence(output, rnn.BatchFirst, paddingValue: 0.5, totalLength);
        return (padded, h);
    }
}

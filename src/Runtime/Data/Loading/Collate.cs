namespace NnGen.Data;

/// <summary>Ways to put samples together to a batch, as torch.utils.data.default_collate does.</summary>
public static class Collate
{
    /// <summary>Stacks the inputs, and the targets, along a new first dimension.</summary>
    /// <exception cref="ArgumentException">Samples differ in shape.</exception>
    public static (TInput Inputs, TTarget Targets) Pairs<TInput, TTarget>(IReadOnlyList<(TInput Input, TTarget Target)> samples)
        where TInput : TensorBase
        where TTarget : TensorBase
    {
        ArgumentNullException.ThrowIfNull(samples);
        return (Stack([.. samples.Select(s => s.Input)]), Stack([.. samples.Select(s => s.Target)]));
    }

    /// <summary>Stacks tensors of one shape and type along a new first dimension.</summary>
    /// <exception cref="ArgumentException">There is no tensor, or they differ in shape.</exception>
    public static TTensor Stack<TTensor>(IReadOnlyList<TTensor> samples)
        where TTensor : TensorBase
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0)
            throw new ArgumentException("stack expects a non-empty TensorList", nameof(samples));
        var shape = samples[0].Shape;
        var result = TensorBytes.Create(samples[0].DType, [samples.Count, .. shape.Dims]);
        var rest = TensorBytes.Write(result);
        for (int i = 0; i < samples.Count; i++)
        {
            if (samples[i].Shape != shape)
            {
                throw new ArgumentException(
                    $"stack expects each tensor to be equal size, but got {shape} at entry 0 and {samples[i].Shape} at entry {i}",
                    nameof(samples));
            }

            var bytes = TensorBytes.Read(samples[i]);
            bytes.CopyTo(rest);
            rest = rest[bytes.Length..];
        }

        return (TTensor)result;
    }
}

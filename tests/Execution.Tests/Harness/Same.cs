namespace NnGen.Execution.Tests;

/// <summary>Comparisons of tensors.</summary>
internal static class Same
{
    /// <summary>Equal bit for bit.</summary>
    public static void Bits(TensorBase[] expected, TensorBase[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Bits($"result {i}", expected[i], actual[i]);
    }

    /// <summary>Equal bit for bit.</summary>
    public static void Bits(string name, TensorBase expected, TensorBase actual)
    {
        Assert.True(expected.Shape == actual.Shape, $"{name} is {actual.Shape} instead of {expected.Shape}");
        if (expected is not Tensor floats)
        {
            Assert.Equal(Numbers(expected), Numbers(actual));
            return;
        }

        var (theirs, ours) = (floats.ToArray(), ((Tensor)actual).ToArray());
        for (var i = 0; i < theirs.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(theirs[i]) != BitConverter.SingleToInt32Bits(ours[i]))
                Assert.Fail($"{name}[{i}]: {ours[i]:R} instead of {theirs[i]:R}");
        }
    }

    /// <summary>What a module computes and what it predicts: bit for bit, and up to rounding where convolutions may take batch norms in.</summary>
    public static void Results(Module module, TensorBase[] called, TensorBase[] predicted)
    {
        if (!module.Modules().Any(child => child is BatchNorm1d or BatchNorm2d or BatchNorm3d))
        {
            Bits(called, predicted);
            return;
        }

        Assert.Equal(called.Length, predicted.Length);
        for (var i = 0; i < called.Length; i++)
            Close($"result {i}", Numbers(called[i]), Numbers(predicted[i]), relative: 1e-5, absolute: 2e-6);
    }

    /// <summary>Two states bit for bit.</summary>
    public static void Bits(StateDict expected, StateDict actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (key, tensor) in expected)
            Bits(key, tensor, actual[key]);
    }

    /// <summary>Equal up to rounding: <paramref name="absolute"/> is of the largest element, at least of one.</summary>
    public static void Close(string name, IReadOnlyList<double> expected, IReadOnlyList<double> actual, double relative, double absolute)
    {
        Assert.True(expected.Count == actual.Count, $"{name} has {actual.Count} elements instead of {expected.Count}");
        var largest = expected.Select(Math.Abs).Append(1).Max();
        for (var i = 0; i < expected.Count; i++)
        {
            var isClose = expected[i].Equals(actual[i]) || Math.Abs(expected[i] - actual[i]) <= (relative * Math.Abs(expected[i])) + (absolute * largest);
            Assert.True(isClose, $"{name}[{i}]: {actual[i]:R} instead of {expected[i]:R}");
        }
    }

    /// <summary>Gradients of two passes, equal up to the order of their sums; one that did not arrive is zero.</summary>
    public static void Gradients(Pass expected, Pass actual)
    {
        foreach (var ((name, theirs), (_, ours)) in expected.Gradients.Zip(actual.Gradients))
            Close("gradient of " + name, OrZero(theirs, ours), OrZero(ours, theirs), relative: 1e-5, absolute: 2e-6);
    }

    /// <summary>The elements of any tensor.</summary>
    public static double[] Numbers(TensorBase tensor) => tensor switch
    {
        Tensor floats => [.. floats.ToArray().Select(v => (double)v)],
        Tensor<long> longs => [.. longs.ToArray().Select(v => (double)v)],
        Tensor<int> ints => [.. ints.ToArray().Select(v => (double)v)],
        Tensor<bool> flags => [.. flags.ToArray().Select(v => v ? 1.0 : 0)],
        _ => throw new ArgumentException($"Elements of type {tensor.DType} are not compared."),
    };

    private static double[] OrZero(float[]? values, float[]? other)
        => values is null ? new double[other?.Length ?? 0] : [.. values.Select(v => (double)v)];
}

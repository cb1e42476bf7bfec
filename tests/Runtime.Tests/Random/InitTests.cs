namespace NnGen.Tests.RandomTests;

public class InitTests
{
    public static TheoryData<string, int> Inits => Reference.Cases("init");

    public static TheoryData<string, int> Linears => Reference.Cases("linear");

    [Theory]
    [MemberData(nameof(Inits))]
    public void InitialValuesAreTorchs(string group, int index) => Reference.Check(group, index, (entry, shape, generator) =>
    {
        var tensor = Tensor.Empty(shape);
        return entry.GetProperty("init").GetString() switch
        {
            "uniform" => Init.Uniform_(tensor, -0.3, 0.8, generator),
            "normal" => Init.Normal_(tensor, 0.1, 0.7, generator),
            "xavier_uniform" => Init.XavierUniform_(tensor, Init.CalculateGain(Nonlinearity.Tanh), generator),
            "xavier_normal" => Init.XavierNormal_(tensor, generator: generator),
            "kaiming_uniform" => Init.KaimingUniform_(tensor, nonlinearity: Nonlinearity.ReLU, generator: generator),
            "kaiming_uniform_sqrt5" => Init.KaimingUniform_(tensor, a: Math.Sqrt(5), generator: generator),
            "kaiming_normal_fan_out" =>
                Init.KaimingNormal_(tensor, mode: FanMode.FanOut, nonlinearity: Nonlinearity.ReLU, generator: generator),
            "kaiming_normal_leaky" => Init.KaimingNormal_(tensor, a: 0.2, generator: generator),
            var name => throw new InvalidOperationException($"unknown init {name}"),
        };
    });

    [Theory]
    [MemberData(nameof(Linears))]
    public void ALinearLayersFormulasGiveTorchsWeights(string group, int index) => Reference.Check(group, index, (entry, _, generator) =>
    {
        var inputs = entry.GetProperty("inputs").GetInt32();
        var outputs = entry.GetProperty("outputs").GetInt32();
        var bound = 1 / Math.Sqrt(inputs);
        var weight = Init.KaimingUniform_(Tensor.Empty(outputs, inputs), a: Math.Sqrt(5), generator: generator);
        var bias = Init.Uniform_(Tensor.Empty(outputs), -bound, bound, generator);
        return Tensor.From([.. weight.ToArray(), .. bias.ToArray()]);
    });

    public static TheoryData<string, int> Structured => Reference.Cases("structured");

    /// <summary>PyTorch decomposes matrices and inverts the error function in single precision: the last digits are its own.</summary>
    [Theory]
    [MemberData(nameof(Structured))]
    public void StructuredValuesAreTorchs(string group, int index)
    {
        var expected = Reference.Group(group)[index];
        var generator = new Generator(expected.GetProperty("seed").GetInt64());
        var tensor = Tensor.Empty([.. expected.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32())]);
        _ = expected.GetProperty("init").GetString() switch
        {
            "trunc_normal" => Init.TruncNormal_(tensor, mean: 0.1, std: 0.8, a: -1, b: 1.5, generator),
            "dirac" => Init.Dirac_(tensor, groups: 2),
            "orthogonal" => Init.Orthogonal_(tensor, generator: generator),
            "orthogonal tall" => Init.Orthogonal_(tensor, gain: 2, generator),
            "sparse" => Init.Sparse_(tensor, sparsity: 0.25, generator: generator),
            var name => throw new InvalidOperationException($"unknown init {name}"),
        };
        var values = expected.GetProperty("values").EnumerateArray().Select(bits => BitConverter.Int32BitsToSingle((int)bits.GetInt64())).ToArray();
        for (var i = 0; i < values.Length; i++)
            Assert.Equal(values[i], tensor.AsSpan()[i], 2e-6f);
        Assert.Equal(expected.GetProperty("after").GetInt64(), Tensor.Randint(0, 1L << 40, [1], generator).Item());
    }

    [Fact]
    public void StructuredValuesRefuseOtherShapes()
    {
        Assert.Throws<ArgumentException>(() => Init.Dirac_(Tensor.Empty(2, 3)));
        Assert.Throws<ArgumentException>(() => Init.Dirac_(Tensor.Empty(3, 2, 1), groups: 2));
        Assert.Throws<ArgumentException>(() => Init.Orthogonal_(Tensor.Empty(3)));
        Assert.Throws<ArgumentException>(() => Init.Sparse_(Tensor.Empty(3), 0.5));
    }

    [Fact]
    public void GainsAreTorchs()
    {
        var gain = Reference.Group("gain");
        Assert.Equal(gain.GetProperty("linear").GetDouble(), Init.CalculateGain(Nonlinearity.Linear));
        Assert.Equal(gain.GetProperty("conv2d").GetDouble(), Init.CalculateGain(Nonlinearity.Conv2d));
        Assert.Equal(gain.GetProperty("sigmoid").GetDouble(), Init.CalculateGain(Nonlinearity.Sigmoid));
        Assert.Equal(gain.GetProperty("tanh").GetDouble(), Init.CalculateGain(Nonlinearity.Tanh));
        Assert.Equal(gain.GetProperty("relu").GetDouble(), Init.CalculateGain(Nonlinearity.ReLU));
        Assert.Equal(gain.GetProperty("leaky_relu").GetDouble(), Init.CalculateGain(Nonlinearity.LeakyReLU));
        Assert.Equal(gain.GetProperty("leaky_relu_0.3").GetDouble(), Init.CalculateGain(Nonlinearity.LeakyReLU, 0.3));
        Assert.Equal(gain.GetProperty("selu").GetDouble(), Init.CalculateGain(Nonlinearity.SELU));
    }

    [Fact]
    public void ParametersKeepTheirTypeAndAreNotRecorded()
    {
        var parameter = Init.Ones_(new Parameter(Tensor.Zeros(2, 3)));
        Assert.Equal([1, 1, 1, 1, 1, 1], parameter.ToArray());
        Assert.True(parameter.IsLeaf);
    }

    [Fact]
    public void ConstantFills()
    {
        Assert.Equal([2.5f, 2.5f], Init.Constant_(Tensor.Zeros(2), 2.5f).ToArray());
        Assert.Equal([0f, 0f], Init.Zeros_(Tensor.Ones(2)).ToArray());
        Assert.Equal([1f, 0, 0, 0, 1, 0], Init.Eye_(Tensor.Full([2, 3], 7)).ToArray());
    }

    [Fact]
    public void AVectorHasNoFans() =>
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => Init.XavierUniform_(Tensor.Zeros(3))).Message);
}

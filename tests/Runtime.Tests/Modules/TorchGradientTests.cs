using NnGen.Tests.Modules.Compiled;

namespace NnGen.Tests.Modules;

/// <summary>Gradients that accumulate, within one backward pass and over several, against PyTorch's.</summary>
public class TorchGradientTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MicroBatches(bool allCallsFirst)
    {
        var reference = new Reference("microBatches");
        var model = reference.Load(new Classifier());
        var criterion = new CrossEntropyLoss();
        var (x, y) = (reference.Input("x"), reference.Labels("y"));
        var losses = new List<Tensor>();
        for (var batch = 0; batch < 3; batch++)
        {
            var loss = criterion.Call(model.Call(Rows(x, batch)), Rows(y, batch)) / 3;
            losses.Add(loss);
            if (!allCallsFirst)
                loss.Backward();
        }

        if (allCallsFirst)
            losses.ForEach(loss => loss.Backward());
        Reference.CheckClose(reference.Losses, losses.Select(loss => loss.Item()).ToArray());
        reference.CheckGradients(model);
    }

    [Fact]
    public void MicroBatchesByValueAndGrad()
    {
        var reference = new Reference("microBatches");
        var model = reference.Load(new Classifier());
        var step = new Classification(model);
        var (x, y) = (reference.Input("x"), reference.Labels("y"));
        for (var batch = 0; batch < 3; batch++)
            Assert.Equal(reference.Losses[batch], step.ValueAndGrad(Rows(x, batch), Rows(y, batch)) / 3, 1e-5f);
        foreach (var parameter in model.Parameters())
            parameter.Grad = parameter.Grad! / 3;
        reference.CheckGradients(model);
    }

    [Fact]
    public void TiedWeights()
    {
        var reference = new Reference("tiedWeights");
        var model = reference.Load(new TiedAutoencoder());
        var x = reference.Input("x", requiresGrad: true);
        var loss = new MSELoss().Call(model.Call(x), x);
        loss.Backward();
        Assert.Equal(reference.Losses[0], loss.Item(), 1e-6f);
        reference.CheckGradients(model, ("x", x));
        Assert.Equal(["encoder.weight", "encoder.bias", "decoder.weight", "decoder.bias"], model.StateDict().Keys);
        Assert.Equal(["encoder.weight", "encoder.bias", "decoder.bias"], model.NamedParameters().Select(named => named.Name));
    }

    [Fact]
    public void ModuleCalledTwiceInASumOfLosses()
    {
        var reference = new Reference("moduleTwice");
        var model = reference.Load(new AppliedTwice());
        var x = reference.Input("x", requiresGrad: true);
        var real = new MSELoss().Call(model.Call(x), reference.Input("real"));
        var fake = new L1Loss(Reduction.Sum).Call(model.Call(2 * x), reference.Input("fake"));
        (real + (0.5f * fake)).Backward();
        Reference.CheckClose(reference.Losses, [real.Item(), fake.Item()]);
        reference.CheckGradients(model, ("x", x));
    }

    [Fact]
    public void OpByOpGivesTheSame()
    {
        var reference = new Reference("tiedWeights");
        var model = reference.Load(new TiedAutoencoder());
        var x = reference.Input("x", requiresGrad: true);
        new MSELoss().Forward(model.Forward(x), x).Backward();
        reference.CheckGradients(model, ("x", x));
    }

    private static Tensor Rows(Tensor x, int batch)
    {
        var width = x.Shape[1];
        return Tensor.From(x.AsSpan().Slice(batch * 4 * width, 4 * width), 4, width);
    }

    private static Tensor<long> Rows(Tensor<long> y, int batch) => Tensor<long>.From(y.AsSpan().Slice(batch * 4, 4));
}

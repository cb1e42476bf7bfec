using NnGen.Optim;

namespace NnGen.Tests.Optim;

public class OptimizerTests
{
    [Fact]
    public void SkipsParametersWithoutGradient()
    {
        Parameter trained = Ones(3), skipped = Ones(3);
        trained.Grad = Tensor.Ones(3);
        var optimizer = new SGD([trained, skipped], lr: 0.5, momentum: 0.9, weightDecay: 0.1);
        optimizer.Step();
        Assert.All(trained.ToArray(), v => Assert.Equal(0.45f, v, 6));
        Assert.All(skipped.ToArray(), v => Assert.Equal(1f, v));
        Assert.Equal([0], optimizer.StateDict().State.Keys);
    }

    [Fact]
    public void ZeroGradForgetsOrFills()
    {
        var parameter = Ones(2);
        var optimizer = new SGD([parameter], lr: 1);
        parameter.Grad = Tensor.Ones(2);
        optimizer.ZeroGrad(setToNone: false);
        Assert.Equal([0, 0], parameter.Grad!.ToArray());
        optimizer.ZeroGrad();
        Assert.Null(parameter.Grad);
    }

    [Fact]
    public void StepRaisesTheVersionOfWhatItChanges()
    {
        Parameter trained = Ones(2), skipped = Ones(2);
        trained.Grad = Tensor.Ones(2);
        int before = trained.Version, skippedBefore = skipped.Version;
        new Adam([trained, skipped]).Step();
        Assert.True(trained.Version > before);
        Assert.Equal(skippedBefore, skipped.Version);
    }

    [Fact]
    public void LearningRateCanBeSetBetweenSteps()
    {
        var parameter = Ones(1);
        var optimizer = new SGD([parameter], lr: 1) { Lr = 0.25 };
        parameter.Grad = Tensor.Ones(1);
        optimizer.Step();
        Assert.Equal(0.75f, parameter.Item());
        Assert.Equal(0.25, optimizer.ParamGroups[0].Lr);
    }

    [Fact]
    public void GroupsKeepTheirOwnHyperparametersAndTakeTheRestFromTheOptimizer()
    {
        Parameter body = Ones(1), head = Ones(1), late = Ones(1);
        var optimizer = new SGD([new SGDGroup([body]), new SGDGroup([head]) { Lr = 0.5 }], lr: 0.25, momentum: 0.9);
        optimizer.AddParamGroup(new SGDGroup([late]) { Momentum = 0 });
        foreach (var parameter in new[] { body, head, late })
            parameter.Grad = Tensor.Ones(1);
        optimizer.Step();
        Assert.Equal([0.75f, 0.5f, 0.75f], [body.Item(), head.Item(), late.Item()]);
        Assert.Equal([0.9, 0.9, 0], optimizer.ParamGroups.Select(g => g.Momentum));
        optimizer.Lr = 0.125;
        Assert.All(optimizer.ParamGroups, g => Assert.Equal(0.125, g.Lr));
    }

    [Fact]
    public void ZeroThatAGroupSetsIsNotReplacedByTheDefault()
    {
        var optimizer = new Adam([new AdamGroup([Ones(1)]) { Lr = 0, Amsgrad = false }], lr: 0.25, amsgrad: true);
        Assert.Equal(0, optimizer.ParamGroups[0].Lr);
        Assert.False(optimizer.ParamGroups[0].Amsgrad);
    }

    [Theory]
    [InlineData(-1, 0, 0, 0, false, "Invalid learning rate: -1")]
    [InlineData(double.NaN, 0, 0, 0, false, "Invalid learning rate: NaN")]
    [InlineData(1, -0.5, 0, 0, false, "Invalid momentum value: -0.5")]
    [InlineData(1, 0, 0, -2, false, "Invalid weight_decay value: -2")]
    [InlineData(1, 0, 0, 0, true, "Nesterov momentum requires a momentum and zero dampening")]
    [InlineData(1, 0.9, 0.1, 0, true, "Nesterov momentum requires a momentum and zero dampening")]
    public void SgdRefusesWrongOptions(double lr, double momentum, double dampening, double weightDecay, bool nesterov, string message)
        => AssertRefused(message, () => new SGD([Ones(1)], lr, momentum, dampening, weightDecay, nesterov));

    [Theory]
    [InlineData(-1, 0.9, 0.999, 1e-8, 0, "Invalid learning rate: -1")]
    [InlineData(1, 1, 0.999, 1e-8, 0, "Invalid beta parameter at index 0: 1")]
    [InlineData(1, 0.9, -0.1, 1e-8, 0, "Invalid beta parameter at index 1: -0.1")]
    [InlineData(1, 0.9, 0.999, -1, 0, "Invalid epsilon value: -1")]
    [InlineData(1, 0.9, 0.999, 0, -1, "Invalid weight_decay value: -1")]
    public void AdamRefusesWrongOptions(double lr, double beta1, double beta2, double eps, double weightDecay, string message)
        => AssertRefused(message, () => new Adam([Ones(1)], lr, (beta1, beta2), eps, weightDecay));

    [Fact]
    public void RefusesNoParametersAndTheSameTwice()
    {
        var parameter = Ones(1);
        AssertRefused("optimizer got an empty parameter list", () => new SGD(Array.Empty<Parameter>()));
        AssertRefused("optimizer contains a parameter group with duplicate parameters", () => new SGD([parameter, parameter]));
        var optimizer = new SGD([parameter]);
        AssertRefused("some parameters appear in more than one parameter group", () => optimizer.AddParamGroup(new SGDGroup([parameter])));
    }

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void AllocatesNothingInSteadyState(string name)
    {
        Parameter[] parameters = [Ones(1000), Ones(10)];
        var optimizer = Optimizers.Create(name, parameters);
        foreach (var parameter in parameters)
            parameter.Grad = Tensor.Full(parameter.Shape, 0.5f);
        Assert.Equal(0, Allocations.InSteadyState(optimizer.Step));
    }

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void EveryThreadCountGivesTheSameBits(string name)
    {
        int saved = Threads.Count;
        try
        {
            Threads.Count = 1;
            float[] one = Train(name, count: 200_001, steps: 3);
            Threads.Count = 4;
            Assert.Equal(one, Train(name, count: 200_001, steps: 3));
        }
        finally
        {
            Threads.Count = saved;
        }
    }

    private static void AssertRefused(string message, Action action)
        => Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static float[] Train(string name, int count, int steps)
    {
        var parameter = Ones(count);
        var optimizer = Optimizers.Create(name, [parameter]);
        for (int step = 1; step <= steps; step++)
        {
            parameter.Grad = Tensor.Linspace(-step, step, count);
            optimizer.Step();
        }

        return parameter.ToArray();
    }

    private static Parameter Ones(int count) => new(Tensor.Ones(count));
}

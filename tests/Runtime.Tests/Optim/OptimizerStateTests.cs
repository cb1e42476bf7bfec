using NnGen.Optim;

namespace NnGen.Tests.Optim;

public class OptimizerStateTests
{
    [Fact]
    public void HasTorchsStructure()
    {
        Parameter first = new(Tensor.Ones(2)), second = new(Tensor.Ones(3));
        var optimizer = new Adam([new AdamGroup([first]) { Lr = 0.5 }, new AdamGroup([second])], lr: 0.25, amsgrad: true);
        first.Grad = Tensor.Ones(2);
        optimizer.Step();
        var state = optimizer.StateDict();
        Assert.Equal([0], state.State.Keys);
        Assert.Equal(["step", "exp_avg", "exp_avg_sq", "max_exp_avg_sq"], state.State[0].Keys);
        Assert.Equal(1f, ((Tensor)state.State[0]["step"]).Item());
        Assert.Equal(["lr", "weight_decay", "maximize", "betas", "eps", "amsgrad"], state.ParamGroups[0].Options.Keys);
        Assert.Equal([0.5, 0.25], state.ParamGroups.Select(g => (double)g.Options["lr"]));
        Assert.Equal([[0], [1]], state.ParamGroups.Select(g => g.Params));
    }

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void ALoadedStateContinuesBitForBit(string name)
    {
        Parameter original = new(Tensor.Linspace(-1, 1, 19));
        var optimizer = Optimizers.Create(name, [original], lr: 0.05);
        Train(original, optimizer, from: 1, to: 5);

        Parameter copy = new(original);
        var resumed = Optimizers.Create(name, [copy], lr: 1);
        resumed.LoadStateDict(optimizer.StateDict());
        Assert.Equal(0.05, resumed.Lr);
        Train(original, optimizer, from: 6, to: 10);
        Train(copy, resumed, from: 6, to: 10);
        Assert.Equal(original.ToArray(), copy.ToArray());
    }

    [Fact]
    public void OptionsThatAreNotNamedStay()
    {
        var optimizer = new SGD([new Parameter(Tensor.Ones(1))], lr: 0.5, momentum: 0.9);
        var state = new OptimizerStateDict();
        state.ParamGroups.Add(new OptimizerGroupState(new Dictionary<string, object> { ["lr"] = 0.125, ["foreach"] = false }, [0]));
        optimizer.LoadStateDict(state);
        Assert.Equal((0.125, 0.9), (optimizer.Lr, optimizer.ParamGroups[0].Momentum));
    }

    private static Dictionary<string, object> NoOptions => [];

    public static TheoryData<string, Action<OptimizerStateDict>> Misfits => new()
    {
        { "loaded state dict has a different number of parameter groups", s => s.ParamGroups.Add(s.ParamGroups[0]) },
        { "loaded state dict contains a parameter group that doesn't match the size", s => s.ParamGroups[0] = new(NoOptions, [0, 1]) },
        { "The option 'lr' is a String", s => s.ParamGroups[0] = new(new Dictionary<string, object> { ["lr"] = "high" }, [0]) },
        { "The state 'exp_avg' is of shape [3]", s => s.State[0]["exp_avg"] = Tensor.Ones(3) },
        { "The state 'step' is of shape [2]", s => s.State[0]["step"] = Tensor.Ones(2) },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void AMisfitIsRefusedAndChangesNothing(string message, Action<OptimizerStateDict> damage)
    {
        Parameter parameter = new(Tensor.Ones(2));
        var optimizer = Optimizers.Create("Adam", [parameter], lr: 0.5);
        Train(parameter, optimizer, from: 1, to: 1);
        var state = optimizer.StateDict();
        float[] mean = ((Tensor)state.State[0]["exp_avg"]).ToArray();
        damage(state);
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => optimizer.LoadStateDict(state)).Message);
        Assert.Equal(0.5, optimizer.Lr);
        Assert.Equal(mean, ((Tensor)optimizer.StateDict().State[0]["exp_avg"]).ToArray());
    }

    private static void Train(Parameter parameter, Optimizer optimizer, int from, int to)
    {
        for (int step = from; step <= to; step++)
        {
            parameter.Grad = Tensor.Linspace(-step, 1, parameter.Count);
            optimizer.Step();
        }
    }
}

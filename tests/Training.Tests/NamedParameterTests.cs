using NnGen.Optim;

namespace NnGen.TrainingTests;

public class NamedParameterTests
{
    [Fact]
    public void Names_are_kept_in_the_state_dict_as_PyTorch_2_does()
    {
        var model = new Linear(4, 3);
        var named = model.NamedParameters();
        var optimizer = new AdamW([new AdamGroup(named.Where(p => p.Name == "weight")), new AdamGroup([model.Bias!]) { WeightDecay = 0 }], lr: 0.1);
        Assert.Equal(["weight"], optimizer.ParamGroups[0].ParameterNames);
        Assert.Null(optimizer.ParamGroups[1].ParameterNames);

        var dict = optimizer.StateDict().ToDict();
        var groups = dict.Get<List<object?>>("param_groups");
        Assert.Equal(["weight"], ((TorchDict)groups[0]!).Get<List<object?>>("param_names"));
        Assert.False(((TorchDict)groups[1]!).ContainsKey("param_names"));
        var read = OptimizerStateDict.From(dict);
        Assert.Equal(["weight"], read.ParamGroups[0].ParamNames);
        Assert.DoesNotContain("param_names", read.ParamGroups[0].Options.Keys);
        new AdamW([new AdamGroup([model.Weight]), new AdamGroup([model.Bias!])]).LoadStateDict(read);
    }
}

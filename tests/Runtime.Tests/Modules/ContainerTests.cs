namespace NnGen.Tests.Modules;

public class ContainerTests
{
    [Fact]
    public void ModuleListCountsItsModules()
    {
        var list = new ModuleList<Linear>(2, i => new Linear(i + 1, 2));
        list.Add(new Linear(3, 2, bias: false));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "2.weight"], list.NamedParameters().Select(named => named.Name));
        Assert.Equal(3, list.Count);
        Assert.Same(list[2], list[^1]);
        var replaced = new Linear(1, 2);
        list[0] = replaced;
        list.Insert(0, new Linear(5, 2));
        Assert.Same(replaced, list[1]);
        Assert.Equal(4, list.Children().Count());
        Assert.Equal(list.ToArray(), list.Children());
        Assert.Throws<ArgumentNullException>(() => list[0] = null!);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[4]);
    }

    [Fact]
    public void ModuleListsAreMadeOfCollectionExpressionsAndInitializers()
    {
        ModuleList<Linear> expression = [new(1, 2), new(2, 3)];
        var initializer = new ModuleList { new Linear(1, 2), new ReLU() };
        Assert.Equal(2, expression.Count);
        Assert.Equal(2, initializer.Count);
        Assert.Empty(new ModuleList<Linear>());
    }

    [Fact]
    public void ModuleListsPrintAsInPyTorch()
    {
        Assert.Equal("ModuleList()", new ModuleList().ToString());
        Assert.Equal(
            """
            ModuleList(
              (0-1): 2 x Linear(in_features=1, out_features=2, bias=True)
              (2): ReLU()
              (3): Sequential(
                (0): Tanh()
              )
            )
            """.ReplaceLineEndings("\n"),
            new ModuleList(new Linear(1, 2), new Linear(1, 2), new ReLU(), new Sequential(new Tanh())).ToString());
    }

    [Fact]
    public void ModuleDictNamesItsModules()
    {
        var dict = new ModuleDict<Linear>(("left", new Linear(1, 2)), ("right", new Linear(2, 1, bias: false)));
        dict["left"] = new Linear(4, 4);
        Assert.Equal(["left.weight", "left.bias", "right.weight"], dict.NamedParameters().Select(named => named.Name));
        Assert.Equal(["left", "right"], dict.Keys);
        Assert.True(dict.ContainsKey("right"));
        Assert.True(dict.Remove("right"));
        Assert.False(dict.TryGetValue("right", out _));
        Assert.Equal("There is no 'right'. There are: left.", Assert.Throws<KeyNotFoundException>(() => dict["right"]).Message);
        Assert.Throws<ArgumentException>(() => dict.Add("left", new Linear(1, 1)));
        Assert.Throws<ArgumentException>(() => dict.Add("a.b", new Linear(1, 1)));
        Assert.Equal(
            """
            ModuleDict(
              (left): Linear(in_features=4, out_features=4, bias=True)
            )
            """.ReplaceLineEndings("\n"),
            dict.ToString());
    }

    [Fact]
    public void ParameterContainersShowTheirParameters()
    {
        ParameterList list = [new Parameter(Tensor.Ones(2, 3)), new Parameter(Tensor.Ones(4))];
        var dict = new ParameterDict(("scale", new Parameter(Tensor.Ones(2))), ("shift", new Parameter(Tensor.Zeros(2))));
        Assert.Equal(["0", "1"], list.NamedParameters().Select(named => named.Name));
        Assert.Equal(["scale", "shift"], dict.NamedParameters().Select(named => named.Name));
        Assert.Equal([4], list[^1].Shape.ToArray());
        Assert.Same(dict["shift"], dict.Values.Last());
        Assert.Equal(
            """
            ParameterList(
                (0): Parameter containing: [torch.float32 of size 2x3]
                (1): Parameter containing: [torch.float32 of size 4]
            )
            """.ReplaceLineEndings("\n"),
            list.ToString());
        Assert.Equal(
            """
            ParameterDict(
                (scale): Parameter containing: [torch.FloatTensor of size 2]
                (shift): Parameter containing: [torch.FloatTensor of size 2]
            )
            """.ReplaceLineEndings("\n"),
            dict.ToString());
    }
}

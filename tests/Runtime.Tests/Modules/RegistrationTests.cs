using NnGen.Tests.Modules.Handwritten;

namespace NnGen.Tests.Modules;

public class RegistrationTests
{
    private readonly Parameter _shared = new(Tensor.Ones(2));
    private readonly Tree _leaf = new();
    private readonly Tree _root = new();

    /// <summary>root: leaf, scale, mean, empty, again (the same as leaf); leaf: weight, cached.</summary>
    public RegistrationTests()
    {
        _leaf["weight"] = _shared;
        _leaf["cached"] = Tensor<long>.Zeros(1);
        _root["leaf"] = _leaf;
        _root["scale"] = new Parameter(Tensor.Ones(1));
        _root["mean"] = Tensor.Zeros(3);
        _root["empty"] = null;
        _root["again"] = _leaf;
        _root["tied"] = _shared;
    }

    [Fact]
    public void ParametersAreListedOnceUnderTheirFirstNameOwnOnesBeforeThoseOfChildren()
    {
        Assert.Equal(["scale", "tied"], _root.NamedParameters().Select(named => named.Name));
        Assert.Equal(["net.scale", "net.tied"], _root.NamedParameters("net").Select(named => named.Name));
        _root.Members.Remove("tied");
        Assert.Equal(["scale", "leaf.weight"], _root.NamedParameters().Select(named => named.Name));
        Assert.Equal(["scale"], _root.NamedParameters(recurse: false).Select(named => named.Name));
        Assert.Same(_shared, _root.Parameters()[1]);
    }

    [Fact]
    public void BuffersAreListedPersistentOrNot()
    {
        Assert.Equal(["mean", "leaf.cached"], _root.NamedBuffers().Select(named => named.Name));
        Assert.Single(_root.Buffers(recurse: false));
    }

    [Fact]
    public void ModulesAreListedOnceParentsFirst()
    {
        Assert.Equal(["leaf"], _root.NamedChildren().Select(named => named.Name));
        Assert.Equal(["", "leaf"], _root.NamedModules().Select(named => named.Name));
        Assert.Equal([_root, _leaf], _root.Modules());
        Assert.Equal([_leaf], _root.Children());
    }

    [Fact]
    public void TrainAndEvalReachEveryModule()
    {
        Assert.True(_root.Training);
        Assert.Same(_root, _root.Eval());
        Assert.All(_root.Modules(), module => Assert.False(module.Training));
        _root.Train();
        Assert.All(_root.Modules(), module => Assert.True(module.Training));
        _leaf.Eval();
        Assert.True(_root.Training);
        Assert.False(_leaf.Training);
    }

    [Fact]
    public void RequiresGradFreezesEveryParameter()
    {
        Assert.True(_root.RequiresGrad);
        _root.RequiresGrad = false;
        Assert.All(_root.Parameters(), parameter => Assert.False(parameter.RequiresGrad));
        Assert.False(_root.RequiresGrad);
        _leaf.RequiresGrad = true;
        Assert.True(_shared.RequiresGrad);
        Assert.True(_root.RequiresGrad);
    }

    [Fact]
    public void ZeroGradForgetsOrClears()
    {
        _shared.Grad = Tensor.Ones(2);
        _root.ZeroGrad(setToNone: false);
        Assert.Equal([0, 0], _shared.Grad!.ToArray());
        _root.ZeroGrad();
        Assert.Null(_shared.Grad);
    }

    [Fact]
    public void ApplyReachesChildrenBeforeParents()
    {
        var seen = new List<Module>();
        Assert.Same(_root, _root.Apply(seen.Add));
        Assert.Equal([_leaf, _root], seen);
    }

    [Fact]
    public void MembersAreFoundByTheirDottedNames()
    {
        Assert.Same(_root, _root.GetSubmodule(""));
        Assert.Same(_leaf, _root.GetSubmodule("leaf"));
        Assert.Same(_shared, _root.GetParameter("leaf.weight"));
        Assert.Same(_shared, _root.GetParameter("tied"));
        var e = Assert.Throws<KeyNotFoundException>(() => _root.GetParameter("leaf.bias"));
        Assert.Contains("Tree has no parameter 'bias'", e.Message);
        Assert.Contains("'weight'", e.Message);
        Assert.Throws<KeyNotFoundException>(() => _root.GetSubmodule("leaf.deeper"));
    }

    [Fact]
    public void StructureVersionIsRaisedByReplacedMembersOnly()
    {
        var version = _root.StructureVersion;
        _shared.AsWritableSpan()[0] = 5;
        _root["mean"] = Tensor.Ones(3);
        Assert.Equal(version, _root.StructureVersion);

        _leaf["weight"] = new Parameter(Tensor.Ones(2));
        Assert.Equal(version + 1, _root.StructureVersion);
        _root["empty"] = new Tree();
        Assert.Equal(version + 2, _root.StructureVersion);
        _root.Members.Remove("again");
        Assert.Equal(version + 3, _root.StructureVersion);
        _root["mean"] = Tensor.Ones(4);
        Assert.Equal(version + 4, _root.StructureVersion);
        Assert.Equal(version + 4, _root.StructureVersion);
    }

    [Fact]
    public void ModuleThatContainsItselfEndsInAnException()
    {
        _leaf["parent"] = _root;
        Assert.Throws<InsufficientExecutionStackException>(() => _root.Eval());
    }
}

namespace NnGen.Generator.Tests.Execution;

/// <summary>Members, constructor parameters and inputs may have any name, also those that generated code uses.</summary>
public class NamesTests
{
    [Theory]
    [InlineData("f")]
    [InlineData("plan")]
    [InlineData("pass")]
    [InlineData("kind")]
    [InlineData("inputs")]
    [InlineData("binder")]
    [InlineData("frame")]
    [InlineData("records")]
    [InlineData("saved")]
    [InlineData("visitor")]
    [InlineData("method")]
    [InlineData("mode")]
    [InlineData("module")]
    [InlineData("result")]
    [InlineData("results")]
    [InlineData("x1")]
    [InlineData("nn")]
    [InlineData("@in")]
    [InlineData("@class")]
    public void A_name_is_the_users(string name)
    {
        Check($$"""
            [Module]
            public partial class Net
            {
                private readonly Parameter {{name}} = new(Tensor.Rand(4));
                private readonly Linear layer = new(4, 4);
                public Tensor Forward([Shape("N, 4")] Tensor x) => layer.Forward(x * {{name}}).Tanh();
            }
            """);
        Check($$"""
            [Module]
            public partial class Net(int {{name}} = 4, double rate = 0.5)
            {
                private readonly Linear layer = new({{name}}, {{name}});
                [return: Shape("N, {{name.TrimStart('@')}}")]
                public Tensor Forward([Shape("N, {{name.TrimStart('@')}}")] Tensor x) => layer.Forward(x) * rate;
            }
            """);
        Check($$"""
            [Module]
            public partial class Net
            {
                private readonly Linear {{name}} = new(4, 4);
                private readonly Dropout drop = new(0);
                public Tensor Forward([Shape("N, 4")] Tensor x) => drop.Forward({{name}}.Forward(x));
            }
            """);
        Check($$"""
            [Module]
            public partial class Net
            {
                private readonly Linear layer = new(4, 4);
                public Tensor Forward([Shape("N, 4")] Tensor {{name}}) => F.Relu(layer.Forward({{name}}));
            }
            """);
    }

    private static void Check(string source)
    {
        var program = new Generation(("Net.cs", source));
        Assert.Empty(program.Diagnostics);
        var type = program.Load().GetType("Net", throwOnError: true)!;
        var constructor = type.GetConstructors()[0];
        var net = (Module)constructor.Invoke(constructor.GetParameters().Select(p => p.DefaultValue).ToArray());
        var x = Tensor.Rand(3, 4);
        var call = (Tensor)type.GetMethod("Call")!.Invoke(net, [x])!;
        var forward = (Tensor)type.GetMethod("Forward")!.Invoke(net, [x])!;
        Assert.Equal(forward.ToArray(), call.ToArray());
        call.Sum().Backward();
        Assert.All(net.Parameters(), parameter => Assert.NotNull(parameter.Grad));
    }
}

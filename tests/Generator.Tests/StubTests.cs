using NnGen.Compiler.Headers;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Tests;

/// <summary>Modules that cannot be compiled: the rest of the program compiles, and the generator says nothing.</summary>
public class StubTests
{
    [Theory]
    [InlineData("[Module] public partial class Net { public Tensor Forward(Tensor x) { while (true) { } } }")]
    [InlineData("[Module] public partial class Net { public Tensor Forward(Tensor x) => System.Array.Empty<Tensor>()[0]; }")]
    [InlineData("[Module] public partial class Net { private Tensor kept = Tensor.Ones(1); public Tensor Forward(Tensor x) => x + kept; }")]
    public void Other_code_binds_to_a_stub(string module)
    {
        var generation = new Generation(
            ("Net.cs", module),
            ("User.cs", "public static class User { public static Tensor Use(Tensor x) { var net = new Net(); net.Train(); net.ValueAndGrad(x); return net.Call(net.Predict(x)); } }"));
        Assert.Empty(generation.Errors);
    }

    [Theory]
    [InlineData("[Module] public class Net { public Tensor Forward(Tensor x) => x; }")]
    [InlineData("[Module] public partial class Net : System.IO.MemoryStream { public Tensor Forward(Tensor x) => x; }")]
    [InlineData("public class Outer { [Module] public partial class Net { public Tensor Forward(Tensor x) => x; } }")]
    [InlineData("[Module] file partial class Net { public Tensor Forward(Tensor x) => x; }")]
    [InlineData("[Module] public partial record Net { public Tensor Forward(Tensor x) => x; }")]
    [InlineData("[Module] public partial class Net { }")]
    public void Classes_that_cannot_be_extended_cause_no_error_of_generated_code(string module)
        => Assert.Empty(new Generation(("Net.cs", module)).Errors);

    [Fact]
    public void An_error_of_the_generator_marks_the_stub()
    {
        var type = new TypeIr("Nets.Net", "global::Nets.Net", "Nets", default, "partial class Net", "Net", IsSealed: false, IsPublic: true);
        var headers = new ModuleHeaders(type, EquatableArray.Create("namespace Nets { partial class Net { } }"));
        var files = ModuleSteps.Emit(new PlannedClass(headers, new Attempt<ModulePlan>(null, "KeyNotFoundException: \"x\"")));
        Assert.Equal(["Nets.Net.g.cs", "Nets.Net.NotCompiled.g.cs"], files.Select(f => f.Name));
        Assert.Contains("""NotCompiled("KeyNotFoundException: \"x\"")]""", files[1].Text, StringComparison.Ordinal);
        var error = Assert.Single(new Generation([.. files.Select(f => (f.Name, f.Text))]).Errors);
        Assert.Equal("CS1029", error.Id);
        Assert.Contains("NnGen failed on module 'Net' (KeyNotFoundException: \"x\")", error.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_error_of_any_step_reaches_the_file(bool isInLowering)
    {
        var type = new TypeIr("Net", "global::Net", "", default, "partial class Net", "Net", IsSealed: false, IsPublic: true);
        var headers = new ModuleHeaders(type, EquatableArray.Create("partial class Net { }"));
        var module = new LoweredModule(new ModuleIr(type, null, default, default, default, default, IsBroken: isInLowering), default, default);
        var lowered = new LoweredClass(headers, module, isInLowering ? "NullReferenceException: x" : null);

        // Two contracts of one name cannot be: linking fails.
        var contract = new ModuleContract(module.Module, default);
        var planned = ModuleSteps.Plan(ModuleSteps.Link(new LinkableClass(lowered, EquatableArray.Create(contract, contract))));
        Assert.Contains("#error NnGen failed on module 'Net'", ModuleSteps.Emit(planned)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_with_errors_is_left_to_the_compiler()
    {
        var generation = new Generation(("Net.cs", "[Module] public partial class Net { public Tensor Forward(Tensor x) => x.Missing(); }"));
        Assert.Equal(["CS1061"], generation.Errors.Select(d => d.Id));
    }
}

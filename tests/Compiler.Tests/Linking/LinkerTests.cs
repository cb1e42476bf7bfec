using NnGen.Compiler.Ir;
using NnGen.Compiler.Tests.Lowering;

namespace NnGen.Compiler.Tests.Linking;

public class LinkerTests
{
    [Fact]
    public void Settable_hyperparameters_and_flags_are_read_from_the_layer() => Check(
        "%1.dropout = DropoutOp(x: %0.x, p: live this.dropout.P, training: training(dropout))   // dropout.Forward(x)",
        "private readonly Dropout dropout = new(0.2f); public Tensor Forward(Tensor x) => dropout.Forward(x);");

    [Fact]
    public void An_identity_disappears() => Check(
        "%1.relu = ReluOp(x: %0.x)   // F.Relu(id.Forward(x))",
        "private readonly Identity id = new(); public Tensor Forward(Tensor x) => F.Relu(id.Forward(x));");

    [Fact]
    public void An_absent_parameter_is_left_out() => Check(
        "%2.fc = LinearOp(x: %0.x, weight: fc.Weight[5, 3])   // fc.Forward(x)",
        "private readonly Linear fc = new(3, 5, bias: false); public Tensor Forward(Tensor x) => fc.Forward(x);");

    [Fact]
    public void Hyperparameters_flow_into_shapes() => Check(
        """
        %3.fc = LinearOp(x: %0.x, weight: fc.Weight[hidden * 4, hidden // heads], bias: fc.Bias?[hidden * 4])   // fc.Forward(x)
        """,
        "private readonly Linear fc = new(hidden / heads, hidden * 4, bias); public Tensor Forward(Tensor x) => fc.Forward(x);",
        "(int hidden, int heads, bool bias)");

    [Fact]
    public void A_pointwise_chain_is_inlined_and_takes_readonly_scalars() => Check(
        """
        %1.relu = ReluOp(x: %0.x)   // x = act.Forward(x)
        %2.x = MulScalarOp(x: %1.act.relu, factor: 3f)   // x = act.Forward(x)
        %3.other.relu = ReluOp(x: %2.x)   // return other.Forward(x)
        %4.other = MulScalarOp(x: %3.other.relu, factor: this.gain)   // return other.Forward(x)
        """.Replace("%1.relu", "%1.act.relu"),
        """
        private readonly Act act = new(3); private readonly Act other = new(gain);
            public Tensor Forward(Tensor x) { x = act.Forward(x); return other.Forward(x); }
        }
        [Module] public sealed partial class Act(float factor)
        {
            private readonly ReLU relu = new();
            public Tensor Forward(Tensor x) => F.Relu(x) * factor;
        """,
        "(float gain)");

    [Fact]
    public void A_scalar_that_only_the_layer_can_read_keeps_it_a_call() => Check(
        "%1.act = act.Forward(Float32) of Act(%0.x)   // act.Forward(x)",
        """
        private readonly Act act = Act.Make();
            public Tensor Forward(Tensor x) => act.Forward(x);
        }
        [Module] public sealed partial class Act(float factor)
        {
            public static Act Make() => new(2);
            public Tensor Forward(Tensor x) => x * factor;
        """);

    [Fact]
    public void A_module_around_one_layer_is_inlined_where_its_member_is_public() => Check(
        """
        %3.open = LinearOp(x: %0.x, weight: open.Inner.Weight[7, 2], bias: open.Inner.Bias[7])   // closed.Forward(open.Forward(x))
        %4.closed = closed.Forward(Float32) of Closed(%3.open)   // closed.Forward(open.Forward(x))
        """,
        """
        private readonly Open open = new(7); private readonly Closed closed = new();
            public Tensor Forward(Tensor x) => closed.Forward(open.Forward(x));
        }
        [Module] public sealed partial class Open(int size)
        {
            public Linear Inner { get; } = new(2, size);
            public Tensor Forward(Tensor x) => Inner.Forward(x);
        }
        [Module] public sealed partial class Closed
        {
            private readonly Linear inner = new(2, 2);
            public Tensor Forward(Tensor x) => inner.Forward(x);
        """);

    [Fact]
    public void Methods_that_may_be_overridden_and_longer_ones_stay_calls() => Check(
        """
        %1.open = open.Forward(Float32) of Open(%0.x)   // block.Forward(open.Forward(x))
        %2.block = block.Forward(Float32) of Block(%1.open)   // block.Forward(open.Forward(x))
        """,
        """
        private Open open = new(); private readonly Block block = new();
            public Tensor Forward(Tensor x) => block.Forward(open.Forward(x));
        }
        [Module] public partial class Open { public virtual Tensor Forward(Tensor x) => -x; }
        [Module] public sealed partial class Block
        {
            public readonly Linear a = new(1, 1);
            public Tensor Forward(Tensor x) => -a.Forward(x);
        """);

    [Fact]
    public void Modules_that_call_each_other_end()
    {
        var program = new Program(
            """
            [Module] public sealed partial class Net(Other other) { public Tensor Forward(Tensor x) => other.Forward(x); }
            [Module] public sealed partial class Other(Net net) { public Tensor Forward(Tensor x) => net.Forward(x); }
            """);
        Assert.IsType<CallIr>(Assert.Single(program.Link().Module.Methods[0].Body!.Statements));
    }

    [Fact]
    public void Contracts_cross_assemblies()
    {
        var library = new Program("[Module] public sealed partial class Gate { public Tensor Forward(Tensor x) => -F.Relu(x); }");
        var contract = library.Contract("Gate");
        Assert.Equal(["NnGen.NegOp", "NnGen.ReluOp"], contract.Ops.Select(op => op.Type));
        var text = $"[NnGen.ModuleContract({IrCodec.Version}, {Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(IrCodec.Write(contract.Module), true)})] partial class Gate;";
        var reference = Program.Emit(library.Compilation.AddSyntaxTrees(Program.Parse(text)));

        const string User = "[Module] public partial class Net { private readonly Gate gate = new(); public Tensor Forward(Tensor x) => gate.Forward(x); }";
        Check(
            """
            %1.gate.relu = ReluOp(x: %0.x)   // gate.Forward(x)
            %2.gate = NegOp(x: %1.gate.relu)   // gate.Forward(x)
            """,
            new Program(User, reference));
        var later = Program.Emit(library.Compilation.AddSyntaxTrees(Program.Parse("[NnGen.ModuleContract(999, \"\")] partial class Gate;")));
        Assert.StartsWith("NNG0008 at gate", Assert.Single(new Program(User, later).Problems()));
    }

    private static void Check(string expected, string members, string parameters = "")
        => Check(expected, new Program($"[Module] public partial class Net{parameters} {{ {members} }}"));

    private static void Check(string expected, Program program)
    {
        Assert.Empty(program.Errors);
        var linked = program.Link();
        var lines = IrPrinter.Print(linked.Module.Methods[0]).TrimEnd().Split('\n').Skip(1).Select(l => l.Trim());
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join("\n", lines));
        Assert.Equal(
            linked.Module.Methods[0].Body!.Statements.OfType<OpIr>().Select(op => op.Op).Distinct().Order(StringComparer.Ordinal),
            linked.Ops.Select(op => op.Type));
    }
}

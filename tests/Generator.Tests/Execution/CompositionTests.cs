namespace NnGen.Generator.Tests.Execution;

/// <summary>Children known by a type parameter, an interface or a base class; methods that take and give more than one tensor.</summary>
public class CompositionTests
{
    private const string Source = """
        public interface IEncoder { Tensor Encode(Tensor x); }

        [Module]
        public partial class Residual<T>(T inner) where T : Module, IModule<Tensor, Tensor>
        {
            public Tensor Forward(Tensor x) => x + inner.Forward(x);
        }

        [Module]
        public partial class Stack<T>(ModuleList<T> layers) where T : Module, IModule<Tensor, Tensor>
        {
            private readonly ModuleList<T> items = layers;
            public Tensor Forward(Tensor x)
            {
                foreach (var layer in items)
                    x = layer.Forward(x).Tanh();
                return x;
            }
        }

        public partial class Outer
        {
            [Module]
            public partial class Gate<T>(T inner) where T : class, IModule<Tensor, Tensor>
            {
                private readonly Parameter weight = new(Tensor.Rand(4));
                public Tensor Forward(Tensor x) => inner.Forward(x) * weight;
            }
        }

        [Module]
        public partial class Coder : IEncoder
        {
            private readonly Linear fc = new(4, 4);
            public Tensor Encode(Tensor x) => fc.Forward(x).Sigmoid();
        }

        [Module]
        public partial class Net(IEncoder encoder, IModule<Tensor, Tensor> any, Module plain)
        {
            private readonly Residual<Linear> residual = new(new Linear(4, 4));
            private readonly Stack<Linear> stack = new([new Linear(4, 4), new Linear(4, 4)]);
            private readonly Outer.Gate<Sequential> gate = new(new Sequential(new Linear(4, 4), new Sigmoid()));
            public Tensor Forward([Shape("N, 4")] Tensor x)
                => gate.Forward(stack.Forward(residual.Forward(x))) + encoder.Encode(x) + any.Forward(x) + ((IModule<Tensor, Tensor>)plain).Forward(x);
        }

        public static class Build { public static Net Net() => new(new Coder(), new Linear(4, 4), new Sequential(new Linear(4, 4), new Tanh())); }
        """;

    private const string Signatures = """
        public enum Kind { Tanh, Sigmoid }

        [Module]
        public partial class Cell
        {
            private readonly Linear fc = new(4, 4);
            public (Tensor Output, (Tensor H, Tensor C) State) Forward([Shape("N, 4")] Tensor x, (Tensor H, Tensor C)? state = null)
            {
                var (h, c) = state ?? (x, -x);
                c = c + fc.Forward(x);
                h = (h + c).Tanh();
                return (h * 2f, (h, c));
            }

            public Tensor Attend(Tensor x, out Tensor weights, int power = 2, bool isCausal = false)
            {
                weights = x.Softmax(-1);
                for (var i = 0; i < power; i++)
                    x = x * weights;
                return isCausal ? x.Tanh() : x;
            }

            public (Tensor Values, Tensor<long> Indices) Largest(Tensor x) => x.Max(1);
        }

        [Module]
        public partial class Net
        {
            private readonly Cell cell = new();
            public Tensor Forward([Shape("N, 4")] Tensor x, Kind kind = Kind.Tanh, float factor = 0.5f, int? power = null)
            {
                var (output, state) = cell.Forward(x);
                (output, (var h, _)) = cell.Forward(output, state);
                var y = cell.Attend(h, out var weights, power: power ?? 1, isCausal: kind == Kind.Tanh);
                Scale(ref y, factor);
                return (kind == Kind.Tanh ? y.Tanh() : y.Sigmoid()) + weights + cell.Largest(output).Values.Unsqueeze(1);
            }

            private static void Scale(ref Tensor x, float factor) => x = x * factor;
        }

        public static class Run
        {
            public static Tensor[] Compiled(Net net, Cell cell, Tensor x)
            {
                var (output, (h, c)) = cell.Call(x);
                var (output2, state) = cell.Predict(output, (h, c));
                var y = cell.CallAttend(x, out var weights, 3);
                var (values, indices) = cell.CallLargest(x);
                return [output, h, c, output2, state.H, state.C, y, weights, values, Float(indices), Float(cell.PredictLargest(x).Indices), net.Call(x), net.Call(x, Kind.Sigmoid), net.Predict(x, Kind.Sigmoid, 2f, 4), net.Call(x, power: 2)];
            }

            public static Tensor[] OpByOp(Net net, Cell cell, Tensor x)
            {
                var (output, (h, c)) = cell.Forward(x);
                var (output2, state) = cell.Forward(output, (h, c));
                var y = cell.Attend(x, out var weights, 3);
                var (values, indices) = cell.Largest(x);
                return [output, h, c, output2, state.H, state.C, y, weights, values, Float(indices), Float(indices), net.Forward(x), net.Forward(x, Kind.Sigmoid), net.Forward(x, Kind.Sigmoid, 2f, 4), net.Forward(x, power: 2)];
            }

            private static Tensor Float(Tensor<long> indices) => Tensor.From([.. System.Linq.Enumerable.Select(indices.ToArray(), i => (float)i)], indices.Shape);
        }
        """;

    [Fact]
    public void Children_may_be_known_by_a_type_parameter_or_an_interface()
    {
        var program = new Generation(("Net.cs", Source));
        Assert.Empty(program.Diagnostics);
        var net = (Module)program.Load().GetType("Build")!.GetMethod("Net")!.Invoke(null, null)!;
        Assert.Contains("encoder.fc.weight", net.NamedParameters().Select(named => named.Name));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 4));
    }

    [Fact]
    public void Methods_take_plain_values_and_tuples_and_give_several_tensors()
    {
        var program = new Generation(("Net.cs", Signatures));
        Assert.Empty(program.Diagnostics);
        var assembly = program.Load();
        object[] arguments = [Generation.Create(assembly, "Net"), Generation.Create(assembly, "Cell"), Tensor.Randn(3, 4)];
        var results = new[] { "OpByOp", "Compiled" }.Select(method => (Tensor[])assembly.GetType("Run")!.GetMethod(method)!.Invoke(null, arguments)!).ToList();
        foreach (var (opByOp, compiled) in results[0].Zip(results[1]))
            Gradients.AssertClose("result", opByOp.ToArray(), compiled.ToArray(), relative: 1e-5f, absolute: 1e-6f);
    }
}

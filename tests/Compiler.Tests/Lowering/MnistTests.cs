using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Tests.Lowering;

public class MnistTests
{
    private const string Source = """
        [Module]
        public partial class MnistClassifier
        {
            private readonly Linear fc1 = new(28 * 28, 128);
            private readonly Linear fc2 = new(128, 64);
            private readonly Linear fc3 = new(64, 10);

            public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
            {
                x = F.Flatten(x, 1);
                x = F.Relu(fc1.Forward(x));
                x = F.Relu(fc2.Forward(x));
                return fc3.Forward(x);
            }
        }

        [Module]
        public partial class Classification(MnistClassifier model)
        {
            public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x, [Shape("N")] Tensor<long> y)
                => F.CrossEntropy(model.Forward(x), y, labelSmoothing: 0.1f);
        }
        """;

    [Fact]
    public void Program_binds() => Assert.Empty(new Program(Source).Errors);

    [Fact]
    public void Lowers_to_ops_and_symbolic_calls() => Assert.Equal(
        """
        module MnistClassifier()
          module fc1 "fc1": NnGen.Linear(inFeatures: 784, outFeatures: 128, bias: true)
          module fc2 "fc2": NnGen.Linear(inFeatures: 128, outFeatures: 64, bias: true)
          module fc3 "fc3": NnGen.Linear(inFeatures: 64, outFeatures: 10, bias: true)
          Forward(%0.x: Float32[N, 1, 28, 28]) -> %6.fc3: Float32
            %1.x = FlattenOp(x: %0.x, startDim: 1)   // x = F.Flatten(x, 1)
            %2.fc1 = fc1.Forward(Float32) of NnGen.Linear(%1.x)   // x = F.Relu(fc1.Forward(x))
            %3.x = ReluOp(x: %2.fc1)   // x = F.Relu(fc1.Forward(x))
            %4.fc2 = fc2.Forward(Float32) of NnGen.Linear(%3.x)   // x = F.Relu(fc2.Forward(x))
            %5.x = ReluOp(x: %4.fc2)   // x = F.Relu(fc2.Forward(x))
            %6.fc3 = fc3.Forward(Float32) of NnGen.Linear(%5.x)   // return fc3.Forward(x)
        """,
        new Program(Source).Print("MnistClassifier"));

    [Fact]
    public void Layers_are_inlined_by_linking() => Assert.Equal(
        """
          Forward(%0.x: Float32[N, 1, 28, 28]) -> %12.fc3: Float32
            %1.x = FlattenOp(x: %0.x, startDim: 1)   // x = F.Flatten(x, 1)
            %4.fc1 = LinearOp(x: %1.x, weight: fc1.Weight[128, 784], bias: fc1.Bias[128])   // x = F.Relu(fc1.Forward(x))
            %5.x = ReluOp(x: %4.fc1)   // x = F.Relu(fc1.Forward(x))
            %8.fc2 = LinearOp(x: %5.x, weight: fc2.Weight[64, 128], bias: fc2.Bias[64])   // x = F.Relu(fc2.Forward(x))
            %9.x = ReluOp(x: %8.fc2)   // x = F.Relu(fc2.Forward(x))
            %12.fc3 = LinearOp(x: %9.x, weight: fc3.Weight[10, 64], bias: fc3.Bias[10])   // return fc3.Forward(x)
        """,
        IrPrinter.Print(new Program(Source).Link("MnistClassifier").Module.Methods[0]).TrimEnd());

    [Fact]
    public void A_module_given_to_the_constructor_is_a_child() => Assert.Equal(
        """
        module Classification()
          module model "model": MnistClassifier virtual
          Forward(%0.x: Float32[N, 1, 28, 28], %1.y: Int64[N]) -> %3.crossEntropy: Float32
            %2.model = model.Forward(Float32) of MnistClassifier(%0.x)   // F.CrossEntropy(model.Forward(x), y, labelSmoothing: 0.1f)
            %3.crossEntropy = CrossEntropyOp(x: %2.model, target: %1.y, labelSmoothing: 0.1f)   // F.CrossEntropy(model.Forward(x), y, labelSmoothing: 0.1f)
        """,
        new Program(Source).Print("Classification"));
}

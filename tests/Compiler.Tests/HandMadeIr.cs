using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Tests;

/// <summary>Ops and modules written down by hand, so that the back half of the compiler is tested without Roslyn.</summary>
internal static class HandMadeIr
{
    public static readonly OpModel Linear = Kernel(
        "LinearOp",
        "x: *B, K; weight: N, K; bias: N? -> y: *B, N",
        forward: "x weight bias | y | b n k",
        backward: "x weight dy | dx dweight dbias | b n k",
        epilogues: [new OpEpilogue("NnGen.ReluOp", "ForwardRelu", Parameters("x weight bias | y | b n k"), "BackwardRelu", Parameters("x weight y dy | dx dweight dbias | b n k"))]);

    public static readonly OpModel Dropout = Kernel("DropoutOp", "x: *S -> y: *S", "x | y | p training random", "dy | dx | p training random", hypers: ["float p", "bool training"]);

    public static readonly OpModel LayerNorm = Kernel(
        "LayerNormOp", "x: *B, C -> y: *B, C; saved mean: *B", forward: "x | y mean | b c", backward: "x mean dy | dx | b c", saved: ["mean"]);

    public static readonly OpModel Relu = Pointwise("ReluOp", ["x"], ("x", "y dy"));

    public static readonly OpModel Exp = Pointwise("ExpOp", ["x"], ("x", "y dy"));

    public static readonly OpModel Sin = Pointwise("SinOp", ["x"], ("x", "x dy"));

    public static readonly OpModel Floor = Pointwise("FloorOp", ["x"]);

    public static readonly OpModel Scale = Pointwise("MulScalarOp", ["x"], hypers: ["float factor"], derivatives: ("x", "dy"));

    public static readonly OpModel Add = Pointwise("AddOp", ["a", "b"], ("a", "dy"), ("b", "dy"));

    public static readonly OpModel Mul = Pointwise("MulOp", ["a", "b"], ("a", "b dy"), ("b", "a dy"));

    public static readonly OpModel Flatten = new(
        "NnGen.FlattenOp", "global::NnGen.FlattenOp", "FlattenOp", OpKind.View, "x: *S -> y: flatten(*S, startDim, endDim)", null,
        EquatableArray.Create(Input("x")), EquatableArray.Create(Output("y")),
        EquatableArray.Create(Hyper("int startDim"), Hyper("int endDim")), EquatableArray.Create("startDim", "endDim"), false,
        default, default, default, default, default, default);

    public static readonly EquatableArray<OpModel> All = EquatableArray.Create(Linear, Dropout, LayerNorm, Relu, Exp, Sin, Floor, Scale, Add, Mul, Flatten);

    /// <summary>The module of the README, with its layers inlined.</summary>
    public static MethodIr MnistForward()
    {
        var method = new MethodBuilder().Input("x", "N, 1, 28, 28");
        var x = method.Op(Flatten, "x = F.Flatten(x, 1)", "F.Flatten(x, 1)", "x", [("x", 0)], [("startDim", "1"), ("endDim", "-1")]);
        foreach (var layer in new[] { "fc1", "fc2" })
        {
            var linear = method.Op(Linear, $"x = F.Relu({layer}.Forward(x))", $"{layer}.Forward(x)", "x", method.LinearTensors(x, layer));
            x = method.Op(Relu, $"x = F.Relu({layer}.Forward(x))", $"F.Relu({layer}.Forward(x))", "x", [("x", linear)]);
        }

        return method.Return(method.Op(Linear, "return fc3.Forward(x)", "fc3.Forward(x)", "x", method.LinearTensors(x, "fc3")));
    }

    public static LinkedModule Link(params MethodIr[] methods) => new(
        new ModuleIr(
            new TypeIr("Net", "global::Net", "", default, "partial class Net", "Net", IsSealed: false, IsPublic: true),
            null, default, default, default, methods.ToEquatableArray(), IsBroken: false),
        default,
        All);

    public static MethodShapes NoShapes(MethodIr method) => new(method.Values.Count, []);

    private static OpModel Kernel(
        string name, string contract, string forward, string backward, string[]? hypers = null, string[]? saved = null, OpEpilogue[]? epilogues = null)
    {
        var forwardParameters = Parameters(forward);
        return new OpModel(
            "NnGen." + name, "global::NnGen." + name, name, OpKind.Kernel, contract, null,
            forwardParameters.Where(p => p.Role == OpParameterRole.Input).Select(p => Input(p.Target)).ToEquatableArray(),
            forwardParameters.Where(p => p.Role == OpParameterRole.Output)
                .Select(p => Output(p.Target) with { IsSaved = saved?.Contains(p.Target) == true }).ToEquatableArray(),
            (hypers ?? []).Select(Hyper).ToEquatableArray(), default, false,
            forwardParameters, Parameters(backward),
            forwardParameters.Where(p => p.Role == OpParameterRole.Random).Select(_ => new OpParameter("n", OpParameterRole.Dim, "S", "int")).ToEquatableArray(),
            default, (epilogues ?? []).ToEquatableArray(), default);
    }

    private static OpModel Pointwise(string name, string[] inputs, params (string Input, string Reads)[] derivatives) => Pointwise(name, inputs, [], derivatives);

    private static OpModel Pointwise(string name, string[] inputs, string[] hypers, params (string Input, string Reads)[] derivatives) => new(
        "NnGen." + name, "global::NnGen." + name, name, OpKind.Pointwise, "", null,
        inputs.Select(Input).ToEquatableArray(), EquatableArray.Create(Output("y")), hypers.Select(Hyper).ToEquatableArray(), default, false,
        inputs.Select(input => Parameter(input, OpParameterRole.Input)).ToEquatableArray(), default, default,
        derivatives.Select(d => new OpDerivative(d.Input, inputs.Length == 1 ? "Backward" : "Backward" + d.Input.ToUpperInvariant(),
            d.Reads.Split(' ').Select(name => Parameter(name, inputs.Contains(name) ? OpParameterRole.Input : Role(name))).ToEquatableArray())).ToEquatableArray(),
        default,
        default);

    private static OpInput Input(string name) => new(name, DType.Float32, name == "bias", false, false, false);

    private static OpOutput Output(string name) => new(name, DType.Float32, false);

    private static OpHyper Hyper(string declaration) => new(declaration.Split(' ')[1], declaration.Split(' ')[0], false, null);

    /// <summary>Parameters from names: inputs and outputs are told apart by the usual letters, a leading d is a gradient.</summary>
    private static EquatableArray<OpParameter> Parameters(string names)
        => names.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(name => Parameter(name, Role(name))).ToEquatableArray();

    private static OpParameterRole Role(string name) => name switch
    {
        "x" or "weight" or "bias" or "a" => OpParameterRole.Input,
        "y" or "mean" => OpParameterRole.Output,
        "dy" => OpParameterRole.OutputGradient,
        "dx" or "dweight" or "dbias" => OpParameterRole.InputGradient,
        "p" or "training" => OpParameterRole.Hyper,
        "random" => OpParameterRole.Random,
        _ => OpParameterRole.Dim,
    };

    private static OpParameter Parameter(string name, OpParameterRole role) => new(name, role, Target(name, role), "");

    private static string Target(string name, OpParameterRole role) => role switch
    {
        OpParameterRole.OutputGradient or OpParameterRole.InputGradient => name[1..],
        OpParameterRole.Dim => name.ToUpperInvariant(),
        _ => name,
    };

    /// <summary>A method written statement by statement.</summary>
    internal sealed class MethodBuilder
    {
        private readonly List<InputIr> _inputs = [];
        private readonly List<ValueIr> _values = [];
        private readonly List<StatementIr> _statements = [];

        public MethodBuilder Input(string name, string? shape = null)
        {
            _inputs.Add(new InputIr(name, DType.Float32, false, shape, Add(name, ValueOrigin.Input)));
            return this;
        }

        public int Parameter(string path, bool isNullable = false) => Add(path, ValueOrigin.Member, MemberKind.Parameter, isNullable);

        public int Buffer(string path) => Add(path, ValueOrigin.Member, MemberKind.Buffer);

        public (string, int)[] LinearTensors(int x, string layer)
            => [("x", x), ("weight", Parameter(layer + ".Weight")), ("bias", Parameter(layer + ".Bias", isNullable: true))];

        public int Op(OpModel op, string text, string expression, string name, (string, int)[] tensors, (string, string)[]? scalars = null)
        {
            var result = Add(name, ValueOrigin.Statement);
            _statements.Add(new OpIr(
                _statements.Count, text, expression, op.Type,
                tensors.Select(tensor => new TensorArgument(tensor.Item1, tensor.Item2)).ToEquatableArray(),
                (scalars ?? []).Select(scalar => new NamedScalar(scalar.Item1, new ConstantIr("int", scalar.Item2, int.TryParse(scalar.Item2, out var n) ? n : null))).ToEquatableArray(),
                EquatableArray.Create(result)));
            return result;
        }

        /// <summary>An op of inputs by position.</summary>
        public int Op(OpModel op, params int[] inputs)
            => Op(op, "t = ...", op.Name, "t", op.Inputs.Zip(inputs, (input, value) => (input.Name, value)).ToArray(), op.Hypers.Select(hyper => (hyper.Name, "2")).ToArray());

        public MethodIr Return(params int[] values) => new(
            "Forward",
            _inputs.ToEquatableArray(),
            values.Select(value => new ResultIr(DType.Float32, null, value)).ToEquatableArray(),
            _values.ToEquatableArray(),
            new BlockIr(_statements.ToEquatableArray()));

        private int Add(string name, ValueOrigin origin, MemberKind kind = MemberKind.Parameter, bool isNullable = false)
        {
            _values.Add(new ValueIr(_values.Count, name, DType.Float32, origin, origin == ValueOrigin.Member ? name : null, kind, isNullable));
            return _values.Count - 1;
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Lowering;

namespace NnGen.Compiler.Tests.Lowering;

/// <summary>As much of a runtime as lowering sees. Its modules carry the contracts that the generator would write.</summary>
internal static class MiniRuntime
{
    private static readonly Lazy<MetadataReference> s_reference = new(Compile);

    public static MetadataReference Reference => s_reference.Value;

    private static MetadataReference Compile()
    {
        var program = Program.Library(Source);
        var attributes = program.Modules.Select(type =>
        {
            var contract = program.Contract(type.ToDisplayString());
            var text = SymbolDisplay.FormatLiteral(IrCodec.Write(contract.Module), quote: true);
            return $"namespace NnGen {{ [ModuleContract({IrCodec.Version}, {text})] partial class {type.Name}; }}";
        });
        return Program.Emit(program.Compilation.AddSyntaxTrees(Program.Parse(string.Join("\n", attributes))));
    }

    private const string Source = """
        #nullable enable
        using System;

        namespace NnGen
        {
            public sealed class ModuleAttribute : Attribute;
            public sealed class BufferAttribute : Attribute { public bool Persistent { get; init; } = true; }
            public sealed class NameAttribute(string key) : Attribute { public string Key { get; } = key; }
            [AttributeUsage(AttributeTargets.All)]
            public sealed class ShapeAttribute(string dims) : Attribute { public string Dims { get; } = dims; }
            public sealed class ModuleContractAttribute(int version, string text) : Attribute { public int Version { get; } = version; public string Text { get; } = text; }
            public sealed class OpAttribute(string contract) : Attribute { public string Contract { get; } = contract; public bool IsView { get; init; } public bool IsDifferentiable { get; init; } = true; }
            public sealed class LowersPartAttribute(Type slice, Type select, Type selectAt, Type pick, Type insert) : Attribute { public string Names => slice.Name + select.Name + selectAt.Name + pick.Name; }
            public sealed class EpilogueAttribute(Type op, string forward, string backward) : Attribute { public string Names => op + forward + backward; }
            [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
            public sealed class LowersAttribute(Type op) : Attribute { public Type Op { get; } = op; }

            public readonly struct Shape
            {
                public int Rank => 0;
                public int this[Index axis] => 0;
                public static implicit operator Shape(int[] dims) => default;
                public void Deconstruct(out int a, out int b) => (a, b) = (0, 0);
                public void Deconstruct(out int a, out int b, out int c) => (a, b, c) = (0, 0, 0);
            }
            public abstract class TensorBase { public Shape Shape => default; public int Rank => 0; }
            public class Tensor : TensorBase
            {
                public static Tensor Zeros(params int[] shape) => new();
                public static Tensor Ones(params ReadOnlySpan<int> shape) => new();
                public static Tensor Full(Shape shape, float value) => new();
                public float Item() => 0;
                [Lowers(typeof(FlattenOp))] public Tensor Flatten(int startDim = 0, int endDim = -1) => this;
                public static TensorIndex Ellipsis => default;
                [System.Runtime.CompilerServices.IndexerName("Part"), LowersPart(typeof(SliceOp), typeof(SelectOp), typeof(SelectAtOp), typeof(IndexSelectOp), typeof(UnsqueezeOp))] public Tensor this[params TensorIndex[] items] => this;
                [Lowers(typeof(ReshapeOp))] public Tensor View(params int[] shape) => this;
                [Lowers(typeof(AddOp))] public static Tensor operator +(Tensor a, Tensor b) => a;
                [Lowers(typeof(MulScalarOp))] public static Tensor operator *(Tensor x, float factor) => x;
                [Lowers(typeof(NegOp))] public static Tensor operator -(Tensor x) => x;
                [Lowers(typeof(TransposeOp))] public Tensor T => this;
            }
            public readonly struct TensorIndex
            {
                public static implicit operator TensorIndex(int index) => default;
                public static implicit operator TensorIndex(Index index) => default;
                public static implicit operator TensorIndex(Range range) => default;
                public static implicit operator TensorIndex(Tensor<long>? indices) => default;
            }
            public sealed class Tensor<T> : TensorBase where T : unmanaged { public static Tensor<T> Zeros(params int[] shape) => new(); }
            public sealed class Parameter(Tensor data) : Tensor { public Tensor Data { get; } = data; }
            public interface IModule<in TInput, out TResult> { TResult Forward(TInput input); TResult Call(TInput input); TResult Predict(TInput input); }
            public interface IModule<in T1, in T2, out TResult> { TResult Forward(T1 input1, T2 input2); TResult Call(T1 input1, T2 input2); TResult Predict(T1 input1, T2 input2); }
            public interface IModule<in T1, in T2, in T3, out TResult> { TResult Forward(T1 input1, T2 input2, T3 input3); TResult Call(T1 input1, T2 input2, T3 input3); TResult Predict(T1 input1, T2 input2, T3 input3); }
            public abstract class Module { public bool Training => true; public Module Train(bool mode = true) => this; public Module Eval() => this; }
            public enum Reduction { None, Mean, Sum }

            [Op("x: *B, K; weight: N, K; bias: N? -> y: *B, N")]
            public static partial class LinearOp
            {
                public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, int b, int n, int k) { }
                public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> dy, Gradient dx, Gradient dweight, Gradient dbias, int b, int n, int k) { }
            }
            [Op("x: *S -> y: *S")] public readonly partial struct ReluOp { public V Forward<V>(V x) => x; public V Backward<V>(V y, V dy) => dy; }
            [Op("x: *S -> y: *S")] public readonly partial struct NegOp { public V Forward<V>(V x) => x; public V Backward<V>(V dy) => dy; }
            [Op("x: *S -> y: *S")] public readonly partial struct MulScalarOp(float factor) { public V Forward<V>(V x) => x; public V Backward<V>(V dy) => dy; }
            [Op("a: #*S; b: #*S -> y: *S")] public readonly partial struct AddOp { public V Forward<V>(V a, V b) => a; public V BackwardA<V>(V dy) => dy; public V BackwardB<V>(V dy) => dy; }
            [Op("x: *S -> y: flatten(*S, startDim, endDim)", IsView = true)] public static partial class FlattenOp
            {
                public static partial Tensor Apply(Tensor x, int startDim = 0, int endDim = -1);
                public static partial Tensor Apply(Tensor x, int startDim, int endDim) => x;
            }
            [Op("x: *S -> y: reshape(*S, shape)", IsView = true)] public static partial class ReshapeOp
            {
                public static partial Tensor Apply(Tensor x, int[] shape);
                public static partial Tensor Apply(Tensor x, int[] shape) => x;
            }
            [Op("x: *S -> y: slice(*S, dim, start, end, step)")] public static partial class SliceOp
            {
                public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int[] dim, int[] start, int[] end, int[] step) { }
                public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int[] dim, int[] start, int[] end, int[] step) { }
            }
            [Op("x: *S; index: long[] -> y: reduce(*S, dim, false)")] public static partial class SelectAtOp { public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<long> index, Span<float> y, int dim) { } public static void Backward(ReadOnlySpan<float> dy, Gradient dx, int dim) { } }
            [Op("x: *S -> y: unsqueeze(*S, dim)", IsView = true)] public static partial class UnsqueezeOp { public static partial Tensor Apply(Tensor x, int dim); public static partial Tensor Apply(Tensor x, int dim) => x; }
            [Op("x: *S; index: long[N] -> y: resize(*S, dim, N)")] public static partial class IndexSelectOp { public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<long> index, Span<float> y, int dim, bool isFromEnd) { } public static void Backward(ReadOnlySpan<float> dy, Gradient dx, int dim, bool isFromEnd) { } }
            [Op("x: *S -> y: select(*S, dim, index)")] public static partial class SelectOp
            {
                public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int[] dim, int[] index) { }
                public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int[] dim, int[] index) { }
            }
            [Op("x: M, N -> y: N, M")] public static partial class TransposeOp
            {
                public static void Forward(ReadOnlySpan<float> x, Span<float> y, int m, int n) { }
                public static void Backward(ReadOnlySpan<float> dy, Gradient dx, int m, int n) { }
            }
            [Op("x: *S -> y: *S", IsDifferentiable = true)] public static partial class DropoutOp
            {
                public static long Draws(int s) => s;
                public static void Forward(ReadOnlySpan<float> x, Span<float> y, int s, float p = 0.5f, bool training = true) { }
                public static void Backward(ReadOnlySpan<float> dy, Gradient dx, int s, float p, bool training) { }
            }
            [Op("x: N, C; target: long[N] -> y: ()")] public static partial class CrossEntropyOp
            {
                public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<long> target, Span<float> y, int n, int c, Reduction reduction = Reduction.Mean, float labelSmoothing = 0) { }
                public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<long> target, ReadOnlySpan<float> dy, Gradient dx, int n, int c, Reduction reduction, float labelSmoothing) { }
            }
            [Op("xs: [N, C_i]... -> y: N, sum(C_i)")] public static partial class CatOp
            {
                public static void Forward(TensorSpans xs, Span<float> y, int n) { }
                public static void Backward(ReadOnlySpan<float> dy, GradientSpans dxs, int n) { }
            }
            [Op("x: M, N -> values: M; indices: long[M]", IsDifferentiable = false)] public static partial class MaxOp
            {
                public static void Forward(ReadOnlySpan<float> x, Span<float> values, Span<long> indices, int m, int n) { }
            }
            public ref struct Gradient;
            public ref struct TensorSpans;
            public ref struct GradientSpans;

            public static class F
            {
                [Lowers(typeof(LinearOp))] public static Tensor Linear(Tensor x, Tensor weight, Tensor? bias = null) => x;
                [Lowers(typeof(ReluOp))] public static Tensor Relu(Tensor x) => x;
                [Lowers(typeof(FlattenOp))] public static Tensor Flatten(Tensor x, int startDim = 0, int endDim = -1) => x;
                [Lowers(typeof(DropoutOp))] public static Tensor Dropout(Tensor x, float p = 0.5f, bool training = true) => x;
                [Lowers(typeof(CrossEntropyOp))] public static Tensor CrossEntropy(Tensor x, Tensor<long> target, Reduction reduction = Reduction.Mean, float labelSmoothing = 0) => x;
                [Lowers(typeof(CatOp))] public static Tensor Cat(params Tensor[] xs) => xs[0];
                [Lowers(typeof(MaxOp))] public static (Tensor Values, Tensor<long> Indices) Max(Tensor x) => default;
                public static Tensor Unknown(Tensor x) => x;
            }

            [Module] public sealed partial class Linear(int inFeatures, int outFeatures, bool bias = true)
            {
                public int InFeatures { get; } = inFeatures;
                [Shape("outFeatures, inFeatures")] public Parameter Weight { get; } = new(Tensor.Zeros(outFeatures, inFeatures));
                public Parameter? Bias { get; } = bias ? new Parameter(Tensor.Zeros(outFeatures)) : null;
                [return: Shape("*B, outFeatures")] public Tensor Forward([Shape("*B, inFeatures")] Tensor x) => F.Linear(x, Weight, Bias);
            }
            [Module] public sealed partial class ReLU { public Tensor Forward(Tensor x) => F.Relu(x); }
            [Module] public sealed partial class Identity { public Tensor Forward(Tensor x) => x; }
            [Module] public sealed partial class Dropout(float p = 0.5f)
            {
                public float P { get; set; } = p;
                public Tensor Forward(Tensor x) => F.Dropout(x, P, Training);
            }
            public sealed class Recurrent : Module
            {
                public (Tensor Output, (Tensor H, Tensor C) State) Forward(Tensor x, (Tensor H, Tensor C)? hx = null) => (x, (x, x));
            }
            public sealed class Sequential(params Module[] modules) : Module
            {
                public Module[] Modules { get; } = modules;
                public Tensor Forward(Tensor x) => x;
                public Tensor Call(Tensor x) => x;
            }
        }
        """;
}

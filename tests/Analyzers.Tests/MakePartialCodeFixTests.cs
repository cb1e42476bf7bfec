using NnGen.CodeFixes;

namespace NnGen.Analyzers.Tests;

public sealed class MakePartialCodeFixTests
{
    [Theory]
    [InlineData(
        "/// <summary>A net.</summary>\n[Module] public class Net { public Tensor Forward(Tensor x) => F.Relu(x); }",
        "/// <summary>A net.</summary>\n[Module] public partial class Net { public Tensor Forward(Tensor x) => F.Relu(x); }")]
    [InlineData(
        "// Outside.\nclass Outer { [Module] internal sealed class Net { public Tensor Forward(Tensor x) => F.Relu(x); } }",
        "// Outside.\npartial class Outer { [Module] internal sealed partial class Net { public Tensor Forward(Tensor x) => F.Relu(x); } }")]
    [InlineData(
        "[Op(\"x: *S -> y: *S\")] public struct CopyOp { public V Forward<V>(V x) where V : struct, IVector<V> => x; public V Backward<V>(V dy) where V : struct, IVector<V> => dy; } [Module] public partial class Net { public Tensor Forward([Shape(\"N, 3\")] Tensor x) => CopyOp.Apply(x); }",
        "[Op(\"x: *S -> y: *S\")] public partial struct CopyOp { public V Forward<V>(V x) where V : struct, IVector<V> => x; public V Backward<V>(V dy) where V : struct, IVector<V> => dy; } [Module] public partial class Net { public Tensor Forward([Shape(\"N, 3\")] Tensor x) => CopyOp.Apply(x); }")]
    public async Task Fix_MakesTypesAndTheirContainersPartial(string before, string after)
        => Assert.Equal(after, await FixedProgram.ApplyAsync(before, new MakePartialCodeFix()));
}

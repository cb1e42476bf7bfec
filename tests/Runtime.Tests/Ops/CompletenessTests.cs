using System.Reflection;
using NnGen.CompilerServices;

namespace NnGen.Tests.Ops;

/// <summary>What every op must have, found by looking at the assembly: a new op without samples fails here.</summary>
public class CompletenessTests
{
    /// <summary>Allowed distance from finite differences, relative to the largest element of the gradient, which is at least 1.</summary>
    private const double Tolerance = 2e-3;

    public static TheoryData<string, string> Samples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (op, samples) in OpSamples.All)
            {
                foreach (var sample in samples)
                    data.Add(op.Name, sample.Name);
            }

            return data;
        }
    }

    [Fact]
    public void EveryOpHasSamples() => Assert.Equal(Ops.Select(op => op.Name).Order(), OpSamples.All.Keys.Select(op => op.Name).Order());

    [Fact]
    public void EveryOpHasAContract()
    {
        foreach (var op in Ops)
        {
            var contract = op.GetProperty("Contract", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
            Assert.Equal(op.GetCustomAttribute<OpAttribute>()!.Contract, Assert.IsType<OpContract>(contract).Contract.Text);
        }
    }

    [Fact]
    public void EveryOpIsDifferentiableOrSaysThatItIsNot()
    {
        foreach (var (op, samples) in OpSamples.All)
        {
            var isDifferentiable = op.GetCustomAttribute<OpAttribute>()!.IsDifferentiable;
            foreach (var sample in samples)
            {
                var inputs = GradientCheck.Leaves(sample.Inputs, _ => true);
                var carries = sample.Apply(inputs).OfType<Tensor>().Any(result => result.RequiresGrad);
                Assert.True(
                    isDifferentiable == carries, $"{op.Name}, {sample.Name}: results {(carries ? "carry" : "do not carry")} a gradient");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void GradientsEqualFiniteDifferences(string op, string name)
    {
        var sample = Find(op, name);
        if (GradientCheck.IsDifferentiable(sample))
            GradientCheck.AssertClose(GradientCheck.FiniteDifferences(sample), GradientCheck.Gradients(sample), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void GradientsAccumulate(string op, string name)
    {
        var sample = Find(op, name);
        if (!GradientCheck.IsDifferentiable(sample))
            return;
        var once = GradientCheck.Gradients(sample);
        var twice = GradientCheck.Gradients(sample, passes: 2);
        GradientCheck.AssertClose([.. once.Select(g => g.Select(v => 2 * v).ToArray())], twice, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void UnwantedGradientsChangeNothing(string op, string name)
    {
        var sample = Find(op, name);
        if (!GradientCheck.IsDifferentiable(sample))
            return;
        var all = GradientCheck.Gradients(sample);
        for (var wanted = 0; wanted < all.Length; wanted++)
        {
            var alone = GradientCheck.Gradients(sample, isWanted: i => i == wanted);
            Assert.Equal(all[wanted], alone[wanted]);
            Assert.All(alone.Where((_, i) => i != wanted), Assert.Empty);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void OneTensorAsTwoInputsReceivesBothGradients(string op, string name)
    {
        var sample = Find(op, name);
        if (!sample.CanTie || !GradientCheck.IsDifferentiable(sample))
            return;
        var tied = new OpSample(name, [sample.Inputs[0], .. sample.Inputs[2..]], x => sample.Apply([x[0], x[0], .. x[1..]]));
        GradientCheck.AssertClose(GradientCheck.FiniteDifferences(tied), GradientCheck.Gradients(tied), Tolerance);
    }

    private static IEnumerable<Type> Ops => typeof(Tensor).Assembly.GetTypes().Where(type => type.IsDefined(typeof(OpAttribute)));

    private static OpSample Find(string op, string name) => OpSamples.All.Single(s => s.Key.Name == op).Value.Single(s => s.Name == name);
}

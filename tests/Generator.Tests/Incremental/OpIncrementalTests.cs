using Microsoft.CodeAnalysis;

namespace NnGen.Generator.Tests.Incremental;

/// <summary>An edit costs the ops that it changes.</summary>
public class OpIncrementalTests
{
    private const string First = """
        [Op("x: *S -> y: *S")]
        public readonly partial struct FirstOp(float factor)
        {
            public V Forward<V>(V x) where V : struct, IVector<V> => x * V.Create(factor);
            public V Backward<V>(V dy) where V : struct, IVector<V> => dy * V.Create(factor);
        }
        """;

    private static Generation Program() => new(
        ("First.cs", First),
        ("Second.cs", First.Replace("FirstOp", "SecondOp", StringComparison.Ordinal)),
        ("Plain.cs", "public static class Plain { public static int Value => 1; }"));

    [Fact]
    public void An_unrelated_edit_emits_nothing()
    {
        var run = Program().Edit("Plain.cs", "public static class Plain { public static int Value => 2; }").Ops;
        Assert.All(Reasons(run), reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached }));
        Assert.All(Emitted(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_body_is_not_part_of_what_is_generated()
    {
        var run = Program().Edit("First.cs", First.Replace("=> x * V.Create(factor)", "=> V.Create(factor) * x", StringComparison.Ordinal)).Ops;
        Assert.All(Emitted(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_contract_costs_its_own_op()
    {
        var run = Program().Edit("First.cs", First.Replace("float factor", "float factor, float other", StringComparison.Ordinal)).Ops;
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(run).Order());
        Assert.Single(Emitted(run), reason => reason == IncrementalStepRunReason.Modified);
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult run)
        => run.TrackedSteps[OpGenerator.ReadStep].SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> Emitted(GeneratorRunResult run)
        => run.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
}

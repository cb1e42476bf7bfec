using Microsoft.CodeAnalysis;

namespace NnGen.Generator.Tests.Incremental;

/// <summary>Which steps run after which edit. An edit costs the modules that it changes and those that call them.</summary>
public class IncrementalTests
{
    private const string Untouched = "Headers Cached, Lower Unchanged, Link Cached, Plan Cached, Emit Cached";

    private static Generation Program() => new(
        ("Inner.cs", """
            [Module] public partial class Inner
            {
                private readonly Parameter scale = new(Tensor.Ones(1));
                public Tensor Forward(Tensor x) => -(x * scale);
            }
            """),
        ("Outer.cs", """
            [Module] public partial class Outer
            {
                private readonly Inner inner = new();
                public Tensor Forward(Tensor x) => inner.Forward(x) + x;
            }
            """),
        ("Other.cs", "[Module] public partial class Other { public Tensor Forward(Tensor x) => -x - x; }"),
        ("Plain.cs", "public static class Plain { public static int Value => 1; }"));

    [Fact]
    public void The_generated_program_compiles() => Assert.Empty(Program().Diagnostics);

    [Fact]
    public void An_unrelated_edit_runs_nothing_after_lowering()
    {
        var run = Program().Edit("Plain.cs", "public static class Plain { public static int Value => 2; }").Modules;
        Assert.Equal(
            $"""
            Contracts Cached
            Inner: {Untouched}
            Other: {Untouched}
            Outer: {Untouched}
            """,
            StepReasons.Table(run));
        Assert.All(run.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    [Fact]
    public void A_comment_or_layout_changes_no_module()
    {
        var run = Program().Edit("Other.cs", """
            // a comment
            [Module] public partial class Other
            {
                public Tensor Forward(Tensor x)
                    => -x - x; // another
            }
            """).Modules;
        Assert.Equal(
            $"""
            Contracts Cached
            Inner: {Untouched}
            Other: {Untouched}
            Outer: {Untouched}
            """,
            StepReasons.Table(run));
    }

    [Fact]
    public void An_edit_of_a_body_reaches_its_own_module_only()
    {
        var run = Program().Edit("Inner.cs", """
            [Module] public partial class Inner
            {
                private readonly Parameter scale = new(Tensor.Ones(1));
                public Tensor Forward(Tensor x) => -x * scale;
            }
            """).Modules;
        Assert.Equal(
            $"""
            Contracts Unchanged
            Inner: Headers Cached, Lower Modified, Link Modified, Plan Modified, Emit Modified
            Other: {Untouched}
            Outer: {Untouched}
            """,
            StepReasons.Table(run));
    }

    [Fact]
    public void An_edit_of_a_contract_reaches_the_modules_that_call_it()
    {
        var run = Program().Edit("Inner.cs", """
            [Module] public partial class Inner
            {
                private readonly Parameter scale = new(Tensor.Ones(1));
                public Tensor Forward([Shape("N, 8")] Tensor x) => -(x * scale);
            }
            """).Modules;
        Assert.Equal(
            $"""
            Contracts Modified
            Inner: Headers Cached, Lower Modified, Link Modified, Plan Modified, Emit Modified
            Other: {Untouched}
            Outer: Headers Cached, Lower Unchanged, Link Modified, Plan Modified, Emit Modified
            """,
            StepReasons.Table(run));
    }

    [Fact]
    public void A_module_added_costs_itself()
    {
        var run = Program().Edit("Added.cs", "[Module] public partial class Added { public Tensor Forward(Tensor x) => x * 2f; }").Modules;
        Assert.Equal(
            $"""
            Contracts Modified
            Added: Headers New, Lower New, Link New, Plan New, Emit New
            Inner: {Untouched}
            Other: {Untouched}
            Outer: {Untouched}
            """,
            StepReasons.Table(run));
    }
}

using NnGen.Compiler.Ir;
using NnGen.Compiler.Planning;
using static NnGen.Compiler.Tests.HandMadeIr;

namespace NnGen.Compiler.Tests.Planning;

public class MethodPlannerTests
{
    [Fact]
    public void Only_what_backward_reads_outlives_the_forward_pass()
    {
        var plan = Plan(MnistForward());
        Assert.Equal(
            ["x1 forward 1 backward 3", "x2 forward 2 backward 2", "dx1 backward 2 backward 3", "dx2 backward 1 backward 2"],
            plan.Slots.Select(slot => $"{slot.Name} {slot.Written} {slot.LastRead}"));
        Assert.Equal([1, 2], plan.Slots.Where(slot => !slot.IsGradient).Select(slot => slot.LastForward));
    }

    [Fact]
    public void The_result_is_computed_where_the_caller_wants_it()
    {
        var step = Assert.IsType<OpCallStep>(Plan(MnistForward()).Forward[^1]);
        Assert.Contains(step.Arguments, argument => argument is TensorArgumentPlan { Operand: ParameterOperand { Name: "result" } });
    }

    [Fact]
    public void A_returned_input_is_copied_and_its_gradient_passed_on()
    {
        var plan = Plan(new MethodBuilder().Input("x").Return(0));
        Assert.IsType<CopyStep>(Assert.Single(plan.Forward));
        Assert.Equal(new InputTarget("dx", IsFirst: true), Assert.IsType<SeedStep>(Assert.Single(plan.Backward)).Target);
    }

    [Fact]
    public void A_value_returned_twice_is_computed_once_and_copied()
    {
        var method = new MethodBuilder().Input("x");
        var t = method.Op(Sin, 0);
        var plan = Plan(method.Return(t, t));
        Assert.Equal(new ParameterOperand("result2", DType.Float32), Assert.IsType<CopyStep>(plan.Forward[^1]).Target);
        Assert.Equal([true, false], plan.Backward.OfType<SeedStep>().Select(seed => ((SlotTarget)seed.Target).IsFirst));
    }

    [Fact]
    public void A_pointwise_result_takes_over_memory_that_nobody_reads_any_more()
    {
        var method = new MethodBuilder().Input("x");
        var plan = Plan(method.Return(method.Op(LayerNorm, method.Op(Exp, method.Op(LayerNorm, 0)))));
        var values = plan.Slots.Where(slot => !slot.IsGradient && slot.Name is not ("mean" or "mean1")).ToList();
        Assert.Single(values);
    }

    [Fact]
    public void Memory_that_backward_reads_is_not_taken_over()
    {
        var method = new MethodBuilder().Input("x");
        var plan = Plan(method.Return(method.Op(LayerNorm, method.Op(Sin, method.Op(LayerNorm, 0)))));
        Assert.Equal(2, plan.Slots.Count(slot => !slot.IsGradient && slot.Name is not ("mean" or "mean1")));
    }

    [Fact]
    public void What_is_wanted_is_asked_of_everything_that_lies_behind()
    {
        var plan = Plan(MnistForward());
        Assert.Equal(["wantsX1", "wantsX2"], plan.Wanted.Select(wanted => wanted.Name));
        Assert.Equal(
            [new InputWanted("dx"), new ParameterWanted("fc1.Weight", false), new ParameterWanted("fc1.Bias", true)],
            plan.Wanted[0].Terms);
        Assert.Equal(
            [new SlotWanted("wantsX1"), new ParameterWanted("fc2.Weight", false), new ParameterWanted("fc2.Bias", true)],
            plan.Wanted[1].Terms);
    }

    [Fact]
    public void A_parameter_used_twice_knows_itself_what_was_written()
    {
        var method = new MethodBuilder().Input("x");
        var weight = method.Parameter("weight");
        var plan = Plan(method.Return(method.Op(Linear, "t", "t", "t", [("x", method.Op(Linear, "t", "t", "t", [("x", 0), ("weight", weight)])), ("weight", weight)])));
        var targets = plan.Backward.OfType<OpCallStep>().SelectMany(step => step.Arguments).OfType<GradientArgumentPlan>().Where(argument => argument.Parameter == "dweight");
        Assert.All(targets, target => Assert.Equal(new MemberTarget("weight", false), target.Target));
        Assert.Single(plan.Parameters);
    }

    [Fact]
    public void Random_states_are_kept_for_the_backward_pass()
    {
        var method = new MethodBuilder().Input("x");
        var plan = Plan(method.Return(method.Op(Dropout, 0)));
        Assert.Equal(["random"], plan.Scalars.Select(scalar => scalar.Name));
        var capture = Assert.Single(Assert.IsType<OpCallStep>(plan.Forward[0]).Captures);
        Assert.StartsWith("global::NnGen.Rng.NextState(global::NnGen.DropoutOp.Draws(", capture.Value);
    }

    [Fact]
    public void Plans_are_equal_where_nothing_changed() => Assert.Equal(Plan(MnistForward()), Plan(MnistForward()));

    private static MethodPlan Plan(MethodIr method) => MethodPlanner.Plan(Link(method), 0, new MethodNames("Forward", "", "Forward"), NoShapes(method));
}

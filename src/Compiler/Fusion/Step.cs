using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Fusion;

/// <summary>
/// One call of the compiled passes: what remains of one or several statements after fusion. It answers what the reverse pass
/// and the planner ask, by the names of its tensors, whatever is called.
/// </summary>
/// <param name="Sources">The statements it stands for, in program order.</param>
/// <param name="Inputs">Values read, by the callee's names; absent ones are left out.</param>
/// <param name="Results">Values written, by the callee's names, those kept for Backward only included.</param>
internal abstract record Step(
    EquatableArray<StatementIr> Sources,
    EquatableArray<TensorArgument> Inputs,
    EquatableArray<TensorArgument> Results)
{
    /// <summary>Values that the forward pass may read when it comes to this step.</summary>
    public virtual IEnumerable<int> Reads => Inputs.Select(input => input.Value).Concat(Items);

    /// <summary>Values whose element its hyperparameters and conditions read.</summary>
    public IEnumerable<int> Items => Sources.SelectMany(source => source.ScalarsRead).SelectMany(ScalarFolding.Leaves).OfType<ItemIr>().Select(item => item.Value);

    /// <summary>Whether it computes nothing: its result is its first input under another shape.</summary>
    public virtual bool IsView => false;

    /// <summary>Whether Backward writes a gradient for this input.</summary>
    public abstract bool Differentiates(string input);

    /// <summary>Whether Backward takes the gradient of this result.</summary>
    public abstract bool TakesGradientOf(string result);

    /// <summary>Whether Backward reads this input or result.</summary>
    public abstract bool Saves(string tensor);

    /// <summary>Whether it writes to this input, a list, so that Backward reads the gradient of what it wrote.</summary>
    public virtual bool Extends(string input) => false;
}

/// <summary>A kernel op, perhaps with a pointwise op applied to its result in registers.</summary>
/// <param name="Op">The op.</param>
/// <param name="Epilogue">The pointwise op that its result passes through, or null.</param>
/// <param name="Folded">The step before, whose weight and bias take this one in where it is evaluated; or null.</param>
internal sealed record OpStep(
    EquatableArray<StatementIr> Sources,
    EquatableArray<TensorArgument> Inputs,
    EquatableArray<TensorArgument> Results,
    OpModel Op,
    OpEpilogue? Epilogue,
    OpStep? Folded = null) : Step(Sources, Inputs, Results)
{
    public override IEnumerable<int> Reads => Folded is null ? base.Reads : base.Reads.Concat(Folded.Reads);

    /// <summary>The statement that names the op and its hyperparameters.</summary>
    public OpIr Call => (OpIr)Sources[0];

    public string ForwardMethod => Epilogue?.ForwardMethod ?? "Forward";

    public string BackwardMethod => Epilogue?.BackwardMethod ?? "Backward";

    public EquatableArray<OpParameter> Forward => Epilogue?.Forward ?? Op.Forward;

    public EquatableArray<OpParameter> Backward => Epilogue?.Backward ?? Op.Backward;

    public override bool Differentiates(string input) => Has(OpParameterRole.InputGradient, input);

    public override bool TakesGradientOf(string result) => Has(OpParameterRole.OutputGradient, result);

    public override bool Saves(string tensor) => Has(OpParameterRole.Input, tensor) || Has(OpParameterRole.Output, tensor);

    private bool Has(OpParameterRole role, string target)
        => Backward.Any(parameter => parameter.Role == role && parameter.Target == target);
}

/// <summary>A chain of pointwise ops in one loop; of one op where there is nothing to fuse.</summary>
/// <param name="Chain">What is computed of each element.</param>
internal sealed record PointwiseStep(
    EquatableArray<StatementIr> Sources,
    EquatableArray<TensorArgument> Inputs,
    EquatableArray<TensorArgument> Results,
    Chain Chain) : Step(Sources, Inputs, Results)
{
    public override bool Differentiates(string input) => Chain.Backward.Differentiates(IndexOf(input));

    public override bool TakesGradientOf(string result) => true;

    public override bool Saves(string tensor) => tensor == Chain.ResultName ? Chain.Backward.ReadsResult : Chain.Backward.Reads(IndexOf(tensor));

    private static int IndexOf(string input) => Chain.InputNames.IndexOf(input[0]);
}

/// <summary>A result that shares its input's memory.</summary>
internal sealed record ViewStep(
    EquatableArray<StatementIr> Sources,
    EquatableArray<TensorArgument> Inputs,
    EquatableArray<TensorArgument> Results) : Step(Sources, Inputs, Results)
{
    public override bool IsView => true;

    public override bool Differentiates(string input) => true;

    public override bool TakesGradientOf(string result) => true;

    public override bool Saves(string tensor) => false;
}

/// <summary>
/// A buffer copied into the frame for a callee that takes operands, which point at memory that does not move: buffers, being
/// tensors that users made, may.
/// </summary>
internal sealed record StageStep(
    EquatableArray<StatementIr> Sources,
    EquatableArray<TensorArgument> Inputs,
    EquatableArray<TensorArgument> Results) : Step(Sources, Inputs, Results)
{
    public override bool Differentiates(string input) => false;

    public override bool TakesGradientOf(string result) => false;

    public override bool Saves(string tensor) => false;
}

/// <summary>A buffer or parameter that takes the elements of a value.</summary>
internal sealed record WriteStep(
    EquatableArray<StatementIr> Sources,
    EquatableArray<TensorArgument> Inputs,
    EquatableArray<TensorArgument> Results) : Step(Sources, Inputs, Results)
{
    /// <summary>The member's value before.</summary>
    public int Member => ((WriteIr)Sources[0]).Member;

    public override bool Differentiates(string input) => false;

    public override bool TakesGradientOf(string result) => false;

    public override bool Saves(string tensor) => false;
}

/// <summary>A child module that is not inlined. What it saves is its own affair, so all its tensors count as saved.</summary>
/// <param name="Callee">Its contract, or null where only the protocol is known.</param>
/// <param name="Method">The method called, where the contract is known.</param>
internal sealed record CallStep(
    EquatableArray<StatementIr> Sources,
    EquatableArray<TensorArgument> Inputs,
    EquatableArray<TensorArgument> Results,
    ModuleIr? Callee,
    MethodIr? Method) : Step(Sources, Inputs, Results)
{
    public CallIr Call => (CallIr)Sources[0];

    /// <summary>Name of an input, also where the contract is not known.</summary>
    public static string InputName(MethodIr? method, int index) => method?.Inputs[index].Name ?? "input" + index;

    /// <summary>The value passed as an input, or -1 where it is absent.</summary>
    public int InputAt(int index) => Inputs.FirstOrDefault(input => input.Name == InputName(Method, index))?.Value ?? -1;

    public override bool Differentiates(string input) => true;

    public override bool TakesGradientOf(string result) => true;

    public override bool Saves(string tensor) => true;
}

/// <summary>A loop or a branch, whose bodies are planned as methods of their own. As of a child, all its tensors count as saved.</summary>
internal sealed record OutlinedStep(
    EquatableArray<StatementIr> Sources,
    EquatableArray<TensorArgument> Inputs,
    EquatableArray<TensorArgument> Results) : Step(Sources, Inputs, Results)
{
    public OutlinedIr Statement => (OutlinedIr)Sources[0];

    /// <summary>Name of an input.</summary>
    public static string InputName(int index) => "input" + index;

    /// <summary>The value passed as an input, or -1 where it is absent.</summary>
    public int InputAt(int index) => Inputs.FirstOrDefault(input => input.Name == InputName(index))?.Value ?? -1;

    public override bool Differentiates(string input) => true;

    public override bool TakesGradientOf(string result) => true;

    public override bool Extends(string input) => true;

    public override bool Saves(string tensor) => true;
}

/// <summary>A list that is made, or one of its tensors written or read.</summary>
internal sealed record ListStep(
    EquatableArray<StatementIr> Sources,
    EquatableArray<TensorArgument> Inputs,
    EquatableArray<TensorArgument> Results) : Step(Sources, Inputs, Results)
{
    private const string ItemName = "item";

    public TensorListIr Statement => (TensorListIr)Sources[0];

    public override bool IsView => Statement.IsRead;

    /// <summary>The step of a statement; null where binding alone runs it.</summary>
    public static ListStep? Of(TensorListIr statement)
    {
        var sources = EquatableArray.Create<StatementIr>(statement);
        var list = new TensorArgument("list", statement.List);
        var item = new TensorArgument(ItemName, statement.Item);
        return statement.Action switch
        {
            ListAction.Create => new ListStep(sources, default, EquatableArray.Create(list)),
            ListAction.Add or ListAction.Insert or ListAction.Set => new ListStep(sources, EquatableArray.Create(list, item), default),
            ListAction.Get or ListAction.Take => new ListStep(sources, EquatableArray.Create(list), EquatableArray.Create(item)),
            _ => null,
        };
    }

    public override bool Differentiates(string input) => input == ItemName;

    public override bool TakesGradientOf(string result) => result == ItemName;

    public override bool Saves(string tensor) => false;

    public override bool Extends(string input) => Statement.IsWrite && input != ItemName;
}

/// <summary>A number or flag as a value.</summary>
internal sealed record NumberStep(EquatableArray<StatementIr> Sources, EquatableArray<TensorArgument> Results) : Step(Sources, default, Results)
{
    public NumberIr Number => (NumberIr)Sources[0];

    public override bool Differentiates(string input) => false;

    public override bool TakesGradientOf(string result) => false;

    public override bool Saves(string tensor) => false;
}

/// <summary>A tensor that is not there: nothing is computed.</summary>
internal sealed record AbsentStep(EquatableArray<StatementIr> Sources, EquatableArray<TensorArgument> Results) : Step(Sources, default, Results)
{
    public override bool Differentiates(string input) => false;

    public override bool TakesGradientOf(string result) => false;

    public override bool Saves(string tensor) => false;
}

/// <summary>A condition under which the pass throws.</summary>
internal sealed record CheckStep(EquatableArray<StatementIr> Sources) : Step(Sources, default, default)
{
    public CheckIr Check => (CheckIr)Sources[0];

    public override bool Differentiates(string input) => false;

    public override bool TakesGradientOf(string result) => false;

    public override bool Saves(string tensor) => false;
}

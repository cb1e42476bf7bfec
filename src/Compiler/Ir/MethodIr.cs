using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Ir;

/// <summary>One differentiable method of a module in static single assignment form.</summary>
/// <param name="Name">Its C# name; <c>Forward</c> gives <c>Call</c>, <c>Predict</c> and <c>ValueAndGrad</c> their plain names.</param>
/// <param name="Inputs">Tensor inputs, in order.</param>
/// <param name="Results">Tensor results, in order.</param>
/// <param name="Values">Every value, indexed by its id; inputs come first.</param>
/// <param name="Body">What is computed, in program order; null in a contract whose body cannot be inlined, and where <see cref="IsSelecting"/>.</param>
/// <param name="IsSelecting">Whether the method stands for several <see cref="Variant"/>s, of which binding selects one.</param>
/// <param name="Variant">For what the method computes under a condition: that condition. Variants stand after all methods that can be called.</param>
/// <param name="Turn">For a turn of a loop: what it says besides what it computes.</param>
/// <param name="IsRecomputed">Whether its values are computed again in the backward pass instead of being kept: it is called through the protocol.</param>
/// <param name="Scalars">What it takes besides tensors; a plan is bound for their values.</param>
/// <param name="Slot">For a method that overrides or can be overridden: metadata name of the class that declares it first.</param>
/// <param name="IsOverridable">Whether an instance may run another body: calls go through the protocol unless the exact class is known.</param>
/// <param name="Signature">What its entries are declared with; null in a contract, and where it is reached through the protocol alone.</param>
internal sealed record MethodIr(
    string Name,
    EquatableArray<InputIr> Inputs,
    EquatableArray<ResultIr> Results,
    EquatableArray<ValueIr> Values,
    BlockIr? Body,
    bool IsSelecting = false,
    VariantIr? Variant = null,
    TurnScalarsIr? Turn = null,
    bool IsRecomputed = false,
    EquatableArray<TurnVariable> Scalars = default,
    bool IsOverridable = false,
    string? Slot = null,
    SignatureIr? Signature = null)
{
    /// <summary>What tells it from its overloads, and what calls and the protocol name: <c>Forward(Float32, Int64; int)</c>.</summary>
    public string Key => KeyOf(Name, Inputs.Select(input => input.Type), Scalars.Select(scalar => scalar.Type));

    /// <summary>
    /// What the protocol names it by where callers know its class: of a method that a derived class hides and does not override, the
    /// base's version runs.
    /// </summary>
    public string SlotKey => Slot is null ? Key : Slot + "." + Key;

    /// <summary>Whether a body may give a result: an arm gives none where <see cref="AbsentIr"/> stands for it.</summary>
    public bool Gives(int result) => !Body!.Statements.Any(statement => statement is AbsentIr absent && absent.Result == Results[result].Value);

    /// <summary>Whether this is what a method computes under a condition.</summary>
    public bool IsVariantOf(MethodIr method) => Variant is not null && Key == method.Key;

    /// <summary>The key of a method with these tensor inputs and other parameters.</summary>
    public static string KeyOf(string name, IEnumerable<DType> inputs, IEnumerable<string> scalars)
        => $"{name}({string.Join(", ", inputs)}{string.Concat(scalars.Select((scalar, i) => (i == 0 ? "; " : ", ") + scalar))})";
}

/// <summary>The scalars of a turn of a loop, which binding computes over the turn's values.</summary>
/// <param name="Next">What the carried scalars are in the next turn, in the order of <see cref="LoopIr.Scalars"/>.</param>
/// <param name="Condition">Whether there is another turn, over what that turn takes, where <see cref="WhileTurnIr"/> counts.</param>
/// <param name="GoesOn">Whether the turn does not leave the loop; null where none does.</param>
internal sealed record TurnScalarsIr(EquatableArray<ScalarIr> Next, ScalarIr? Condition, ScalarIr? GoesOn = null)
{
    /// <summary>The same with every leaf replaced.</summary>
    public TurnScalarsIr Rewrite(Func<ScalarIr, ScalarIr> replace) => new(
        Next.Select(scalar => ScalarFolding.Rewrite(scalar, replace)!).ToEquatableArray(),
        Condition is null ? null : ScalarFolding.Rewrite(Condition, replace),
        GoesOn is null ? null : ScalarFolding.Rewrite(GoesOn, replace));
}

/// <summary>When a variant of a method runs. Variants of one method exclude each other and cover all cases.</summary>
/// <param name="Condition">What binding evaluates: readonly members, null tests, dims of inputs.</param>
internal sealed record VariantIr(ScalarIr Condition);

/// <summary>What callers in C# see of a method.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="ReturnType">C# type of what it returns; <c>void</c> where results are <c>out</c> parameters alone.</param>
/// <param name="Result">What it returns; null for <c>void</c>.</param>
internal sealed record SignatureIr(EquatableArray<ParameterIr> Parameters, string ReturnType, ResultFormIr? Result);

/// <summary>A parameter of a compiled method.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Type">C# type.</param>
/// <param name="Default">C# text of its default value, or null.</param>
/// <param name="Shape">Text of <c>[Shape]</c>, or null.</param>
/// <param name="Inputs">How its tensors are read: <c>x</c>, <c>state?.Item1</c>; empty for one that takes none.</param>
/// <param name="Out">For an <c>out</c> parameter: what it is given.</param>
internal sealed record ParameterIr(string Name, string Type, string? Default, string? Shape, EquatableArray<string> Inputs, ResultFormIr? Out)
{
    public bool IsScalar => Inputs.Count == 0 && Out is null;
}

/// <summary>How tensors make up a result: one tensor, or a tuple or record of such forms.</summary>
/// <param name="Index">Number of the tensor; -1 for a tuple or record.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Items">What a tuple or record is made of.</param>
/// <param name="Record">C# name of a record's type.</param>
/// <param name="Properties">What an initializer names the items; empty where a constructor takes them.</param>
internal sealed record ResultFormIr(int Index, DType Type, EquatableArray<ResultFormIr> Items, string? Record = null, EquatableArray<string> Properties = default);

internal enum DType
{
    Float32,
    Int64,
    Int32,
    Bool,
    UInt8,
    Float64,

    /// <summary>In an op's contract alone: the type of the arguments given, one for all that are marked so.</summary>
    Any,
}

/// <param name="Name">C# name of the parameter.</param>
/// <param name="Type">Element type.</param>
/// <param name="IsOptional">Whether null may be passed.</param>
/// <param name="Shape">Text of <c>[Shape]</c>, or null.</param>
/// <param name="Value">Id of its value.</param>
internal sealed record InputIr(string Name, DType Type, bool IsOptional, string? Shape, int Value);

/// <param name="Type">Element type.</param>
/// <param name="Shape">Text of <c>[return: Shape]</c>, or the inferred shape in a contract, or null.</param>
/// <param name="Value">Id of the value returned; -1 in a contract without body.</param>
/// <param name="IsInferred">Whether the shape follows from the body: what overrides the method may give another.</param>
internal sealed record ResultIr(DType Type, string? Shape, int Value, bool IsInferred = false);

internal enum ValueOrigin
{
    Input,
    Member,
    Statement,
}

/// <param name="Id">Index in <see cref="MethodIr.Values"/>.</param>
/// <param name="Name">The user's name for it (variable, member path with dots), used to name slots.</param>
/// <param name="Type">Element type.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Member">For a member: the path from <c>this</c>, e.g. <c>fc1.Weight</c>.</param>
/// <param name="MemberKind">For a member: parameter or buffer.</param>
/// <param name="IsNullable">Whether it may be null when the method runs.</param>
/// <param name="IsPublic">For a member: whether another class may read it.</param>
/// <param name="Shape">For a member: its shape in contract grammar over this module's constructor parameters, where known.</param>
/// <param name="IsNamed">Whether the name is the user's; a result that no variable holds has one that says what made it.</param>
/// <param name="IsList">Whether it is a list of such tensors, see <see cref="TensorListIr"/>.</param>
/// <param name="Version">For a member: how often the method has written to it before this value is read.</param>
internal sealed record ValueIr(
    int Id,
    string Name,
    DType Type,
    ValueOrigin Origin,
    string? Member = null,
    MemberKind MemberKind = MemberKind.Parameter,
    bool IsNullable = false,
    bool IsPublic = false,
    string? Shape = null,
    bool IsNamed = true,
    bool IsList = false,
    int Version = 0);

/// <summary>Statements in program order. Loops and branches hold blocks of their own.</summary>
internal sealed record BlockIr(EquatableArray<StatementIr> Statements)
{
    /// <summary>The statements, those of loops and branches included.</summary>
    public IEnumerable<StatementIr> All
        => Statements.SelectMany(statement => statement is OutlinedIr outlined ? outlined.Bodies.SelectMany(body => body.Body!.All).Prepend(statement) : [statement]);
}

/// <param name="Site">Number of the syntax node it comes from; the analyzers' side alone can turn it into a location.</param>
/// <param name="Text">The user's statement it stands in, on one line, for comments.</param>
/// <param name="Expression">The user's expression, on one line, for messages.</param>
internal abstract record StatementIr(int Site, string Text, string Expression)
{
    /// <summary>Whether no gradient flows through it: it stands under <c>NoGrad</c>.</summary>
    public bool IsDetached { get; init; }

    /// <summary>What a module written by hand states of the shapes of its method, where that is called.</summary>
    public DeclaredContractIr? Declared { get; init; }

    /// <summary>The scalars that it reads.</summary>
    public virtual IEnumerable<ScalarIr> ScalarsRead => [];

    /// <summary>The same with every leaf of its scalars replaced.</summary>
    public virtual StatementIr RewriteScalars(Func<ScalarIr, ScalarIr> replace) => this;
}

/// <summary>The text of <c>[ShapeContract]</c>.</summary>
/// <param name="Text">A contract over the first inputs and results of the call, and parameters of the module's constructor.</param>
/// <param name="Module">Path of the module.</param>
internal sealed record DeclaredContractIr(string Text, string Module);

/// <summary>An op applied to values.</summary>
/// <param name="Op">Metadata name of the class marked <c>[Op]</c>.</param>
/// <param name="Tensors">Values by the contract's input names, a variadic input's one after the other under one name; an absent optional input is left out.</param>
/// <param name="Scalars">Hyperparameters by name; those left out take the op's default.</param>
/// <param name="Results">Ids of the results that the contract lists before any saved ones.</param>
internal sealed record OpIr(
    int Site,
    string Text,
    string Expression,
    string Op,
    EquatableArray<TensorArgument> Tensors,
    EquatableArray<NamedScalar> Scalars,
    EquatableArray<int> Results) : StatementIr(Site, Text, Expression)
{
    public override IEnumerable<ScalarIr> ScalarsRead => Scalars.Select(scalar => scalar.Value);

    public override StatementIr RewriteScalars(Func<ScalarIr, ScalarIr> replace)
        => this with { Scalars = Scalars.Select(scalar => scalar with { Value = ScalarFolding.Rewrite(scalar.Value, replace)! }).ToEquatableArray() };
}

/// <summary>A child module called.</summary>
/// <param name="Target">Path of the child from <c>this</c>, e.g. <c>fc1</c> or <c>blocks.stem</c>; empty for <c>this</c>, <see cref="Base"/> for the base class's own version.</param>
/// <param name="TargetType">Metadata name of its declared type.</param>
/// <param name="Method"><see cref="MethodIr.Key"/> of the method called; <c>Call</c> stands as <c>Forward</c>.</param>
/// <param name="Inputs">Value ids in the order of the method's inputs; -1 for an absent one.</param>
/// <param name="Results">Ids of the results.</param>
/// <param name="TargetName">C# name of its declared type; empty where that is an interface or a type parameter.</param>
/// <param name="Scalars">What it takes besides tensors, in order.</param>
internal sealed record CallIr(
    int Site,
    string Text,
    string Expression,
    string Target,
    string TargetType,
    string Method,
    EquatableArray<int> Inputs,
    EquatableArray<int> Results,
    string TargetName = "",
    EquatableArray<ScalarIr> Scalars = default) : StatementIr(Site, Text, Expression)
{
    /// <summary>The target of <c>base.Forward(x)</c>.</summary>
    public const string Base = "base";

    /// <summary>Whether what the child computes on the way is computed again in the backward pass instead of being kept.</summary>
    public bool IsRecomputed { get; init; }

    /// <summary>Which results the method may leave null: binding says whether one is there.</summary>
    public EquatableArray<int> OptionalResults { get; init; }

    public override IEnumerable<ScalarIr> ScalarsRead => Scalars;

    public override StatementIr RewriteScalars(Func<ScalarIr, ScalarIr> replace)
        => this with { Scalars = Scalars.Select(scalar => ScalarFolding.Rewrite(scalar, replace)!).ToEquatableArray() };

    /// <summary>Whether the body that runs is this method's: one that can be overridden depends on what class the instance has.</summary>
    /// <param name="method">The method called.</param>
    /// <param name="module">The module in which the call stands.</param>
    /// <param name="callee">The module that declares the method.</param>
    public bool RunsBodyOf(MethodIr method, ModuleIr module, ModuleIr callee)
        => Target == Base || !method.IsOverridable || (module.Members.FirstOrDefault(member => member.Name == Target)?.IsExact ?? callee.Type.IsSealed);

    /// <summary>Whether a child is called, not a method of the module's own.</summary>
    public bool IsOfChild => Target.Length > 0 && Target != Base;
}

/// <summary>
/// Turns of one body, whose count is known when bound. The body is a method of its own over what it reads of its surroundings
/// and over what each turn gives to the next.
/// </summary>
/// <param name="Turn">How the turns are counted.</param>
/// <param name="Outer">What the method takes besides tensors, variables of the loops around it, and scalars that loops before have computed.</param>
/// <param name="Inputs">What the body reads of its surroundings, then what the first turn starts with, -1 for null: the body's inputs.</param>
/// <param name="Results">What the last turn gives: the body's results.</param>
/// <param name="Scalars">What each turn gives to the next besides tensors.</param>
/// <param name="Body">One turn.</param>
/// <param name="IsOpen">Whether only a call knows how many turns there are: the last that is carried is a flag that says whether there is another.</param>
/// <param name="Given">How many of the first results a turn may give and none takes: what is returned from the middle of the loop.</param>
internal sealed record LoopIr(
    int Site,
    string Text,
    string Expression,
    TurnIr Turn,
    EquatableArray<TurnVariable> Outer,
    EquatableArray<int> Inputs,
    EquatableArray<int> Results,
    EquatableArray<CarriedScalarIr> Scalars,
    MethodIr Body,
    bool IsOpen = false,
    int Given = 0) : OutlinedIr(Site, Text, Expression, Outer, Inputs, Results)
{
    /// <summary>Name of what a turn says about <see cref="TurnScalarsIr.GoesOn"/>.</summary>
    public const string GoesOn = "goesOn";

    public override EquatableArray<TurnVariable> Scope
        => Outer.Concat(Turn.Variable is { } variable ? [variable] : []).Concat(Scalars.Select(scalar => scalar.Variable)).ToEquatableArray();

    public override IEnumerable<MethodIr> Bodies => [Body];

    public override IEnumerable<ScalarIr> ScalarsRead => Turn.ScalarsRead.Concat(Scalars.Select(scalar => scalar.From));

    public override OutlinedIr RewriteBodies(Func<MethodIr, MethodIr> rewrite) => this with { Body = rewrite(Body) };

    public override StatementIr RewriteScalars(Func<ScalarIr, ScalarIr> replace) => this with
    {
        Turn = Turn.RewriteScalars(replace),
        Scalars = Scalars.Select(scalar => scalar with { From = ScalarFolding.Rewrite(scalar.From, replace)! }).ToEquatableArray(),
    };
}

/// <summary>A number that each turn gives to the next and that binding computes: <c>dilation *= 2</c>. After the loop it is a <see cref="BoundScalarIr"/>.</summary>
/// <param name="Variable">Its name and type.</param>
/// <param name="From">What the first turn starts with.</param>
internal sealed record CarriedScalarIr(TurnVariable Variable, ScalarIr From)
{
    /// <summary>Name of what a turn gives for the next.</summary>
    public string Next => Variable.Name + "Next";
}

/// <summary>What differs from turn to turn: a module of a list, a number.</summary>
/// <param name="Name">C# name in generated code.</param>
/// <param name="Type">C# type name.</param>
internal sealed record TurnVariable(string Name, string Type);

/// <summary>How the turns of a loop are counted.</summary>
/// <param name="Variable">What differs from turn to turn; null where only what is carried does.</param>
internal abstract record TurnIr(TurnVariable? Variable)
{
    /// <summary>The scalars that it reads.</summary>
    public virtual IEnumerable<ScalarIr> ScalarsRead => [];

    /// <summary>The same with every leaf of its scalars replaced.</summary>
    public virtual TurnIr RewriteScalars(Func<ScalarIr, ScalarIr> replace) => this;
}

/// <summary>One turn for each module of a list.</summary>
/// <param name="List">Path of the list.</param>
internal sealed record EachTurnIr(TurnVariable Variable, string List) : TurnIr(Variable);

/// <summary>Turns that nothing counts: the flag of an open loop alone says whether there is another.</summary>
internal sealed record OpenTurnIr() : TurnIr((TurnVariable?)null);

/// <summary>Turns while the body's condition holds.</summary>
/// <param name="IsAfter">Whether it is asked after each turn, so that there is at least one.</param>
internal sealed record WhileTurnIr(bool IsAfter) : TurnIr((TurnVariable?)null);

/// <summary>One turn for each number.</summary>
/// <param name="From">The first number.</param>
/// <param name="Comparison">C# operator that compares a number with <paramref name="Until"/>.</param>
/// <param name="Until">The bound.</param>
/// <param name="Advance">C# operator that gives the next number: <c>+=</c> or <c>-=</c>.</param>
/// <param name="Step">The distance to the next number.</param>
internal sealed record CountedTurnIr(TurnVariable Variable, ScalarIr From, string Comparison, ScalarIr Until, string Advance, ScalarIr Step)
    : TurnIr(Variable)
{
    public override IEnumerable<ScalarIr> ScalarsRead => [From, Until, Step];

    public override TurnIr RewriteScalars(Func<ScalarIr, ScalarIr> replace) => this with
    {
        From = ScalarFolding.Rewrite(From, replace)!,
        Until = ScalarFolding.Rewrite(Until, replace)!,
        Step = ScalarFolding.Rewrite(Step, replace)!,
    };
}

internal sealed record TensorArgument(string Name, int Value);

using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>How a method is bound to the shapes of its inputs: in program order, whatever was fused.</summary>
/// <param name="Hypers">Hyperparameters that shape texts may name.</param>
/// <param name="Lines">Ops and children.</param>
/// <param name="Fields">What the passes read of it.</param>
/// <param name="Results">Shapes of the results.</param>
internal sealed record BindPlan(
    EquatableArray<BoundHyper> Hypers,
    EquatableArray<BindLine> Lines,
    EquatableArray<FieldPlan> Fields,
    EquatableArray<BoundResult> Results);

/// <param name="Name">Its name in shape texts.</param>
/// <param name="Expression">C# expression that reads it.</param>
internal sealed record BoundHyper(string Name, string Expression);

internal abstract record BindLine;

/// <param name="Local">The local that holds the bound op.</param>
/// <param name="Type">C# name of the op.</param>
/// <param name="Site">The user's words for it, for messages.</param>
/// <param name="Inputs">Shapes in the contract's order.</param>
/// <param name="Scalars">C# expressions of the hyperparameters that the contract mentions, in order.</param>
internal sealed record BindOp(string Local, string Type, string Site, EquatableArray<ShapePlan> Inputs, EquatableArray<string> Scalars) : BindLine;

/// <param name="Plan">The local and the field that hold the child's plan.</param>
/// <param name="Target">Path of the module; empty for <c>this</c>.</param>
/// <param name="Key">Key of the method in the protocol.</param>
/// <param name="Bind">Name of the method that binds it where the body that runs is known, else null.</param>
/// <param name="IsCast">Whether the module is known by an interface or a type parameter, or is this one.</param>
/// <param name="Inputs">Shapes of its inputs.</param>
/// <param name="Scalars">C# expressions of what it takes besides tensors.</param>
/// <param name="IsRecomputed">Whether the backward pass runs its forward pass again.</param>
internal sealed record BindChild(
    string Plan,
    string Target,
    string Key,
    string? Bind,
    bool IsCast,
    EquatableArray<ShapePlan> Inputs,
    EquatableArray<string> Scalars,
    bool IsRecomputed) : BindLine;

/// <summary>A loop, turn by turn.</summary>
/// <param name="Local">The local that binds the turns.</param>
/// <param name="Plan">The local and the field that hold the plan of the whole loop.</param>
/// <param name="Turn">The local that holds the plan of one turn.</param>
/// <param name="Header">The C# loop over the turns.</param>
/// <param name="Footer">What stands after its body; null for nothing.</param>
/// <param name="Bind">Name of the method that binds a turn.</param>
/// <param name="Inputs">Shapes of what the turns read, then of what the first starts with.</param>
/// <param name="Carried">Types of what each turn gives to the next.</param>
/// <param name="Variables">Names of the variables that the turn reads.</param>
/// <param name="Lists">Names of what binds the lists that it takes.</param>
/// <param name="Scalars">What each turn gives to the next besides tensors.</param>
/// <param name="Exit">The field of a turn's plan that says whether the turn does not leave the loop; null where none does.</param>
/// <param name="IsOpen">Whether only a call knows how many turns there are.</param>
/// <param name="IsCounted">Whether there is a last one.</param>
/// <param name="Given">How many of the first that are carried no turn takes.</param>
internal sealed record BindLoop(
    string Local,
    string Plan,
    string Turn,
    string Header,
    string? Footer,
    string Bind,
    EquatableArray<ShapePlan> Inputs,
    EquatableArray<DType> Carried,
    EquatableArray<string> Variables,
    EquatableArray<string> Lists,
    EquatableArray<BoundScalar> Scalars,
    string? Exit,
    bool IsOpen,
    bool IsCounted,
    int Given) : BindLine;

/// <param name="Type">C# type name.</param>
/// <param name="Name">The local.</param>
/// <param name="From">C# expression of what it is before the first turn.</param>
/// <param name="Next">The field of a turn's plan that holds what it is in the next.</param>
internal sealed record BoundScalar(string Type, string Name, string From, string Next);

/// <summary>A branch. Where binding knows which arm runs, that one alone is bound.</summary>
/// <param name="Plan">The local and the field that hold its plan.</param>
/// <param name="IsKnown">Whether binding knows which arm runs.</param>
/// <param name="Arms">The arms.</param>
/// <param name="Inputs">Shapes of what the arms read.</param>
/// <param name="Variables">Names of the variables of turns that the arms read.</param>
/// <param name="Lists">Names of what binds the lists that they take.</param>
/// <param name="Results">Names of what the arms give, for messages.</param>
internal sealed record BindBranch(
    string Plan,
    bool IsKnown,
    EquatableArray<BindArm> Arms,
    EquatableArray<ShapePlan> Inputs,
    EquatableArray<string> Variables,
    EquatableArray<string> Lists,
    EquatableArray<string> Results) : BindLine;

/// <param name="Condition">C# expression under which the arm runs, or may run; null where there is none.</param>
/// <param name="Bind">Name of the method that binds it; null for an arm that gives inputs back.</param>
/// <param name="Unchanged">Which inputs such an arm gives back.</param>
internal sealed record BindArm(string? Condition, string? Bind, EquatableArray<int> Unchanged);

/// <summary>An action on a list, over shapes.</summary>
/// <param name="Local">The local that holds what it gives; null for nothing.</param>
/// <param name="Value">The C# expression.</param>
internal sealed record BindList(string? Local, string Value) : BindLine;

/// <param name="Check">The C# statement.</param>
internal sealed record BindCheck(string Check) : BindLine;

/// <summary>A check that what is written to a member has its shape.</summary>
/// <param name="Target">Path of the member.</param>
/// <param name="Shape">The shape of what is written.</param>
internal sealed record BindWrite(string Target, ShapePlan Shape) : BindLine;

/// <summary>What a child gives, for the table of a module's layers.</summary>
/// <param name="Target">Path of the child.</param>
/// <param name="Shape">The shape of its first result.</param>
/// <param name="IsCast">Whether the child is known by an interface or a type parameter.</param>
internal sealed record BindLayer(string Target, ShapePlan Shape, bool IsCast = false) : BindLine;

/// <summary>What a child gives that is the op bound in the line before.</summary>
/// <param name="Target">Path of the child.</param>
/// <param name="Op">Local of the op.</param>
internal sealed record BindOpLayer(string Target, string Op) : BindLine;

/// <summary>A field of the plan, filled when bound.</summary>
/// <param name="Type">C# type name.</param>
/// <param name="Name">Its name, in the frame as well.</param>
internal abstract record FieldPlan(string Type, string Name);

/// <summary>A symbol of the inputs' shapes.</summary>
internal sealed record SymbolField(string Name, string Symbol) : FieldPlan("int", Name);

/// <summary>A dim of a bound op that is not known in terms of the inputs.</summary>
internal sealed record DimField(string Name, string Op, string Dim) : FieldPlan("int", Name);

/// <summary>The alternative of a contract that matched.</summary>
internal sealed record AlternativeField(string Name, string Op) : FieldPlan("int", Name);

/// <summary>Whether an optional input is absent.</summary>
internal sealed record AbsentField(string Name, ShapePlan Shape) : FieldPlan("bool", Name);

/// <summary>One dim of a value.</summary>
/// <param name="Rank">How many dims the value must have; null for any number.</param>
internal sealed record AxisField(string Name, ShapePlan Shape, int Axis, int? Rank) : FieldPlan("int", Name);

/// <summary>The number of dims of a value.</summary>
internal sealed record RankField(string Name, ShapePlan Shape) : FieldPlan("int", Name);

/// <summary>A number that binding computes.</summary>
/// <param name="Value">C# expression.</param>
internal sealed record ScalarField(string Type, string Name, string Value) : FieldPlan(Type, Name);

/// <summary>A whole shape that an op asks for.</summary>
internal sealed record ShapeField(string Name, ShapePlan Shape) : FieldPlan("global::NnGen.Shape", Name);

/// <summary>The shapes of a variadic input.</summary>
internal sealed record ShapesField(string Name, EquatableArray<ShapePlan> Shapes) : FieldPlan("global::NnGen.Shape[]", Name);

/// <summary>Where a tensor of a list is in the list's memory.</summary>
/// <param name="Value">C# expression.</param>
internal sealed record PartField(string Name, string Value) : FieldPlan("global::NnGen.CompilerServices.Slot", Name);

/// <summary>Where the tensors of a list are.</summary>
/// <param name="Items">The local that holds them.</param>
internal sealed record PartsField(string Name, string Items) : FieldPlan("global::NnGen.CompilerServices.Slot[]", Name);

/// <summary>How the inputs of a pointwise function are broadcast; null where none is.</summary>
internal sealed record LayoutField(string Name, ShapePlan Result, EquatableArray<ShapePlan> Inputs)
    : FieldPlan("global::NnGen.CompilerServices.BroadcastLayout?", Name);

/// <param name="Text">The shape that <c>[return: Shape]</c> states, or null.</param>
/// <param name="Shape">The shape that comes out.</param>
internal sealed record BoundResult(string? Text, ShapePlan Shape);

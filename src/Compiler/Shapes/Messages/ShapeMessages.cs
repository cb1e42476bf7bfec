using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>
/// The words for every mismatch: what was expected, what is there, and the likely fix. Diagnostics and exceptions both take
/// them from here, so that a mistake reads the same whenever it is found.
/// </summary>
internal sealed class ShapeMessages
{
    private const int MaxFactor = 64;

    private readonly Contract _contract;
    private readonly CallSite _site;
    private readonly IReadOnlyList<SymbolicShape?> _shapes;
    private readonly int _variadicCount;

    private ShapeMessages(Contract contract, CallSite site, IReadOnlyList<SymbolicShape?> shapes)
    {
        _contract = contract;
        _site = site;
        _shapes = shapes;
        _variadicCount = shapes.Count - (contract.Inputs.Count - 1);
    }

    /// <param name="shapes">Of the inputs, in the contract's order; null where absent.</param>
    public static string Write(Mismatch mismatch, Contract contract, CallSite site, IReadOnlyList<SymbolicShape?> shapes)
        => new ShapeMessages(contract, site, shapes).Write(mismatch);

    /// <summary>What must hold where nothing is proven or refuted.</summary>
    public static string WriteCondition(Mismatch mismatch, Contract contract, CallSite site, IReadOnlyList<SymbolicShape?> shapes)
        => $"'{site.Callee}' fits only where {new ShapeMessages(contract, site, shapes).Condition(mismatch)}, which is checked when bound{(Promise(mismatch) is { } promise ? $": {promise} says so" : "")}";

    /// <summary>The <c>[Dim]</c> that would prove two sizes equal, usual where sizes are halved and doubled again; null where there is none.</summary>
    public static string? Promise(Mismatch mismatch)
    {
        var sizes = mismatch.Related.ToArray();
        var names = sizes.SelectMany(size => size.Symbols()).Distinct().ToArray();
        if (mismatch is PackMismatch || sizes.Length != 2 || names.Length != 1)
            return null;
        for (var factor = 2; factor <= MaxFactor; factor++)
        {
            var facts = new DimFacts();
            facts.Assume(names[0], multipleOf: factor);
            if (DimComparison.AreEqual(sizes[0], sizes[1], facts) == Truth.Proven)
                return $"[Dim(\"{names[0]}\", MultipleOf = {factor})]";
        }

        return null;
    }

    /// <summary>A result is not what <c>[return: Shape]</c> says.</summary>
    public static string WriteResult(string method, string declared, SymbolicShape found)
        => $"'{method}' declares its result as [{declared}], but it is {found}";

    /// <summary>A value that one arm of a condition gives another shape than the other.</summary>
    public static string WriteArms(string value, object one, object other)
        => $"'{value}' is {one} on one way and {other} on the other: what follows is planned for one shape";

    /// <summary>What is written to a buffer or parameter has another shape.</summary>
    public static string WriteStored(string member, SymbolicShape expected, SymbolicShape found)
        => $"'{member}' is {expected} and keeps its shape, but a tensor of {found} is written to it";

    /// <summary>A called module in which something does not fit.</summary>
    /// <param name="site">The call.</param>
    /// <param name="given">Shapes of what it is called with.</param>
    /// <param name="cause">What does not fit.</param>
    public static string WriteInstance(CallSite site, IReadOnlyList<SymbolicShape?> given, string cause)
    {
        var inputs = Enumerable.Range(0, given.Count).Where(i => given[i] is not null).Select(i => $"'{site.Arguments[i].Text}' {given[i]}");
        return $"'{site.Callee}'{(site.Created is null ? "" : $" ({site.Created})")} cannot take {string.Join(" and ", inputs)}: {cause}";
    }

    /// <summary>A module that fits for no input as it is created.</summary>
    public static string WriteCreation(string created, string cause) => $"'{created}' can never run: {cause}";

    /// <summary>A size of inputs that would have to be two numbers.</summary>
    public static string WriteTwoSizes(string name, (string Callee, long Size) one, (string Callee, long Size) other)
        => $"{name} would have to be {one.Size} for '{one.Callee}' and {other.Size} for '{other.Callee}': a name stands for one size";

    private string Write(Mismatch mismatch) => mismatch switch
    {
        SizeMismatch size => Write(size),
        RankMismatch rank => Write(rank),
        PackMismatch pack => Write(pack),
        BroadcastMismatch broadcast => Write(broadcast),
        TypeMismatch type => $"'{_site.Callee}' takes {Name(type.Input)} as {TypeName(type.Expected)}, but it is {TypeName(type.Found)}",
        MissingInput missing => $"'{_site.Callee}' needs {Name(missing.Input)}, which is null",
        DivisibilityMismatch division => Write(division),
        DerivedMismatch derived => $"'{_site.Callee}' gives {derived.Name} = {derived.Value}{FromInputs()}: it must be at least {derived.Minimum}",
        RuleMismatch rule => $"'{_site.Callee}' cannot take {NameOf(rule.Shape)}{rule.Shape}: {rule.Reason}",
        ArithmeticMismatch arithmetic => $"'{_site.Callee}' has no shape{FromInputs()}: {arithmetic.Reason}",
        GuardMismatch guard => $"'{_site.Callee}' has no case for these options: {guard.Text} does not hold",
        _ => $"'{_site.Callee}' does not fit",
    };

    private string Condition(Mismatch mismatch) => mismatch switch
    {
        SizeMismatch { Found.IsConstant: true } size => $"{size.Expected} = {size.Found}",
        SizeMismatch size => $"{size.Found} = {size.Expected}",
        RankMismatch rank => $"{Name(rank.Input)} has {Rank(rank)}",
        PackMismatch pack => $"{Name(pack.Input)} is {pack.Expected}",
        BroadcastMismatch broadcast => $"{broadcast.LeftSize} = {broadcast.RightSize} or one of them is 1",
        DivisibilityMismatch division => $"{division.Value} is a multiple of {division.Divisor}",
        DerivedMismatch derived => $"{derived.Value} >= {derived.Minimum}",
        RuleMismatch { Condition: { } condition } => condition,
        GuardMismatch guard => guard.Text,
        _ => "its shapes are known",
    };

    private string Write(RankMismatch rank)
        => $"'{_site.Callee}' takes {Made(rank.Input)} with {Rank(rank)}, but it is {Shape(rank.Input)}";

    private static string Rank(RankMismatch rank)
        => $"{(rank.AtLeast ? "at least " : "")}{rank.Expected} dim{(rank.Expected == 1 ? "" : "s")} [{rank.Pattern}]";

    private string Write(BroadcastMismatch mismatch)
        => $"'{_site.Callee}' cannot broadcast {Made(mismatch.Left)} {Shape(mismatch.Left)} with {Made(mismatch.Right)} {Shape(mismatch.Right)}: "
            + $"{mismatch.LeftSize} and {mismatch.RightSize} at dim {mismatch.Axis} are neither equal nor 1";

    private string Write(PackMismatch pack)
    {
        var match = pack.Source is { } source ? $" to match {Made(source)} {Shape(source)}" : "";
        return $"'{_site.Callee}' takes {Made(pack.Input)} as {pack.Expected}{match}, but it is {Shape(pack.Input)}{Advice(pack)}";
    }

    /// <summary>The usual mistakes with targets: a last dim of size 1 too many or too few, and rows of scores where indices are taken.</summary>
    private string Advice(PackMismatch pack)
    {
        if (ShapeOf(pack.Input) is not { HasRank: true } found || pack.Expected is not { HasRank: true } expected)
            return "";
        if (IsColumnOf(expected, found))
            return ": drop its last dim";
        if (IsColumnOf(found, expected))
            return ": give it a last dim of size 1";
        return _contract.Inputs[pack.Input.Index].Type == ElementType.Long && found.Dims.Count > expected.Dims.Count ? ": give one index each, not a row" : "";
    }

    private static bool IsColumnOf(SymbolicShape shape, SymbolicShape column)
        => column.Dims.Count == shape.Dims.Count + 1 && column.Dims[shape.Dims.Count] == Dim.One && column.Dims.Take(shape.Dims.Count).SequenceEqual(shape.Dims);

    /// <summary>A dim by its place, anything else by its expression.</summary>
    private string Write(DivisibilityMismatch division)
    {
        foreach (var position in Enumerable.Range(0, _shapes.Count).Where(i => _shapes[i] is { HasRank: true } && !IsMember(i)))
        {
            var axes = Enumerable.Range(0, _shapes[position]!.Dims.Count).Where(axis => _shapes[position]!.Dims[axis] == division.Value).ToArray();
            if (axes.Length == 1)
                return $"'{_site.Callee}' takes a multiple of {division.Divisor} at dim {axes[0]}, but '{TextOf(position)}' is {_shapes[position]}";
        }

        return $"'{_site.Callee}' needs {division.Name} to be a multiple of {division.Divisor}, but it is {division.Value}{FromInputs()}";
    }

    private string Write(SizeMismatch mismatch)
    {
        var (at, expected, found, owner) = (mismatch.At, mismatch.Expected, mismatch.Found, mismatch.Source?.Input);
        if (mismatch.Source is { } first && !IsMember(first.Input))
        {
            if (!IsMember(at.Input))
            {
                return $"'{_site.Callee}' takes equal sizes at dim {first.Axis} of {Made(first.Input)} and dim {at.Axis} of {Made(at.Input)}, "
                    + $"but {Name(first.Input)} is {Shape(first.Input)} and {Name(at.Input)} is {Shape(at.Input)}: {expected} and {found} differ";
            }

            // The member says what is taken; the value that came first has something else.
            (at, expected, found, owner) = (first, found, expected, at.Input);
        }

        var noun = DimNouns.Find(mismatch.Name);
        var taken = noun is null ? $"{expected} at dim {at.Axis}" : $"{expected} {noun}";
        var since = owner is { } other && !IsOfCallee(other) ? $" since {Name(other)} is {Shape(other)}" : "";
        return $"'{_site.Callee}' takes {taken}{since}, but {Made(at.Input)} is {Shape(at.Input)}{Advice(at, expected, found, IsTaken(mismatch, owner))}";
    }

    /// <summary>Whether the callee can be made with another size: a parameter of it says the size, or a number that it was made with.</summary>
    private bool IsTaken(SizeMismatch mismatch, InputRef? owner)
        => owner is { } parameter ? IsOfCallee(parameter) : mismatch.Source is null && IsMadeWith(mismatch);

    private bool IsMadeWith(SizeMismatch mismatch) => _site.Arguments.Count > 0 && _contract.Hypers.Contains(mismatch.Name);

    private string Advice(DimRef at, Dim expected, Dim found, bool isTaken)
    {
        // No module can be made with a number of samples.
        var other = isTaken && found.IsConstant == expected.IsConstant ? $": let '{_site.Callee}' take {found}" : "";
        if (FlattenFrom(at, expected) is not { } start)
            return other;
        var last = ShapeOf(at.Input)!.Dims.Skip(start).ToArray();
        var product = string.Join("·", last.Select(Factor));
        var sum = product == expected.ToString() ? "" : $" ({product} = {expected})";
        return $": flatten it {(start == 1 ? "" : $"from dim {start} ")}first{sum}";
    }

    /// <summary>The dim from which flattening gives a tensor the last dim that is taken; null where that does not help.</summary>
    private int? FlattenFrom(DimRef at, Dim expected)
    {
        if (ShapeOf(at.Input) is not { HasRank: true } shape || at.Axis != shape.Dims.Count - 1)
            return null;
        for (var start = 1; start < shape.Dims.Count - 1; start++)
        {
            if (Dim.Product(shape.Dims.Skip(start)) == expected)
                return start;
        }

        return null;
    }

    /// <summary>How a size that a layer takes can be mended; null where that is not evident.</summary>
    /// <param name="shapes">Of the inputs, in the contract's order; null where absent.</param>
    public static ShapeFix? Fix(Mismatch mismatch, Contract contract, CallSite site, IReadOnlyList<SymbolicShape?> shapes)
    {
        var messages = new ShapeMessages(contract, site, shapes);
        if (mismatch is SizeMismatch { Source: null, Expected.Value: { } made, Found.Value: { } wanted } hyper && messages.IsMadeWith(hyper))
            return new ShapeFix(site.Callee, made, wanted, messages.FlattenFrom(hyper.At, hyper.Expected));
        if (mismatch is not SizeMismatch { Source: { } first } size || !messages.IsOfCallee(size.At.Input) || messages.IsMember(first.Input))
            return null;
        return size is { Found.Value: { } taken, Expected.Value: { } given } ? new ShapeFix(site.Callee, taken, given, messages.FlattenFrom(first, size.Found)) : null;
    }

    /// <summary>Whether a parameter belongs to the module that is called, as <c>fc1.Weight</c> to <c>fc1</c>.</summary>
    private bool IsOfCallee(InputRef input) => IsMember(input) && (_site.Arguments.Count == 0 || TextOf(Position(input)).StartsWith(_site.Callee + ".", System.StringComparison.Ordinal));

    private static string Factor(Dim dim) => dim.Terms.Count > 1 ? $"({dim})" : dim.ToString();

    private string FromInputs()
    {
        var inputs = Enumerable.Range(0, _shapes.Count).Where(i => _shapes[i] is not null && !IsMember(i)).Select(i => $"'{TextOf(i)}' {_shapes[i]}").ToArray();
        return inputs.Length == 0 ? "" : " for " + string.Join(" and ", inputs);
    }

    /// <summary>The argument that has a shape, where there is one: a rule may also have been applied to a part.</summary>
    private string NameOf(SymbolicShape shape)
    {
        for (var i = 0; i < _shapes.Count; i++)
        {
            if (shape.Equals(_shapes[i]))
                return $"'{TextOf(i)}' ";
        }

        return "";
    }

    private string Name(InputRef input) => $"'{TextOf(Position(input))}'";

    /// <summary>A tensor, and what computed it where its name does not say that.</summary>
    private string Made(InputRef input)
    {
        var position = Position(input);
        return position < _site.Arguments.Count && _site.Arguments[position].Maker is { } maker ? $"{Name(input)} from '{maker}'" : Name(input);
    }

    private string Shape(InputRef input) => ShapeOf(input)?.ToString() ?? "null";

    private SymbolicShape? ShapeOf(InputRef input) => _shapes[Position(input)];

    private int Position(InputRef input)
    {
        var position = input.Index + input.Item;
        for (var i = 0; i < input.Index; i++)
        {
            if (_contract.Inputs[i].IsVariadic)
                position += _variadicCount - 1;
        }

        return position;
    }

    private string TextOf(int position)
        => position < _site.Arguments.Count && _site.Arguments[position].Text.Length > 0 ? _site.Arguments[position].Text : ContractName(position);

    private string ContractName(int position)
    {
        for (var i = 0; i < _contract.Inputs.Count; i++)
        {
            var input = _contract.Inputs[i];
            var count = input.IsVariadic ? _variadicCount : 1;
            if (position < count)
                return input.IsVariadic ? $"{input.Name}[{position}]" : input.Name;
            position -= count;
        }

        return "";
    }

    private bool IsMember(InputRef input) => IsMember(Position(input));

    /// <summary>Without a list of arguments, PyTorch's names tell parameters from values.</summary>
    private bool IsMember(int position)
        => _site.Arguments.Count > 0
            ? position < _site.Arguments.Count && _site.Arguments[position].IsMember
            : ContractName(position) is "weight" or "bias";

    private static string TypeName(ElementType type) => type.ToString().ToLowerInvariant();
}

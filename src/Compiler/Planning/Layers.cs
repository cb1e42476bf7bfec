using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Planning;

/// <summary>The table of a module's members in its documentation: what each is, what it gives, how many parameters it has.</summary>
internal sealed class Layers
{
    private static readonly MethodShapes s_noShapes = new(0, []);

    private readonly LinkedModule _linked;
    private readonly InferredModule _inferred;

    /// <summary>Types of the modules whose members are being counted: what holds itself has no count.</summary>
    private readonly HashSet<string> _counting = [];

    private Layers(LinkedModule linked, InferredModule inferred)
    {
        _linked = linked;
        _inferred = inferred;
    }

    /// <param name="linked">The module.</param>
    /// <param name="inferred">Its shapes.</param>
    /// <param name="total">How many parameters it has in all, or null.</param>
    public static EquatableArray<LayerPlan> Of(LinkedModule linked, InferredModule inferred, out string? total)
    {
        var layers = new Layers(linked, inferred);
        var rows = linked.Module.Members
            .Where(member => member.Kind != MemberKind.Buffer)
            .Select(member => (Member: member, Count: layers.Count(linked.Module, member, Dim.Symbol)))
            .ToList();
        total = rows.Count > 0 && rows.All(row => row.Count is not null) ? Text(rows.Aggregate(Dim.Zero, (sum, row) => sum + row.Count!)) : null;
        return rows.Select(row => new LayerPlan(row.Member.Name, Simple(row.Member.Type), layers.Shape(row.Member), Text(row.Count))).ToEquatableArray();
    }

    private static string? Text(Dim? count)
        => count?.Value is { } number ? number.ToString("N0", CultureInfo.InvariantCulture) : count?.ToString();

    /// <summary>Type names without namespaces.</summary>
    private static string Simple(string type)
    {
        var generic = type.IndexOf('<');
        var head = generic < 0 ? type : type.Substring(0, generic);
        return head.Substring(head.LastIndexOf('.') + 1) + (generic < 0 ? "" : $"<{Simple(type.Substring(generic + 1).TrimEnd('>'))}>");
    }

    /// <summary>Of a parameter its own shape, of a module the shape of what it gives where it is called first.</summary>
    private string? Shape(MemberIr member)
    {
        for (var i = 0; i < _linked.Module.Methods.Count; i++)
        {
            var method = _linked.Module.Methods[i];
            foreach (var statement in method.Body?.Statements ?? default)
            {
                if (Result(statement, method, member) is { } value && _inferred.Methods[i][value] is { IsKnown: true } shape)
                    return Remarks.Of(shape);
            }
        }

        return null;
    }

    private static int? Result(StatementIr statement, MethodIr method, MemberIr member) => statement switch
    {
        CallIr call when call.Target == member.Name => call.Results[0],
        OpIr op when member.Kind == MemberKind.Parameter => op.Tensors.FirstOrDefault(tensor => method.Values[tensor.Value].Member == member.Name)?.Value,
        OpIr op when op.Tensors.Any(tensor => method.Values[tensor.Value].Member?.StartsWith(member.Name + ".", StringComparison.Ordinal) == true) => op.Results[0],
        _ => null,
    };

    private Dim? Count(ModuleIr module, MemberIr member, Func<string, Dim?> symbol)
    {
        var scalars = new ScalarShapes(module, s_noShapes, Arguments.Symbols, DimFacts.None);
        if (member.Presence is { } presence && Evaluate(scalars, presence, symbol) == Dim.Zero)
            return Dim.Zero;
        if (member.IsNullable && (member.Presence is null || Evaluate(scalars, member.Presence, symbol)?.Value is null))
            return null;
        if (member.Kind == MemberKind.Parameter)
            return member.Shape is null ? null : DeclaredShapes.Of(member.Shape, symbol, new ConstraintStore()).Count;
        return _linked.Child(member.TypeMetadataName) is { } child
            ? Sum(child, name => Argument(member, name) is { } argument ? Evaluate(scalars, argument, symbol) : null)
            : null;
    }

    private Dim? Sum(ModuleIr module, Func<string, Dim?> symbol)
    {
        if (!_counting.Add(module.Type.MetadataName))
            return null;
        var sum = module.Members
            .Where(member => member.Kind != MemberKind.Buffer)
            .Aggregate((Dim?)Dim.Zero, (sum, member) => sum is not null && Count(module, member, symbol) is { } count ? sum + count : null);
        _counting.Remove(module.Type.MetadataName);
        return sum;
    }

    private static ScalarIr? Argument(MemberIr member, string name)
        => member.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;

    private static Dim? Evaluate(ScalarShapes scalars, ScalarIr scalar, Func<string, Dim?> symbol)
    {
        if (scalars.Size(scalar) is not { } size || size.Symbols().Any(name => symbol(name) is null))
            return null;
        return size.Substitute(symbol);
    }
}

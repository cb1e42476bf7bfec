using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// What loops go over by numbers: parts of a tensor, tensors of a list, modules, and what <c>Zip</c>, <c>Index</c> and <c>Reverse</c> of the core
/// library make of these.
/// </summary>
internal sealed partial class MethodLowering
{
    /// <summary>What a function of the core library makes of collections; null where the expression is no such function.</summary>
    private Term? Combined(IOperation collection)
    {
        if (collection is not IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable" } method, Arguments: var arguments })
            return null;
        var isOfCollections = arguments.All(argument => argument.Value.Type?.TypeKind != TypeKind.Delegate && !KnownTypes.IsScalar(argument.Value.Type));
        return (method.Name, arguments.Length) switch
        {
            ("Zip", >= 2) when isOfCollections => Combine([.. arguments.Select(argument => Element(argument.Value))], parts => new ZippedTerm(parts)),
            ("Index", 1) => Combine([Element(arguments[0].Value)], parts => new ZippedTerm([NumbersTerm.Instance, parts[0]])),
            ("Reverse", 1) => Combine([Element(arguments[0].Value)], parts => new ReversedTerm(parts[0])),
            _ => null,
        };

        Term Element(IOperation part) => Collected(Construction.Unwrap(part));
    }

    private static Term Combine(ImmutableArray<Term> parts, System.Func<ImmutableArray<Term>, Term> combine)
        => parts.OfType<FailedTerm>().FirstOrDefault() ?? combine(parts);

    /// <summary>How many elements a collection has; null where that cannot be said.</summary>
    private ScalarIr? CountOf(IOperation place, Term collection)
    {
        switch (collection)
        {
            case PartsTerm parts:
                return parts.Count;
            case SequenceTerm sequence:
                return Int(sequence.Items.Length);
            case ListTerm list:
                return CountOf(place, list);
            case ModuleTerm list when ElementOf(list) is not null:
                return new MemberScalarIr("int", list.Join(KnownTypes.Count), IsReadOnly: true, IsPublic: false);
            case ReversedTerm reversed:
                return CountOf(place, reversed.Collection);
            case ZippedTerm zipped:
                var counts = zipped.Collections.Where(part => part is not NumbersTerm).Select(part => CountOf(place, part)).ToList();
                return counts.Contains(null)
                    ? null
                    : counts.Aggregate((left, right) => new FunctionIr("int", "global::System.Math.Min", EquatableArray.Create(left!, right!)));
            default:
                return null;
        }
    }

    /// <summary>An element of a collection.</summary>
    private Term ItemOf(IOperation place, Term collection, ScalarIr index) => collection switch
    {
        PartsTerm parts => Part(parts, index),
        ListTerm list => ReadItem(place, list, index, isFromEnd: false, ListAction.Get),
        ModuleTerm list when Text(index) is { } key && ElementOf(list) is { } type => ItemOf(place, list, key, type),
        NumbersTerm => new ScalarTerm(index),
        ReversedTerm reversed when CountOf(place, reversed.Collection) is { } count
            => ItemOf(place, reversed.Collection, ScalarFolding.Binary("int", "-", ScalarFolding.Binary("int", "-", count, Int(1)), index)),
        ZippedTerm zipped => new SequenceTerm(zipped.Collections.Select(part => ItemOf(place, part, index)).ToImmutableArray()),
        _ => Unsupported(place),
    };

    /// <summary>The class of a list's modules; null where it is no list.</summary>
    private INamedTypeSymbol? ElementOf(ModuleTerm list)
        => list.Type.AllInterfaces
            .Where(type => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IReadOnlyList_T)
            .Select(type => type.TypeArguments[0])
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(_context.Known.IsModule);
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// In which order initial weights are drawn. PyTorch draws in the order of <c>__init__</c>, which calls that of the base class first; C#
/// runs initializers of fields before everything else, those of a derived class before its base class is constructed.
/// </summary>
internal sealed class InitializationOrder
{
    private readonly LoweringContext _context;
    private readonly Construction _construction;
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    private InitializationOrder(LoweringContext context, Construction construction)
    {
        _context = context;
        _construction = construction;
    }

    /// <param name="context">The module.</param>
    /// <param name="construction">What its members are set to.</param>
    /// <param name="stored">Its members, by declaration.</param>
    public static void Check(LoweringContext context, Construction construction, IReadOnlyList<ISymbol> stored)
        => new InitializationOrder(context, construction).Check(stored.Where(member => member is not IParameterSymbol).ToList());

    private void Check(IReadOnlyList<ISymbol> stored)
    {
        var drawing = stored.Where(member => _construction.ValueOf(member) is { } value && Draws(value)).ToList();
        if (drawing.FirstOrDefault(_construction.IsInitializer) is not { } initialized)
            return;
        if (DrawnByBase() is { } inherited)
        {
            Report(initialized, inherited, "field initializers of a derived class run before its base class is constructed; make "
                + $"'{initialized.Name}' in the body of a constructor to draw in PyTorch's order");
            return;
        }

        var late = drawing.FirstOrDefault(member => !_construction.IsInitializer(member));
        if (late is not null && drawing.Skip(drawing.IndexOf(late)).FirstOrDefault(_construction.IsInitializer) is { } early)
            Report(early, late.Name, $"initializers run before the body of a constructor; make '{early.Name}' and '{late.Name}' in the same place to draw in PyTorch's order");
    }

    private void Report(ISymbol member, string first, string reason)
        => _context.Report(RulesComposition.InitializationOrder, member.Locations[0], member.Name, first, reason);

    /// <summary>A member for which the base classes draw; null where there is none.</summary>
    private string? DrawnByBase()
    {
        for (var ancestor = _context.Type.BaseType; ancestor is not null && KnownTypes.IsMarkedModule(ancestor); ancestor = ancestor.BaseType)
        {
            if (_context.HasSource(ancestor))
            {
                if (ancestor.GetMembers().FirstOrDefault(member => MemberKinds.IsStored(member) && IsDrawn(member)) is { } member)
                    return member.Name;
            }
            else if (_context.ContractOf(ancestor)?.Members.FirstOrDefault(member => member.Kind != MemberKind.Buffer) is { } held)
            {
                return held.Name;
            }
        }

        return null;
    }

    /// <summary>Whether an expression makes a layer with weights or a random tensor.</summary>
    private bool Draws(IOperation value) => value.DescendantsAndSelf().Any(operation => operation switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol created } => IsDrawn(created),
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Rand" or "Randn" } factory } => _context.Known.IsTensor(factory.ContainingType),
        _ => false,
    });

    private bool IsDrawn(ISymbol member)
        => MemberKinds.TypeOf(member) is INamedTypeSymbol type && (_context.Known.IsParameter(type) || IsDrawn(type) || type.TypeArguments.OfType<INamedTypeSymbol>().Any(IsDrawn));

    /// <summary>Whether instances of a module class have parameters of their own or below.</summary>
    private bool IsDrawn(INamedTypeSymbol type)
    {
        if (!KnownTypes.IsMarkedModule(type) || !_open.Add(type.OriginalDefinition))
            return false;
        var isDrawn = type.GetMembers().Any(member => MemberKinds.IsStored(member) && IsDrawn(member));
        _open.Remove(type.OriginalDefinition);
        return isDrawn;
    }
}

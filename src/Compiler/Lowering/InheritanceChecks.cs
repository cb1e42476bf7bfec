using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>What a module inherits: members that nobody registers, and keys that are taken already.</summary>
internal static class InheritanceChecks
{
    public static void Check(LoweringContext context)
    {
        for (var ancestor = context.Type.BaseType; ancestor is not null && context.Known.IsModule(ancestor) && !context.Known.IsModuleBase(ancestor); ancestor = ancestor.BaseType)
        {
            if (UnregisteredMember(ancestor, context.Known) is { } member)
                context.Report(RulesComposition.UnmarkedBase, context.Type.Locations[0], member.Name, ancestor.Name, context.Type.Name);
        }
    }

    /// <summary>A member that a class of modules holds and nobody registers, since the class is not marked and does not do it itself.</summary>
    public static ISymbol? UnregisteredMember(INamedTypeSymbol type, KnownTypes known)
        => KnownTypes.IsMarkedModule(type) || type.GetMembers("VisitMembers").Length > 0
            ? null
            : type.GetMembers().FirstOrDefault(member => MemberKinds.IsStored(member) && IsHeld(known, member));

    /// <summary>Keys under which base classes register what they hold, with the names of the members.</summary>
    public static IEnumerable<(string Key, string Name)> Keys(LoweringContext context)
    {
        for (var ancestor = context.Type.BaseType; ancestor is not null && KnownTypes.IsMarkedModule(ancestor); ancestor = ancestor.BaseType)
        {
            if (!context.HasSource(ancestor))
            {
                foreach (var held in context.ContractOf(ancestor)?.Members ?? default)
                    yield return (held.Key, held.Name);
                continue;
            }

            foreach (var member in ancestor.GetMembers().Where(MemberKinds.IsStored))
            {
                if (IsHeld(context.Known, member))
                    yield return (KnownTypes.KeyOf(member) ?? StateKey.Of(member.Name), member.Name);
            }
        }
    }

    /// <summary>Whether a member overrides a property that a base class registers: the base shows visitors what is there now.</summary>
    public static bool IsRegisteredByBase(ISymbol member)
    {
        for (var overridden = (member as IPropertySymbol)?.OverriddenProperty; overridden is not null; overridden = overridden.OverriddenProperty)
        {
            if (MemberKinds.IsStored(overridden) && !overridden.IsAbstract)
                return true;
        }

        return false;
    }

    private static bool IsHeld(KnownTypes known, ISymbol member)
        => MemberKinds.TypeOf(member) is var type && (known.HoldsModule(type) || known.IsParameter(type) || KnownTypes.BufferOf(member).IsBuffer);
}

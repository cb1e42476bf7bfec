using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Linking;

/// <summary>A child's contract seen from the module that holds it: members by the path from there, hyperparameters by what it was created with.</summary>
/// <param name="parent">The module that holds the child.</param>
/// <param name="path">Path of the child.</param>
/// <param name="child">The child's contract.</param>
internal sealed class ChildView(ModuleIr parent, string path, ModuleIr child)
{
    private readonly MemberIr? _member = parent.Members.FirstOrDefault(m => m.Name == path);

    /// <summary>Whether the child's class is known, so that no derived class computes something else.</summary>
    public bool IsExact => child.Type.IsSealed || _member is { IsExact: true };

    /// <summary>Whether a statement reads nothing that this module cannot.</summary>
    public bool CanInline(StatementIr statement)
        => statement is OpIr op && op.ScalarsRead.All(scalar => ScalarFolding.Rewrite(scalar, leaf => Read(leaf, id: null)) is not null);

    /// <summary>A member of the child as a value here; null where it is known to be absent.</summary>
    public ValueIr? Member(ValueIr value)
    {
        var name = Name(value.Member!);
        var presence = child.Members.FirstOrDefault(m => m.Name == value.Member)?.Presence is { } condition ? AtCreation(condition) : null;
        if (presence is ConstantIr { Integer: 0 })
            return null;
        return value with
        {
            Name = name,
            Member = name,
            IsNullable = value.IsNullable && presence is not ConstantIr { Integer: 1 },
            IsPublic = value.IsPublic && _member is { IsPublic: true },
            Shape = value.Shape is null ? null : ShapeExpressions.Substitute(value.Shape, ShapeArgument),
        };
    }

    /// <summary>The path of something of the child.</summary>
    public string Name(string name) => path.Length == 0 ? name : path + "." + name;

    /// <summary>A leaf of a scalar of the child as it is read here; null where it cannot be.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="id">Gives the new id of a value of the child; null to ask only whether the leaf can be read.</param>
    public ScalarIr? Read(ScalarIr leaf, Func<int, int>? id) => leaf switch
    {
        TrainingIr training => new TrainingIr(training.Path.Length == 0 ? path : Name(training.Path)),
        DimIr or RankIr or ShapeIr or ItemIr => id is null ? leaf : ScalarLeaves.WithValue(leaf, id),
        MemberScalarIr member => Known(member) ?? (member.IsPublic ? member with { Path = Name(member.Path), IsPublic = _member is { IsPublic: true } } : null),
        _ => null,
    };

    /// <summary>A readonly member by what construction gave it, as far as this module still knows that.</summary>
    private ScalarIr? Known(MemberScalarIr member)
        => member.IsReadOnly && Given(member.Path) is { } given && AtCreation(given) is { } value ? ScalarFolding.Rewrite(value, Keeper) : null;

    /// <summary>What construction of the child gave a scalar member, over the child's constructor parameters.</summary>
    private ScalarIr? Given(string name)
        => child.Scalars.FirstOrDefault(s => s.Name == name)?.Value
            ?? (child.Constructor.FirstOrDefault(h => h.Member == name) is { } hyper ? new ConstructorParameterIr(hyper.Type, hyper.Name) : null);

    /// <summary>An expression over the child's constructor parameters as one over this module's.</summary>
    private ScalarIr? AtCreation(ScalarIr scalar)
        => ScalarFolding.Rewrite(scalar, leaf => leaf is ConstructorParameterIr parameter ? Argument(parameter.Name) : null);

    private ScalarIr? Argument(string name) => _member?.Arguments.FirstOrDefault(a => a.Name == name)?.Value;

    private (bool IsParameter, ScalarIr? Value) ShapeArgument(string name) => (child.Constructor.Any(h => h.Name == name), Argument(name));

    /// <summary>A constructor parameter of this module by the member that keeps it.</summary>
    private ScalarIr? Keeper(ScalarIr leaf)
        => leaf is ConstructorParameterIr parameter && parent.Constructor.FirstOrDefault(h => h.Name == parameter.Name)?.Member is { } keeper
            ? new MemberScalarIr(parameter.Type, keeper, IsReadOnly: true, IsPublic: parent.Members.Any(m => m.Name == keeper && m.IsPublic))
            : null;
}

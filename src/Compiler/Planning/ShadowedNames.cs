using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;

namespace NnGen.Compiler.Planning;

/// <summary>A member whose name means something else inside generated methods, with a private property that reads it.</summary>
/// <param name="Alias">Name of the property.</param>
/// <param name="Type">C# type of the member.</param>
/// <param name="Name">The member as C# writes it.</param>
internal sealed record AliasPlan(string Alias, string Type, string Name);

/// <summary>
/// Users name members and constructor parameters as they like, also as generated code names its own parameters and locals
/// (<c>inputs</c>, <c>plan</c>), and by keywords (<c>@in</c>). Such a member is read through a property of another name, in which
/// nothing hides it; a captured constructor parameter could not be reached otherwise.
/// </summary>
internal sealed class ShadowedNames
{
    private static readonly HashSet<string> s_generated = ["f", "plan", "kind", "inputs", "binder", "frame", "records", "saved", "visitor"];

    private readonly Dictionary<string, AliasPlan> _aliases = [];

    private ShadowedNames(ModuleIr module)
    {
        var names = new NameAllocator(Declared(module).Select(declared => declared.Name));
        foreach (var (name, type) in Declared(module))
        {
            if ((s_generated.Contains(name) || NameAllocator.IsKeyword(name)) && !_aliases.ContainsKey(name))
                _aliases.Add(name, new AliasPlan(names.Allocate(name + "Member"), type, NameAllocator.Escape(name)));
        }
    }

    /// <summary>The module with every path through a shadowed name rewritten, and the properties that the paths now go through.</summary>
    public static (LinkedModule Linked, EquatableArray<AliasPlan> Aliases) Rewrite(LinkedModule linked)
    {
        var names = new ShadowedNames(linked.Module);
        if (names._aliases.Count == 0)
            return (linked, EquatableArray<AliasPlan>.Empty);
        return (linked with { Module = names.Rewrite(linked.Module) }, names._aliases.Values.OrderBy(a => a.Alias, System.StringComparer.Ordinal).ToEquatableArray());
    }

    /// <summary>Members, captured constructor parameters, and the scalar members that bodies read.</summary>
    private static IEnumerable<(string Name, string Type)> Declared(ModuleIr module)
        => module.Members.Select(member => (member.Name, member.Type + (member.IsNullable ? "?" : "")))
            .Concat(module.Constructor.Where(hyper => hyper.Member is not null).Select(hyper => (hyper.Member!, hyper.Type)))
            .Concat(module.Scalars.Select(scalar => (scalar.Name, scalar.Value.Type)))
            .Concat(module.Methods.SelectMany(ScalarsRead).Where(scalar => !scalar.Path.Contains('.')).Select(scalar => (scalar.Path, scalar.Type)));

    private static IEnumerable<MemberScalarIr> ScalarsRead(MethodIr method)
    {
        var read = new List<MemberScalarIr>();
        var arguments = method.Body?.All.SelectMany(statement => statement.ScalarsRead) ?? [];
        foreach (var scalar in method.Variant is { } variant ? arguments.Append(variant.Condition) : arguments)
        {
            ScalarFolding.Rewrite(scalar, leaf =>
            {
                if (leaf is MemberScalarIr member)
                    read.Add(member);
                return leaf;
            });
        }

        return read;
    }

    private ModuleIr Rewrite(ModuleIr module) => module with
    {
        Constructor = module.Constructor.Select(hyper => hyper with { Member = hyper.Member is null ? null : Path(hyper.Member) }).ToEquatableArray(),
        Scalars = module.Scalars.Select(scalar => scalar with { Name = Path(scalar.Name) }).ToEquatableArray(),
        Members = module.Members.Select(member => member with { Name = Path(member.Name) }).ToEquatableArray(),
        Methods = module.Methods.Select(Rewrite).ToEquatableArray(),
    };

    private MethodIr Rewrite(MethodIr method) => method with
    {
        Values = method.Values.Select(value => value with { Member = value.Member is null ? null : Path(value.Member) }).ToEquatableArray(),
        Body = method.Body is { } body ? new BlockIr(body.Statements.Select(Rewrite).ToEquatableArray()) : null,
        Variant = method.Variant is { } variant ? new VariantIr(ScalarFolding.Rewrite(variant.Condition, Leaf)!) : null,
        Turn = method.Turn?.Rewrite(Leaf),
    };

    private StatementIr Rewrite(StatementIr statement) => statement.RewriteScalars(Leaf) switch
    {
        CallIr call => call with { Target = Path(call.Target) },
        LoopIr { Turn: EachTurnIr each } loop => loop with { Turn = each with { List = Path(each.List) }, Body = Rewrite(loop.Body) },
        OutlinedIr outlined => outlined.RewriteBodies(Rewrite),
        var other => other,
    };

    private ScalarIr Leaf(ScalarIr leaf) => leaf switch
    {
        MemberScalarIr member => member with { Path = Path(member.Path) },
        TrainingIr training => training with { Path = Path(training.Path) },
        NullMemberIr member => new NullMemberIr(Path(member.Path)),
        _ => leaf,
    };

    private string Path(string path)
    {
        var end = path.IndexOfAny(['.', '[']);
        var first = end < 0 ? path : path.Substring(0, end);
        return _aliases.TryGetValue(first, out var alias) ? alias.Alias + path.Substring(first.Length) : path;
    }
}

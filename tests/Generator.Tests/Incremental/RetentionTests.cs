using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;

namespace NnGen.Generator.Tests.Incremental;

/// <summary>What the steps keep between runs is plain data: a symbol or a tree in it would keep a whole compilation alive.</summary>
public class RetentionTests
{
    private static readonly Type[] s_forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(Compilation), typeof(SemanticModel), typeof(IOperation), typeof(Delegate)];

    [Fact]
    public void Steps_keep_no_symbol_syntax_or_location()
    {
        var generation = new Generation(
            ("Net.cs", """
                [Module] public partial class Net(int width)
                {
                    private readonly Parameter scale = new(Tensor.Ones(width));
                    private readonly Act act = new();
                    public Tensor Forward([Shape("N, width")] Tensor x) => act.Forward(x * scale);
                }
                [Module] public sealed partial class Act { public Tensor Forward(Tensor x) => -x; }
                """),
            ("Wrong.cs", "[Module] public partial class Wrong { public Tensor Forward(Tensor x) { while (true) { } } }"));
        var steps = generation.Modules.TrackedSteps;
        string[] names = [ModuleStep.Headers, ModuleStep.OpHeaders, ModuleStep.Lower, ModuleStep.Contracts, ModuleStep.Link, ModuleStep.Plan, ModuleStep.Emit];
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var name in names.Where(steps.ContainsKey))
        {
            foreach (var (value, _) in steps[name].SelectMany(step => step.Outputs))
                Walk(value, name, seen);
        }

        Assert.True(seen.Count > 100, "the walk saw little");
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
            return;
        Assert.False(s_forbidden.Any(type => type.IsInstanceOfType(value)), $"{path} holds a {value.GetType()}");
        if (!value.GetType().IsValueType && !seen.Add(value))
            return;
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, path + "[]", seen);
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(f => !IsCollection(f.DeclaringType!)))
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }

    /// <summary>Collections are walked by their items: what else they hold (comparers) is not ours.</summary>
    private static bool IsCollection(Type type)
        => type.Namespace!.StartsWith("System.Collections", StringComparison.Ordinal) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>));
}

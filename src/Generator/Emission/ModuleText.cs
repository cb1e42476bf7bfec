using System;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>
/// How generated modules write types, operands and gradients. Three aliases keep the text readable; written with <c>::</c>
/// they can never mean anything else than declared here, whatever the user's names are.
/// </summary>
internal static class ModuleText
{
    /// <summary>The aliases, for the top of a file.</summary>
    public const string Aliases = """
        using nn = global::NnGen;
        using rt = global::NnGen.CompilerServices;
        using sys = global::System;
        """;

    /// <summary>Hides a member from completion lists: it is public only because other assemblies' generated code calls it.</summary>
    public const string Hidden = "[sys::ComponentModel.EditorBrowsable(sys::ComponentModel.EditorBrowsableState.Never)]";

    public const string Optimized = "[sys::Runtime.CompilerServices.MethodImpl(sys::Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    public const string Inlined = "[sys::Runtime.CompilerServices.MethodImpl(sys::Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    /// <summary>A type or an expression with the aliases.</summary>
    public static string Short(string text)
        => text.Replace("global::NnGen.CompilerServices.", "rt::").Replace("global::NnGen.", "nn::").Replace("global::System.", "sys::");

    public static string TensorOf(DType type) => type == DType.Float32 ? "nn::Tensor" : $"nn::Tensor<{OpTypes.Element(type)}>";

    public static string Span(DType type) => $"sys::Span<{OpTypes.Element(type)}>";

    public static string ReadOnlySpan(DType type) => $"sys::ReadOnlySpan<{OpTypes.Element(type)}>";

    /// <summary>An operand as a span.</summary>
    public static string Read(OperandPlan operand) => operand.Text();

    /// <summary>Where a gradient is written.</summary>
    public static string Write(TargetPlan target) => target switch
    {
        InputTarget input => input.Name + (input.IsFirst ? "" : ".Next"),
        MemberTarget { IsNullable: true } member => $"rt::PassRuntime.Gradient({member.Path})",
        MemberTarget member => member.Path + ".Gradient",
        PartTarget part => $"rt::PassRuntime.Part({Write(part.Whole)}, f.{part.Field})",
        SlotTarget { Wanted: null } slot => $"f.{slot.Name}{(slot.IsFirst ? "" : ".Next")}",
        SlotTarget slot => $"f.{slot.Name}{(slot.IsFirst ? "" : ".Next")}.If({slot.Wanted})",
        _ => "default",
    };

    /// <summary>An operand for callees that take any number of them.</summary>
    public static string Operand(OperandPlan operand) => operand is AbsentOperand ? "default" : $"rt::Operand.Of({Read(operand)})";

    /// <summary>A gradient for callees that take any number of them.</summary>
    public static string GradientOperand(TargetPlan target) => target is UnwantedTarget ? "default" : $"rt::GradientOperand.Of({Write(target)})";

    /// <summary>An argument of an op: tensors by position, everything else by name.</summary>
    public static string Argument(ArgumentPlan argument) => argument switch
    {
        TensorArgumentPlan { IsNamed: false, Operand: not AbsentOperand } tensor => Read(tensor.Operand),
        TensorArgumentPlan tensor => $"{tensor.Parameter}: {Read(tensor.Operand)}",
        TensorsArgumentPlan tensors => $"{tensors.Parameter}: new nn::TensorSpans{TypeArgument(tensors.Element)}([{string.Join(", ", tensors.Operands.Select(Operand))}])",
        ListArgumentPlan list => $"{list.Parameter}: new nn::TensorSpans{TypeArgument(list.Element)}({Read(list.List)}, f.{list.Parts})",
        ListGradientArgumentPlan list => $"{list.Parameter}: new nn::GradientSpans({Write(list.List)}, f.{list.Parts})",
        GradientArgumentPlan gradient => $"{gradient.Parameter}: {Write(gradient.Target)}",
        GradientsArgumentPlan gradients => $"{gradients.Parameter}: new nn::GradientSpans([{string.Join(", ", gradients.Targets.Select(GradientOperand))}])",
        ScalarArgumentPlan scalar => $"{scalar.Parameter}: {Short(scalar.Expression)}",
        _ => throw new ArgumentOutOfRangeException(nameof(argument)),
    };

    /// <summary>The type argument of what is generic in the element type; empty where that is not.</summary>
    public static string TypeArgument(DType? element) => element is { } type ? $"<{OpTypes.Element(type)}>" : "";

    /// <summary>A module as the protocol sees it.</summary>
    /// <param name="path">Its path; empty for this module.</param>
    /// <param name="isCast">Whether it is this module, or known by an interface or a type parameter.</param>
    public static string Module(string path, bool isCast) => isCast ? $"rt::ModuleProtocol.Of({(path.Length == 0 ? "this" : path)})" : path;

    /// <summary>A module that may be null, as visitors see it.</summary>
    public static string OptionalModule(string path, bool isCast) => isCast ? $"rt::ModuleProtocol.OrNull({path})" : path;

    /// <summary>A plain value handed to a method through the protocol.</summary>
    public static string ScalarArgument(string value) => $"rt::ScalarArgument.Of({value})";

    /// <summary>How far a pass and its plan can be seen: turns and arms are run by their own class alone.</summary>
    public static string Access(MethodPlan method) => method.IsBody ? "private" : "public";

    /// <summary>What differs from turn to turn as further parameters.</summary>
    public static string TurnParameters(MethodPlan method) => string.Concat(method.Variables.Select(variable => $", {Short(variable.Type)} {variable.Name}"));

    /// <summary>What binds the lists that a body takes, as further parameters.</summary>
    public static string ListParameters(MethodPlan method) => string.Concat(method.Lists.Select(list => $", rt::ListBinder {list}"));

    /// <summary>What differs from turn to turn as further arguments.</summary>
    public static string TurnArguments(MethodPlan method) => string.Concat(method.Variables.Select(variable => ", " + variable.Name));
}

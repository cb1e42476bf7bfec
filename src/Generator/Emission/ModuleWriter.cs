using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>Prints a module's plan: the other part of the user's class.</summary>
internal static class ModuleWriter
{
    /// <summary>The text of the generated file.</summary>
    public static string Write(ModulePlan plan)
    {
        var code = new CodeWriter();
        code.Prologue();

        // Names of a derived module's passes hide those of its base; the protocol is documented where it is declared; a nullable
        // member that construction proves present is not checked; aliases are short.
        code.Line("#pragma warning disable CS0108, CS0114, CS0162, CS1591, CS8602, CS8981").Line();
        code.Lines(ModuleText.Aliases).Line();
        using (code.Type(plan.Module.Type, Bases(plan.Module), () => ModuleHeader.Write(code, plan)))
        {
            ModuleRegistration.Write(code, plan.Module);
            ModuleEntries.Write(code, plan);
            ModuleInputs.Write(code, plan);
            foreach (var method in plan.Methods.SelectMany(method => method.All))
            {
                ModuleForwardPass.Write(code, plan, method);
                ModuleBackwardPass.Write(code, plan, method);
                ModuleBinding.Write(code, plan, method);
                ModulePlanClass.Write(code, plan, method);
                ModuleFrame.Write(code, method);
            }

            foreach (var alias in plan.Aliases)
                code.Line($"private {alias.Type} {alias.Alias} => {alias.Name};").Line();
            foreach (var chain in plan.Structs)
                ModuleChains.Write(code, chain);
        }

        return code.ToString();
    }

    /// <summary>The base class where the user's is none, and the interface that containers know a module by.</summary>
    private static string? Bases(ModuleIr module)
    {
        var interfaces = module.Methods
            .Where(method => method is { Name: "Forward", Variant: null, Signature: { Result: not null, Parameters: { Count: >= 1 and <= 3 } parameters } }
                && parameters.All(parameter => !parameter.IsScalar && parameter.Out is null && (IsTensorOrTuple(parameter.Type) || !IsNullable(parameter.Type))))
            .Select(method => $"nn::IModule<{string.Join(", ", method.Signature!.Parameters.Select(Required))}, {ModuleText.Short(method.Signature.ReturnType)}>")
            .Distinct();
        var bases = (module.BaseModule is null ? new[] { "nn::Module" } : []).Concat(interfaces).ToArray();
        return bases.Length == 0 ? null : string.Join(", ", bases);
    }

    /// <summary>The type of an input; where null may be given, a tuple is another type, a tensor the same.</summary>
    private static string Required(ParameterIr parameter) => ModuleText.Short(IsTuple(parameter.Type) ? parameter.Type : parameter.Type.TrimEnd('?'));

    private static bool IsNullable(string type) => type.EndsWith("?", System.StringComparison.Ordinal);

    private static bool IsTuple(string type) => type.StartsWith("(", System.StringComparison.Ordinal);

    private static bool IsTensorOrTuple(string type) => IsTuple(type) || type.StartsWith("global::NnGen.Tensor", System.StringComparison.Ordinal);
}

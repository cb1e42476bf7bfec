using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Generator.Emission;

/// <summary>Writes the member that shows parameters, buffers and children to whoever lists, saves, loads or prints the module.</summary>
internal static class ModuleRegistration
{
    public static void Write(CodeWriter code, ModuleIr module)
    {
        code.Line(ModuleText.Hidden);
        using (code.Block("protected override void VisitMembers(rt::MemberVisitor visitor)"))
        {
            if (module.BaseModule is not null)
                code.Line("base.VisitMembers(visitor);");
            foreach (var member in module.Members.Where(member => member.IsRegistered))
                code.Line(Visit(member));
        }

        code.Line();
        WriteTyped(code, module.Type.FullName);
    }

    private static string Visit(MemberIr member)
    {
        var key = CodeWriter.Literal(member.Key);
        return member.Kind switch
        {
            MemberKind.Parameter => $"visitor.Parameter({key}, {member.Name});",
            MemberKind.Buffer => $"visitor.Buffer({key}, {member.Name}, persistent: {(member.IsPersistent ? "true" : "false")});",
            _ => $"visitor.Module({key}, {ModuleText.OptionalModule(member.Name, member.IsInterface)});",
        };
    }

    private static void WriteTyped(CodeWriter code, string type)
    {
        code.Summary("Sets training mode for this module and all below it.");
        code.Doc("<param name=\"mode\">False: evaluation mode. Default: true.</param>");
        code.Line($"public new {type} Train(bool mode = true) => ({type})base.Train(mode);").Line();
        code.Summary("Sets evaluation mode for this module and all below it.");
        code.Line($"public new {type} Eval() => ({type})base.Train(false);").Line();
    }
}

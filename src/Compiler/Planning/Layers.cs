using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;

namespace NnGen.Compiler.Planning;

/// <summary>The table of a module's members in its documentation: what each is and how many parameters it has.</summary>
internal static class Layers
{
    public static IEnumerable<LayerPlan> Of(LinkedModule linked)
        => linked.Module.Members.Where(member => member.Kind != MemberKind.Buffer).Select(member => new LayerPlan(member.Name, Simple(member.Type), null, null));

    private static string Simple(string type)
    {
        var generic = type.IndexOf('<');
        var head = generic < 0 ? type : type.Substring(0, generic);
        return head.Substring(head.LastIndexOf('.') + 1) + (generic < 0 ? "" : type.Substring(generic));
    }
}

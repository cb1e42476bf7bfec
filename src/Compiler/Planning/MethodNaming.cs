using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>Names of what is generated for each method. They follow from the contract alone, so callers in other assemblies know them.</summary>
internal static class MethodNaming
{
    public static IReadOnlyList<MethodNames> Of(ModuleIr module)
    {
        var names = new NameAllocator([]);
        return module.Methods
            .Select(method => new MethodNames(method.Name, method.Name == "Forward" ? "" : method.Name, names.Allocate(method.Name)))
            .ToList();
    }
}

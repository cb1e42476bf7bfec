using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace NnGen.Analyzers.Tests;

/// <summary>Compiles a library and runs it.</summary>
internal static class LoadedProgram
{
    public static T Run<T>(string program, Func<Assembly, T> run) => Run(AnalyzedProgram.Compile(program, isLibrary: true), run);

    public static T Run<T>(Compilation program, Func<Assembly, T> run)
    {
        using var stream = new MemoryStream();
        var emitted = program.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(3)));
        stream.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            return run(context.LoadFromStream(stream));
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>Calls a module's compiled Forward.</summary>
    public static Tensor Call(Module module, params Tensor[] inputs)
    {
        var call = module.GetType().GetMethods().First(method => method.Name == "Call" && method.GetParameters().Length == inputs.Length);
        return (Tensor)call.Invoke(module, BindingFlags.DoNotWrapExceptions, null, inputs, null)!;
    }
}

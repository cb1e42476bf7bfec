using FsCheck;
using FsCheck.Fluent;
using NnGen.Compiler.Shapes;
using Xunit.Abstractions;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>
/// Random modules, run whatever is said of them: what is refuted always fails, what is proven never does, and the result that is inferred has the
/// shape that comes out. Many are compiled at once, since the compiler costs more than they do.
/// </summary>
public sealed class RandomModuleTests(ITestOutputHelper output)
{
    private const int Batches = 4;
    private const int Modules = 50;
    private const int MinDecidedPercent = 95;

    private int _decided;
    private int _refuted;
    private int _all;

    [Fact]
    public void What_is_inferred_is_what_runs()
    {
        // The seed is fixed, and a failure prints it with the module.
        var config = Config.QuickThrowOnFailure.WithMaxTest(Batches).WithReplay(20240229, 17);
        Prop.ForAll(RandomModule.Generator.ArrayOf(Modules).ToArbitrary(), Check).Check(config);
        output.WriteLine($"{_all} modules, {_decided} decided, {_refuted} refuted");
        Assert.True(_decided * 100 >= _all * MinDecidedPercent, $"{_decided} of {_all} decided");
        Assert.True(_refuted * 5 >= _all, $"{_refuted} of {_all} refuted");
    }

    private void Check(RandomModule[] modules)
    {
        var compilation = AnalyzedProgram.Compile(string.Concat(modules.Select((module, i) => module.Text($"M{i}"))), isLibrary: true);
        var analysis = new ModuleAnalysis(compilation);
        LoadedProgram.Run(compilation, program =>
        {
            for (var i = 0; i < modules.Length; i++)
            {
                var analyzed = analysis.Analyze(compilation.GetTypeByMetadataName($"M{i}")!, default)!;
                Check(modules[i], analyzed.Inferred!, (Module)Activator.CreateInstance(program.GetType($"M{i}")!)!);
            }

            return modules.Length;
        });
    }

    private void Check(RandomModule recipe, Compiler.Inference.InferredModule inferred, Module module)
    {
        var isRefuted = inferred.Findings.Any(finding => finding.Truth == Truth.Refuted);
        var isOpen = inferred.Findings.Any(finding => finding.Truth == Truth.Unknown);
        var result = inferred.Module.Methods[0].Results[0].Shape;
        var (shape, failure) = Run(recipe, module);
        _all++;
        _refuted += isRefuted ? 1 : 0;
        _decided += isRefuted || (!isOpen && result is not null) ? 1 : 0;
        if (isRefuted)
            Assert.True(failure is not null, $"refuted, but it runs: {inferred.Findings[0].Message}\n{recipe}");
        else if (!isOpen && result is not null)
            Assert.True(failure is null, $"proven, but: {failure?.Message}\n{recipe}");
        if (shape is not null && result is not null)
            Assert.True(shape == Named(result, recipe.Input[0]), $"inferred as [{result}], but it is {shape}\n{recipe}");
    }

    private static (string? Shape, Exception? Failure) Run(RandomModule recipe, Module module)
    {
        try
        {
            return (LoadedProgram.Call(module, Tensor.Randn(recipe.Input)).Shape.ToString(), null);
        }
        catch (ArgumentException failure)
        {
            return (null, failure);
        }
    }

    /// <summary>A shape with the number that the name of the batch stands for.</summary>
    private static string Named(string shape, int batch)
        => ShapeText.Parse(shape).ToShape(name => name == "N" ? Dim.Constant(batch) : null, new ConstraintStore()).ToString();
}

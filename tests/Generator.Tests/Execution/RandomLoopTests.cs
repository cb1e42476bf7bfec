using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NnGen.Compiler.Lowering;

namespace NnGen.Generator.Tests.Execution;

/// <summary>Loops composed at random: what is compiled does what it says, and whatever is written comes to an end.</summary>
public class RandomLoopTests
{
    /// <summary>Lines that a module of one loop may become at most, however its jumps are nested.</summary>
    private const int MostLines = 100_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Compiled_loops_agree_with_op_by_op(int seed)
    {
        var bodies = RandomLoops.Body(statements: 2, depth: 3).Sample(12, new Rnd((ulong)seed), 12);
        var program = Program(bodies);
        Assert.DoesNotContain(program.Diagnostics, diagnostic => diagnostic.Id is not ("CS0162" or "CS0219"));
        var assembly = program.Load();
        var i = 0;
        foreach (var body in bodies)
        {
            var module = Generation.Create(assembly, "M" + i++);
            try
            {
                for (var call = 0; call < 6; call++)
                {
                    module.GetType().GetProperty("Mode")!.SetValue(module, call % 3);
                    module.Train(call % 2 == 0);
                    Gradients.CheckCallAgainstForward(module, Tensor.Randn(call < 3 ? 3 : 5, 4));
                }
            }
            catch (Exception error)
            {
                throw new InvalidOperationException(body, error);
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Deep_loops_compile_or_are_refused(int depth)
    {
        var program = Program(RandomLoops.Body(statements: 3, depth).Sample(6, new Rnd(1), 6));
        Assert.Empty(program.Errors);
        foreach (var file in program.Modules.GeneratedSources)
        {
            Assert.InRange(file.SourceText.Lines.Count, 1, MostLines);
            Assert.All(Problems(program.Output, file.HintName[..^".g.cs".Length]), problem => Assert.Equal("NNG2020", problem));
        }
    }

    [Theory]
    [InlineData("if (i % {0} == 1) n = n + m; else m = m + n;", true)]
    [InlineData("n = n * n % 7 + m;", true)]
    [InlineData("if (Training) n++; else m += n;", true)]
    [InlineData("x = x.Tanh(); if (x.Sum().Item() > {0}) break;", true)]
    [InlineData("x = x.Tanh(); if (x.Sum().Item() > {0}) return x;", true)]
    [InlineData("for (var j{0} = 0; j{0} < 10; j{0}++) {{ x = x.Tanh(); if (x.Sum().Item() > {0}) break; if (n > {0}) continue; n++; }}", true)]
    [InlineData("x = x.Tanh(); if (x.Sum().Item() > {0}) {{ if (i > {0}) break; x = x * 2f; }}", false)]
    [InlineData("x = x.Tanh(); if (x.Sum().Item() > {0}) {{ if (i > {0}) return x; x = x * 2f; }}", false)]
    public void Text_grows_no_faster_than_what_was_written(string statement, bool isCompiled)
    {
        var (few, many) = (Lines(statement, 6), Lines(statement, 24));
        if (isCompiled)
            Assert.InRange(many, few, 6 * few);
        else
            Assert.InRange(many, 1, 30);
    }

    [Fact]
    public void Calls_too_deep_for_the_stack_are_refused()
    {
        var helpers = string.Concat(Enumerable.Range(0, 500).Select(i => $"Tensor H{i}(Tensor v) => H{i + 1}(v).Tanh(); "));
        var program = Program([$"{helpers} Tensor H500(Tensor v) => v * scale; return H0(x);"]);
        Assert.Empty(program.Errors);
        IEnumerable<string> problems = [];

        // As other files, which nobody has lowered on a larger stack.
        var afresh = program.Output.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(program.Output.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath)));
        var thread = new Thread(() => problems = Problems(afresh, "M0"), maxStackSize: 384 << 10);
        thread.Start();
        thread.Join();
        Assert.Equal(["NNG2021"], problems);
    }

    private static int Lines(string statement, int count)
    {
        var statements = string.Concat(Enumerable.Range(2, count).Select(i => string.Format(null, statement, i) + "\n"));
        var program = Program([$"var n = 1; var m = Mode; for (var i = 0; i < 20; i++) {{ {statements} x = fc.Forward(x) * n; }} return x * m;"]);
        Assert.Empty(program.Errors);
        return program.Modules.GeneratedSources.Single().SourceText.Lines.Count;
    }

    private static IEnumerable<string> Problems(Compilation compilation, string module)
        => ModuleLowering.Lower(compilation.GetTypeByMetadataName(module)!, compilation, default)!.Problems.Select(problem => problem.Rule).Distinct().ToList();

    private static Generation Program(IEnumerable<string> bodies)
    {
        var source = new StringBuilder();
        var count = 0;
        foreach (var body in bodies)
            source.Append(CallTimeBranchTests.Source(body).Replace("class Net", "class M" + count++, StringComparison.Ordinal)).Append('\n');
        return new Generation(("Modules.cs", source.ToString()));
    }
}

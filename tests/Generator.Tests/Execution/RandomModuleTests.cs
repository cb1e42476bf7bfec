using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace NnGen.Generator.Tests.Execution;

/// <summary>Modules composed at random, as source text, compiled and compared with their own op-by-op path.</summary>
[Collection(DefaultGenerator.Name)]
public class RandomModuleTests
{
    private const int Modules = 60;

    private static readonly string[] s_unary =
        ["{0}.Tanh()", "{0}.Sigmoid()", "{0}.Relu()", "{0}.Square()", "{0}.Tanh().Exp()", "{0}.Softmax(1)", "{0}.Detach()", "-{0}", "{0} * 0.5", "1 - {0}", "{0}.Flatten(0).Reshape(-1, 4)"];

    private static readonly string[] s_binary = ["{0} + {1}", "{0} * {1}", "{0} - {1}", "{0} / ({1}.Square() + 1)"];

    private static readonly string[] s_members = ["{0} * scale", "{0} + shift", "{0} - mean", "{0} * scale + shift"];

    private static readonly string[] s_conditions =
        ["Training", "Mode > 0", "Training && Mode == 1", "v0.Shape[0] > 4", "v0.Sum().Item() > 0", "Mode is 1 or 2", "!Training || v0.Mean().Item() < 0.1f"];

    private static readonly Gen<string[]> s_branching = Block(3, 0).ListOf(Modules / 4).Select(bodies => bodies.Select(body => $"        var r = v0;\n{body}        return r * scale;").ToArray());

    private static readonly Gen<string[]> s_bodies = Body().ListOf(Modules).Select(bodies => bodies.ToArray());

    [Fact]
    public void Compiled_modules_agree_with_op_by_op_and_with_differences()
    {
        var bodies = s_bodies.Sample(20, 1).First();
        var source = new StringBuilder();
        for (var i = 0; i < bodies.Length; i++)
            source.Append(Module("M" + i, bodies[i]));
        var program = new Generation(("Modules.cs", source.ToString()));
        Assert.Empty(program.Diagnostics);
        var assembly = program.Load();
        for (var i = 0; i < bodies.Length; i++)
        {
            Rng.ManualSeed(i);
            var module = Generation.Create(assembly, "M" + i);
            try
            {
                Gradients.CheckCallAgainstForward(module, Tensor.Randn(3, 4));
                Gradients.CheckCallAgainstForward(module, Tensor.Randn(5, 4));
                if (!bodies[i].Contains("Detach") && !bodies[i].Contains("Relu"))
                    Gradients.CheckCallAgainstDifferences(module, Tensor.Randn(2, 4));
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"{bodies[i]}\n{program.Text($"M{i}.g.cs")}", error);
            }
        }
    }

    [Fact]
    public void Compiled_branches_agree_with_op_by_op()
    {
        var bodies = s_branching.Sample(20, 1).First();
        var program = new Generation(("Modules.cs", string.Concat(bodies.Select((body, i) => Module("M" + i, body)))));
        Assert.DoesNotContain(program.Diagnostics, diagnostic => diagnostic.Id != "CS0162");
        var assembly = program.Load();
        for (var i = 0; i < bodies.Length; i++)
        {
            var module = Generation.Create(assembly, "M" + i);
            try
            {
                for (var call = 0; call < 8; call++)
                {
                    module.GetType().GetProperty("Mode")!.SetValue(module, call % 3);
                    if (call % 2 == 0)
                        module.Train();
                    else
                        module.Eval();
                    Gradients.CheckCallAgainstForward(module, Tensor.Randn(call < 4 ? 3 : 5, 4));
                }
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"{bodies[i]}\n{program.Text($"M{i}.g.cs")}", error);
            }
        }
    }

    /// <summary>Statements that change <c>r</c>, with conditions in each other, some of which return.</summary>
    private static Gen<string> Block(int count, int depth)
        => from statements in (depth == 2 ? Change() : Gen.Frequency((2, Change()), (3, Branch(depth)))).ListOf(count)
           select string.Concat(statements);

    private static Gen<string> Change()
        => from operand in Gen.Elements("r", "v0")
           from expression in Gen.Elements(s_unary.Concat(s_members).Where(text => !text.Contains("Exp", StringComparison.Ordinal)).ToArray())
           from binary in Gen.Elements(s_binary)
           select $"        r = {string.Format(null, binary, "r", $"({string.Format(null, expression, operand)})")};\n";

    private static Gen<string> Branch(int depth)
        => from condition in Gen.Elements(s_conditions)
           from count in Gen.Choose(1, 2)
           from taken in Block(count, depth + 1)
           from other in Block(1, depth + 1)
           from form in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Constant(1)), (1, Gen.Constant(2)), (1, Gen.Constant(3)))
           select form switch
           {
               0 => $"        if ({condition})\n        {{\n{taken}        }}\n",
               1 => $"        if ({condition})\n        {{\n{taken}        }}\n        else\n        {{\n{other}        }}\n",
               2 => $"        if ({condition})\n        {{\n{taken}        return r + v0;\n        }}\n",
               _ => $"        r = {condition} ? r.Tanh() : r * 0.5f;\n",
           };

    private static string Module(string name, string body) => $$"""
        [Module]
        public partial class {{name}}
        {
            private readonly Parameter scale = new(Tensor.Rand(4));
            private readonly Parameter shift = new(Tensor.Rand(4));
            [Buffer] private readonly Tensor mean = Tensor.Rand(4);
            public int Mode { get; set; }

            public Tensor Forward([Shape("N, 4")] Tensor v0)
            {
        {{body}}
            }
        }

        """;

    /// <summary>Statements that each define one more value from earlier ones, then a result.</summary>
    private static Gen<string> Body()
        => from count in Gen.Choose(1, 9)
           from statements in Statements(count)
           from last in Operand(count)
           select statements + $"        return (v{count} * shift) + {last};";

    private static Gen<string> Statements(int count)
        => Enumerable.Range(1, count).Aggregate(
            Gen.Constant(""),
            (text, index) => from before in text
                             from expression in Expression(index - 1)
                             select $"{before}        var v{index} = {expression};\n");

    private static Gen<string> Expression(int values)
        => from shape in Gen.Frequency((4, Gen.Elements(s_unary)), (4, Gen.Elements(s_binary)), (2, Gen.Elements(s_members)))
           from a in Operand(values)
           from b in Operand(values)
           select string.Format(null, shape, a, b);

    private static Gen<string> Operand(int values)
        => Gen.Choose(Math.Max(0, values - 3), values).Select(index => "v" + index);
}

using FsCheck;
using FsCheck.Fluent;

namespace NnGen.Generator.Tests.Execution;

/// <summary>Bodies with loops and conditions in each other, jumps and returns, and tensors and numbers that turns hand on.</summary>
internal static class RandomLoops
{
    private static readonly string[] s_changes =
    [
        "h = h.Tanh();", "h = fc.Forward(h).Tanh();", "h = h * scale;", "h = (h + x) * 0.5f;", "h = h * (n % 5);", "h = h - g;", "h = h + total;",
        "g = g * 0.5f + h;", "g = h.Sigmoid();", "(h, g) = (g.Tanh(), h);",
        "n++;", "n = n * 3 % 7;", "n = n > 4 ? 1 : n + 2;", "total += h.Mean().Item();", "total = 0.5f;", "k += n;",
    ];

    private static readonly string[] s_conditions =
    [
        "Training", "Mode > 0", "Mode == 1 && n > 1", "n % 3 == 1", "k > 4 || n == 2", "h.Sum().Item() > 0", "h.Mean().Item() < 0 && n > 2", "total > 0.25f",
        "x.Shape[0] > 4", "!Training || k < 3",
    ];

    private static readonly string[] s_heads =
    [
        "for (var i{0} = 0; i{0} < 3; i{0}++)", "for (var i{0} = 0; i{0} < 10; i{0}++)", "for (var i{0} = 3; i{0} >= Mode; i{0} -= 2)", "for (var i{0} = 0; i{0} < x.Shape[0]; i{0}++)",
        "for (var i{0} = n % 4; i{0} < 4; i{0}++)", "foreach (var layer{0} in layers)", "foreach (var t{0} in new[] {{ x, g }})",
        "for (var i{0} = 0; i{0} < 4 && h.Sum().Item() > -1; i{0}++)", "for (var i{0} = 0; i{0} < 5 && k < 6; i{0}++, k++)",
    ];

    private static readonly string[] s_conditionsBehind = ["h.Sum().Item() > 0", "n % 2 == 0", "Mode > 1"];

    /// <summary>A body over <c>x</c>, to the return at its end.</summary>
    /// <param name="statements">How many statements a block has.</param>
    /// <param name="depth">How deep they stand in each other.</param>
    public static Gen<string> Body(int statements, int depth)
        => from loop in Loop(statements, 1, depth)
           from rest in Block(statements, 0, depth, isInLoop: false)
           select "var h = x; var g = x.Tanh(); var n = 1; var k = 0; var total = 0f;\n" + loop + rest + "return (h + g) * (scale + total) * (n + k + 1);\n";

    private static Gen<string> Block(int statements, int level, int depth, bool isInLoop)
        => from count in Gen.Choose(1, statements)
           from lines in Statement(statements, level, depth, isInLoop).ListOf(count)
           select string.Concat(lines);

    private static Gen<string> Statement(int statements, int level, int depth, bool isInLoop)
        => level == depth ? Change() : Gen.Frequency((3, Change()), (2, Branch(statements, level + 1, depth, isInLoop)), (2, Loop(statements, level + 1, depth)));

    private static Gen<string> Change() => Gen.Elements(s_changes).Select(change => change + "\n");

    private static Gen<string> Branch(int statements, int level, int depth, bool isInLoop)
        => from condition in Gen.Elements(s_conditions)
           from taken in Block(statements, level, depth, isInLoop)
           from other in Block(statements, level, depth, isInLoop)
           from end in Gen.Elements(isInLoop ? ["", "", "break;\n", "continue;\n", "return h * g;\n"] : new[] { "", "", "return h + g;\n" })
           from hasOther in Gen.Elements(true, false)
           select $"if ({condition})\n{{\n{taken}{end}}}\n" + (hasOther ? $"else\n{{\n{other}}}\n" : "");

    private static Gen<string> Loop(int statements, int level, int depth)
        => from head in Gen.Elements(s_heads)
           from body in Block(statements, level, depth, isInLoop: true)
           from behind in Gen.Elements(s_conditionsBehind)
           from form in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)))
           select form switch
           {
               0 => $"{string.Format(null, head, level)}\n{{\n{(head.Contains("layer", StringComparison.Ordinal) ? $"h = layer{level}.Forward(h).Tanh();\n" : "")}{body}}}\n",
               1 => $"for (var c{level} = 0; ; )\n{{\nif (++c{level} > 4) break;\n{body}}}\n",
               _ => $"{{\nvar c{level} = 0;\ndo\n{{\nc{level}++;\n{body}}}\nwhile (c{level} < 4 && {behind});\n}}\n",
           };
}

namespace NnGen.Compiler.Tests.Lowering;

/// <summary>Programs that cannot be compiled: each construct has one message at its place, and all are reported at once.</summary>
public class ProblemTests
{
    [Theory]
    [InlineData("[Module] public class Net { public Tensor Forward(Tensor x) => x; }", "NNG0001 at Net")]
    [InlineData("[Module] public partial class Net { }", "NNG0002 at Net")]
    [InlineData("[Module] public partial class Net { private readonly Tensor t = Tensor.Ones(1); public Tensor Forward(Tensor x) => x + t; }", "NNG0003 at t")]
    [InlineData("[Module] public partial class Net { private readonly Linear[] fc = []; public Tensor Forward(Tensor x) => x; }", "NNG0004 at fc")]
    [InlineData("[Module] public partial class Net { public System.Collections.Generic.List<Linear> Fc { get; } = []; public Tensor Forward(Tensor x) => x; }", "NNG0004 at Fc")]
    [InlineData("[Module] public partial class Net : System.IO.MemoryStream { public Tensor Forward(Tensor x) => x; }", "NNG0006 at Net")]
    [InlineData("[Module] public partial record Net { public Tensor Forward(Tensor x) => x; }", "NNG0011 at Net")]
    [InlineData("[Module] public partial class Net { public Tensor Forward(Tensor x, string mode) => x; }", "NNG0009 at mode")]
    [InlineData("[Module] public partial class Net { public float Forward(Tensor x) => x.Item(); }", "NNG0009 at Forward")]
    [InlineData("[Module] public partial class Net { private ReLU a = new(); [Name(\"a\")] private ReLU b = new(); public Tensor Forward(Tensor x) => x; }", "NNG0010 at b")]
    public void Declarations(string source, string expected) => Assert.StartsWith(expected, Assert.Single(new Program(source).Problems()));

    [Fact]
    public void A_container_must_be_partial() => Assert.StartsWith(
        "NNG0005 at Outer",
        new Program("public class Outer { [Module] public partial class Net { public Tensor Forward(Tensor x) => x; } }").Problems("Outer+Net")[0]);

    [Theory]
    [InlineData("return F.Unknown(x);", "NNG2001 at F.Unknown(x): 'F.Unknown' is no operation")]
    [InlineData("try { x = -x; } finally { } return x;", "NNG2002 at try")]
    [InlineData("throw new Exception();", "NNG2002 at throw")]
    [InlineData("return Later(x).Result; async Task<Tensor> Later(Tensor t) { await Task.Yield(); return t; }", "NNG2003 at Later(x)")]
    [InlineData("for (int i = 0; i < 30; i++) return x; return x;")]
    [InlineData("for (int i = 0; i < 30; i++) { F.Relu(x); } return x;", "NNG2004 at for")]
    [InlineData("foreach (var i in new[] { 1, 2 }) x = x * i; return x;", "NNG2004 at foreach")]
    [InlineData("while (x.Item() > 0) x = -x; return x;")]
    [InlineData("var y = Training ? x : null; return y!;", "NNG2016 at Forward")]
    [InlineData("if (x is { Rank: 2 }) x = -x; return x;")]
    [InlineData("if (Training) throw Made(); return x; static Exception Made() => new();", "NNG2002 at throw")]
    [InlineData("return x.View((int)x.Item(), -1);", "NNG2019 at (int)x.Item()")]
    [InlineData("var n = (int)x.Item(); return x[..n];", "NNG2019 at n")]
    [InlineData("return x.View(Training ? 1 : 2, -1);", "NNG2019 at Training ? 1 : 2")]
    [InlineData("if (depth > 0) x = F.Unknown(x); else x = F.Unknown(-x); return F.Unknown(x);", "NNG2001 at F.Unknown(x)", "NNG2001 at F.Unknown(x)", "NNG2001 at F.Unknown(-x)")]
    [InlineData("Func<Tensor, Tensor> f = t => -t; return f(x);", "NNG2006 at t => -t")]
    [InlineData("dynamic d = x; return d.Foo(x);", "NNG2007 at d.Foo(x)")]
    [InlineData("return Loop(x); static Tensor Loop(Tensor t) => Loop(t);", "NNG2008 at Loop(t)")]
    [InlineData("kept = x; return x;", "NNG2103 at kept")]
    [InlineData("return x * Holder.Factor;", "NNG2010 at Holder.Factor")]
    [InlineData("return x + Holder.Shared;", "NNG2011 at Holder.Shared")]
    [InlineData("Tensor? y = null; return F.Relu(y!);", "NNG2012 at y")]
    [InlineData("return new Linear(1, 1).Forward(x);", "NNG2014 at new Linear(1, 1)")]
    [InlineData("return x.View(x.Shape[Holder.Factor > 1 ? 0 : 1]);", "NNG2010 at Holder.Factor")]
    [InlineData("Tensor? y = null; return x.View(y!.Shape[0]);", "NNG2205 at y!.Shape")]
    [InlineData("return x[Holder.Factor > 1 ? 0 : 1];", "NNG2010 at Holder.Factor")]
    [InlineData("return x[Tensor.Ellipsis, Tensor.Ellipsis];", "NNG2099 at x[")]
    [InlineData("lock (this) { x = -x; } return x;", "NNG2013 at lock")]
    [InlineData("goto end; end: return x;", "NNG2017 at goto")]
    [InlineData("ref var y = ref x; return x;", "NNG2018 at y = ref x")]
    public void Bodies(string body, params string[] expected)
    {
        var problems = new Program(
            $$"""
            [Module] public partial class Net(int depth)
            {
                [Buffer] private Tensor kept = Tensor.Ones(1);
                public int Depth { get; set; } = depth;
                public Tensor Forward(Tensor x) { {{body}} }
            }
            public static class Holder { public static float Factor = 2; public static Tensor Shared = Tensor.Ones(1); }
            """).Problems();
        Assert.Equal(expected.Length, problems.Length);
        Assert.All(expected.Zip(problems), pair => Assert.StartsWith(pair.First, pair.Second));
    }

    [Fact]
    public void All_are_reported_in_one_go()
    {
        var problems = new Program(
            """
            [Module] public partial class Net(int depth)
            {
                private readonly Linear[] many = [];
                private Tensor plain = Tensor.Ones(1);
                public Tensor Forward(Tensor x)
                {
                    var a = F.Unknown(x);
                    var b = F.Relu(a) + plain;
                    if (Training) b = -b;
                    while (true) { }
                    return F.Unknown(b);
                }
            }
            """).Problems();
        Assert.Equal(["NNG0004", "NNG0003", "NNG2001", "NNG2004", "NNG2001"], problems.Select(p => p[..7]));
    }

    [Fact]
    public void Errors_of_the_language_are_left_to_the_compiler()
    {
        var result = new Program("[Module] public partial class Net { public Tensor Forward(Tensor x) => F.Missing(x) + nothing; }").Lower("Net");
        Assert.Empty(result.Problems);
        Assert.True(result.Module.Module.IsBroken);
    }
}

namespace NnGen.Generator.Tests.Execution;

/// <summary>Turns that end early: <c>continue</c> and <c>break</c>, where binding decides and where a call does.</summary>
public class JumpTests
{
    [Theory]
    [InlineData("for (var i = 0; i < 4; i++) { if (i == 1) continue; x = fc.Forward(x).Tanh(); } return x;")]
    [InlineData("for (var i = 0; i < 20; i++) { if (i % 3 == 1) continue; if (i == 7) break; x = fc.Forward(x).Tanh(); } return x;")]
    [InlineData("foreach (var layer in layers) { if (Training) continue; x = layer.Forward(x).Tanh(); } return x;")]
    [InlineData("foreach (var layer in layers) { x = layer.Forward(x); if (x.Sum().Item() > 0) continue; x = x.Tanh(); } return x;")]
    [InlineData("foreach (var layer in layers) { x = layer.Forward(x); if (x.Sum().Item() > 0) break; x = x.Tanh(); } return x;")]
    [InlineData("foreach (var layer in layers) { if (Mode == 1) { x = x * 2f; if (x.Sum().Item() > 0) continue; } else if (x.Mean().Item() < 0) { break; } x = layer.Forward(x).Tanh(); } return x + 1f;")]
    [InlineData("for (var i = 0; i < 12; i++) { x = fc.Forward(x).Tanh(); switch (i % 3) { case 0: continue; case 1: break; default: x = x * 1.1f; break; } if (x.Sum().Item() < 0) break; x = x + scale; } return x;")]
    [InlineData("foreach (var t in new[] { x, x * 2f, -x }) { if (t.Sum().Item() < 0) continue; x = x + t; if (Training) break; x = x * scale; } return x;")]
    [InlineData("var n = 0; while (true) { x = fc.Forward(x).Tanh(); if (++n >= 3) break; x = x + scale; } return x;")]
    [InlineData("var n = 0; while (true) { x = fc.Forward(x).Tanh(); if (x.Square().Sum().Item() < 0.5f || n >= 9) break; n++; } return x * (float)n;")]
    [InlineData("var n = 0; do { n++; if (x.Sum().Item() > 0) continue; x = fc.Forward(x) + scale; } while (n < 4); return x;")]
    [InlineData("var n = 0; for (; ; n += 2) { if (n > 4) break; if (x.Sum().Item() > 0) continue; x = fc.Forward(x).Tanh(); } return x;")]
    [InlineData("foreach (var layer in layers) { for (var i = 0; i < 10; i++) { x = layer.Forward(x).Tanh(); if (x.Sum().Item() > 0) break; x = x * 1.5f; } if (x.Mean().Item() < -0.2f) break; } return x;")]
    [InlineData("for (var i = 0; i < 12; i++) { if (i > 1) { if (Training) { if (x.Sum().Item() > 0) break; x = x.Tanh(); } else { x = x * 0.9f; continue; } } x = fc.Forward(x); } return x;")]
    public void Turns_end_early(string body) => Check(body);

    [Theory]
    [InlineData("var n = 0; while (x.Square().Sum().Item() > 1f) { x = x * 0.5f; n++; } return fc.Forward(x) * (float)n;")]
    [InlineData("var sum = 0f; for (var i = 0; i < 9; i++) { x = fc.Forward(x).Tanh(); sum += x.Sum().Item(); } return x * sum;")]
    [InlineData("var done = false; var steps = 0L; while (!done) { x = fc.Forward(x).Tanh() * 0.7f; steps++; done = x.Square().Sum().Item() < 0.5 || steps == 6; } return x / steps;")]
    [InlineData("var count = 0; foreach (var layer in layers) { x = layer.Forward(x); if (x.Sum().Item() > 0) count++; } return count > 1 ? x * (float)count : x.Tanh();")]
    [InlineData("var best = double.MinValue; var pick = 1; for (var i = 0; i < 5; i++) { x = fc.Forward(x).Tanh(); var score = (double)x.Sum().Item(); if (score > best) { best = score; pick = i + 1; } } return x * (float)pick;")]
    [InlineData("for (var i = 0; i < Mode; i++) x = fc.Forward(x).Tanh(); return x;")]
    [InlineData("var gain = 1f; if (x.Sum().Item() > 0) { var h = fc.Forward(x); gain = h.Mean().Item(); x = h; } return x * gain;")]
    [InlineData("var patience = 2; var last = 1e9f; while (patience > 0) { x = fc.Forward(x).Tanh() * 0.9f; var loss = x.Square().Mean().Item(); if (loss >= last * 0.5f) patience--; last = loss; } return x;")]
    public void Numbers_that_only_a_call_knows(string body) => Check(body);

    private static void Check(string body)
    {
        var program = new Generation(("Net.cs", CallTimeBranchTests.Source(body)));
        Assert.DoesNotContain(program.Diagnostics, diagnostic => diagnostic.Id != "CS0162");
        var net = Generation.Create(program.Load(), "Net");
        for (var call = 0; call < 6; call++)
        {
            net.GetType().GetProperty("Mode")!.SetValue(net, call % 3);
            if (call % 2 == 0)
                net.Train();
            else
                net.Eval();
            Gradients.CheckCallAgainstForward(net, Tensor.Randn(call < 4 ? 3 : 5, 4));
        }
    }
}

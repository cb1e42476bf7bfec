using FsCheck;
using FsCheck.Fluent;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Tests.Shapes;

/// <summary>What is inferred with symbols holds for every size: matching with numbers is the judge.</summary>
public class AgreementTests
{
    private static readonly string[] Contracts =
    [
        "x: *B, K; weight: N, K; bias: N? -> y: *B, N",
        "a: #*S; c: #*S -> y: *S",
        "x: *S; mask: #*S -> y: *S",
        "x: N, #C; scale: #C -> y: N, C",
        "a: K; c: K -> y: () | a: N, K; c: K, M -> y: N, M | a: #*S, N, K; c: #*S, K, M -> y: *S, N, M",
        "x: N, C, *D; target: N, *D -> y: () when p == 0 | x: N, C, *D; target: N, *D -> y: N, *D",
        "x: N, C, H; weight: O, C, Kh -> y: N, O, Ho where Ho = (H + 2*p - Kh)//q + 1",
        "x: *B, 2*C -> y: *B, C",
        "x: N, C, H -> y: N, C/p, H*p",
        "x: *B, dims(l) -> y: *B, dims(l)",
        "x: *S -> y: flatten(*S, p, q)",
        "x: *S -> y: reshape(*S, l)",
        "x: *S -> y: permute(*S, l)",
        "x: *S -> y: transpose(*S, p, q)",
        "x: *S -> y: squeeze(*S)",
        "x: *S -> y: squeeze(*S, p)",
        "x: *S -> y: unsqueeze(*S, p)",
        "x: *S -> y: expand(*S, l)",
        "x: *S -> y: reduce(*S, l, p)",
        "x: *S; z: *T -> y: broadcast(*S, *T)",
        "x: *S -> y: slice(*S, p, q, l[0], 1)",
        "x: *S -> y: select(*S, p, q)",
        "x: *S -> y: resize(*S, p, q)",
        "x: *S -> y: pad(*S, l)",
        "x: *S -> y: repeat(*S, l)",
        "xs: [*B, C_i]... -> y: *B, sum(C_i), count(xs)",
        "xs: [*S_i]... -> y: concat(xs, p)",
        "xs: [*S_i]... -> y: stack(xs, p)",
        "x: *S -> y: prod(*S), size(*S, p)",
    ];

    [Fact]
    public void SymbolsAndNumbersAgree()
    {
        var decided = 0;
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => decided += Compare(new System.Random(seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(4000));
        // A property that is never decided would hold for nothing.
        Assert.True(decided > 1500, $"{decided} calls were decided");
    }

    private static int Compare(System.Random random)
    {
        var call = RandomCall(random);
        var result = call.Infer();
        Assert.Equal(call.Contract.Outputs.Count, result.Outputs.Count);
        foreach (var message in result.Messages(new CallSite("f", [])))
            Assert.DoesNotContain("?", message, StringComparison.Ordinal);
        for (var i = 0; i < 6; i++)
        {
            var values = new Dictionary<string, long> { ["N"] = random.Next(1, 6), ["M"] = random.Next(1, 6), ["T"] = random.Next(1, 4) };
            var numbers = call.Match(name => values[name]);
            var context = $"{call.Contract} with {string.Join(" ", call.Inputs)} {Describe(call)} at {string.Join(" ", values)}";
            if (result.Truth != Truth.Unknown)
                Assert.True((numbers is not null) == (result.Truth == Truth.Proven), $"{context}: {result.Truth} {string.Join(" ", result.Mismatches)}");
            for (var output = 0; numbers is not null && output < numbers.Length; output++)
                AssertSame(result.Outputs[output], numbers[output], values, context);
        }

        return result.Truth == Truth.Unknown ? 0 : 1;
    }

    private static void AssertSame(SymbolicShape shape, long[] numbers, Dictionary<string, long> values, string context)
    {
        if (!shape.HasRank)
            return;
        Assert.True(shape.Dims.Count == numbers.Length, context + $": {shape} has another rank than [{string.Join(", ", numbers)}]");
        for (var i = 0; i < numbers.Length; i++)
        {
            // A size the engine left open says nothing.
            if (shape.Dims[i].Symbols().All(values.ContainsKey))
                Assert.True(shape.Dims[i].Evaluate(name => values[name]) == numbers[i], $"{context}: {shape} is not [{string.Join(", ", numbers)}]");
        }
    }

    private static Call RandomCall(System.Random random)
    {
        var call = new Call(Contracts[random.Next(Contracts.Length)]);
        var shared = RandomShape(random);
        foreach (var input in call.Contract.Inputs)
        {
            var count = input.IsVariadic ? random.Next(1, 4) : 1;
            for (var i = 0; i < count; i++)
                call.Input(input.IsOptional && random.Next(2) == 0 ? null : random.Next(3) == 0 ? RandomShape(random) : Mutate(shared, random));
        }

        foreach (var hyper in call.Contract.Hypers)
        {
            if (hyper == "l")
                call.Hyper("l", [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(6) == 0 ? Dim.Symbol("N") : random.Next(-1, 4))]);
            else
                call.Hyper(hyper, random.Next(-2, 4));
        }

        return call;
    }

    private static SymbolicShape RandomShape(System.Random random)
        => SymbolicShape.Of(Enumerable.Range(0, random.Next(0, 5)).Select(_ => RandomDim(random)));

    private static SymbolicShape Mutate(SymbolicShape shape, System.Random random)
    {
        var dims = shape.Dims.ToList();
        if (dims.Count > 0 && random.Next(3) == 0)
            dims[random.Next(dims.Count)] = RandomDim(random);
        if (dims.Count > 0 && random.Next(4) == 0)
            dims.RemoveAt(random.Next(2) == 0 ? 0 : dims.Count - 1);
        if (dims.Count > 1 && random.Next(3) == 0)
            dims.Reverse();
        return SymbolicShape.Of(dims);
    }

    private static Dim RandomDim(System.Random random) => random.Next(8) switch
    {
        0 or 1 => Dim.Symbol("N"),
        2 => Dim.Symbol("M"),
        3 => Dim.Symbol("T") * random.Next(1, 4),
        4 => Dim.Symbol("N") + random.Next(1, 3),
        5 => Dim.FloorDivide(Dim.Symbol("M") + 3, 2),
        _ => random.Next(1, 7),
    };

    private static string Describe(Call call)
        => string.Join(" ", call.Hypers.Select(hyper => $"{hyper.Key}={(hyper.Value.Items is { } items ? $"[{string.Join(", ", items.AsEnumerable())}]" : hyper.Value.Number)}"));
}

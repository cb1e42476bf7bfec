using FsCheck;
using FsCheck.Fluent;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Tests.Shapes;

public class DimTests
{
    private static readonly string[] Names = ["A", "B", "C"];

    [Fact]
    public void NormalFormEvaluatesToWhatWasWritten()
        => Check(seed =>
        {
            var random = new System.Random(seed);
            var (dim, evaluate) = RandomDim(random, 4);
            for (var i = 0; i < 5; i++)
            {
                var values = Names.ToDictionary(name => name, _ => random.NextInt64(1, 50));
                Assert.Equal(evaluate(values), dim.Evaluate(name => values[name]));
            }
        });

    [Fact]
    public void DimsAreARing()
        => Check(seed =>
        {
            var random = new System.Random(seed);
            var (a, b, c) = (RandomDim(random, 3).Dim, RandomDim(random, 3).Dim, RandomDim(random, 3).Dim);
            Assert.Equal(a + b, b + a);
            Assert.Equal(a * b, b * a);
            Assert.Equal((a + b) + c, a + (b + c));
            Assert.Equal((a * b) * c, a * (b * c));
            Assert.Equal(a * (b + c), (a * b) + (a * c));
            Assert.Equal(a + Dim.Zero, a);
            Assert.Equal(a * Dim.One, a);
            Assert.Equal(a - a, Dim.Zero);
            Assert.Equal(a.GetHashCode(), (b + a - b).GetHashCode());
        });

    [Fact]
    public void ExactDivisionUndoesMultiplication()
        => Check(seed =>
        {
            var random = new System.Random(seed);
            var (a, b) = (RandomDim(random, 3).Dim, RandomDim(random, 2).Dim);
            if (b != Dim.Zero && (a * b).DivideExactly(b) is { } quotient)
                Assert.Equal(a, quotient);
        });

    [Fact]
    public void SubstitutionCommutesWithEvaluation()
        => Check(seed =>
        {
            var random = new System.Random(seed);
            var (dim, _) = RandomDim(random, 4);
            var (image, _) = RandomDim(random, 2);
            var values = Names.ToDictionary(name => name, _ => random.NextInt64(1, 20));
            var substituted = dim.Substitute(name => name == "A" ? image : null);
            Assert.Equal(
                dim.Evaluate(name => name == "A" ? image.Evaluate(inner => values[inner]) : values[name]),
                substituted.Evaluate(name => values[name]));
        });

    [Fact]
    public void WhatIsProvenOrRefutedIsSo()
        => Check(seed =>
        {
            var random = new System.Random(seed);
            var facts = new DimFacts();
            var step = random.Next(1, 4);
            facts.Assume("A", min: step, multipleOf: step);
            facts.Assume("C", max: 6);
            var (left, right) = (RandomDim(random, 3).Dim, RandomDim(random, 3).Dim);
            var equal = DimComparison.AreEqual(left, right, facts);
            var atLeast = DimComparison.IsAtLeast(left, right, facts);
            var divides = DimComparison.Divides(right, left, facts);
            for (var i = 0; i < 20; i++)
            {
                var values = new Dictionary<string, long> { ["A"] = step * random.NextInt64(1, 9), ["B"] = random.NextInt64(1, 9), ["C"] = random.NextInt64(1, 7) };
                var (l, r) = (left.Evaluate(name => values[name]), right.Evaluate(name => values[name]));
                AssertTruth(equal, l == r, $"{left} == {right}");
                AssertTruth(atLeast, l >= r, $"{left} >= {right}");
                if (r != 0)
                    AssertTruth(divides, l % r == 0, $"{right} divides {left}");
            }
        });

    [Theory]
    [InlineData("64*N", "64·N")]
    [InlineData("N*64*12 + 1 - N", "767·N + 1")]
    [InlineData("(H - 1)//2 + 1", "(H + 1)//2")]
    [InlineData("((H - 1)//2 + 1 - 3)//2", "(H + 3)//4 - 2")]
    [InlineData("4*N//2", "2·N")]
    [InlineData("2*N//4", "N//2")]
    [InlineData("(2*N + 5)//4", "N//2 + 1")]
    [InlineData("heads*headDim//heads", "headDim")]
    [InlineData("N - N", "0")]
    [InlineData("3*(N//2)", "3·(N//2)")]
    public void NormalFormReadsWell(string text, string expected)
        => Assert.Equal(expected, DimOf(text).ToString());

    [Theory]
    [InlineData("64*N + 1", "64 * n + 1")]
    [InlineData("(H + 1)//2", "((h + 1) / 2)")]
    [InlineData("(H - 5)//4", "((h + 3) / 4) - 2")]
    [InlineData("(H - W)//K", "global::NnGen.CompilerServices.DimMath.FloorDivide(h - w, k)")]
    public void CSharpRoundsTheSameWay(string text, string expected)
        => Assert.Equal(expected, DimOf(text).ToCSharp(name => name.ToLowerInvariant()));

    [Theory]
    [InlineData("N + 1", "N", nameof(Truth.Refuted))]
    [InlineData("10*N", "20*N", nameof(Truth.Refuted))]
    [InlineData("2*N", "7", nameof(Truth.Refuted))]
    [InlineData("N", "784", nameof(Truth.Unknown))]
    [InlineData("N*N", "N", nameof(Truth.Unknown))]
    [InlineData("N*M + 1", "N", nameof(Truth.Refuted))]
    [InlineData("N//2*2", "N + 1", nameof(Truth.Refuted))]
    public void EqualityIsDecidedWhereItCanBe(string left, string right, string expected)
        => Assert.Equal(expected, DimComparison.AreEqual(DimOf(left), DimOf(right), DimFacts.None).ToString());

    [Fact]
    public void FactsDecideMore()
    {
        var facts = new DimFacts();
        facts.Equate("channels", Dim.Symbol("heads") * Dim.Symbol("headDim"));
        facts.Assume("T", min: 8, max: 256, multipleOf: 8);
        Assert.Equal(Truth.Proven, DimComparison.Divides(Dim.Symbol("heads"), Dim.Symbol("channels"), facts));
        Assert.Equal(Truth.Proven, DimComparison.AreEqual(DimOf("T//4*4"), DimOf("T"), facts));
        Assert.Equal(Truth.Refuted, DimComparison.AreEqual(DimOf("T"), 257, facts));
        Assert.Equal(Truth.Refuted, DimComparison.AreEqual(DimOf("T"), 12, facts));
    }

    [Fact]
    public void OverflowIsNeverSilent()
    {
        var large = Dim.Constant(long.MaxValue);
        Assert.Throws<OverflowException>(() => large + 1);
        Assert.Throws<OverflowException>(() => large * Dim.Symbol("N") * 2);
        Assert.Throws<OverflowException>(() => (large * Dim.Symbol("N")).Evaluate(_ => 2));
        Assert.Throws<DivideByZeroException>(() => Dim.FloorDivide(Dim.Symbol("N"), 0));
    }

    private static Dim DimOf(string text) => ShapeText.Parse(text).ToShape(_ => null, new ConstraintStore()).Dims[0];

    private static void AssertTruth(Truth truth, bool actual, string statement)
    {
        if (truth != Truth.Unknown)
            Assert.True(actual == (truth == Truth.Proven), $"{statement} is {actual}, but was {truth}");
    }

    private static void Check(Action<int> property)
        => Prop.ForAll(ArbMap.Default.ArbFor<int>(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static (Dim Dim, Func<Dictionary<string, long>, long> Evaluate) RandomDim(System.Random random, int depth)
    {
        if (depth == 0 || random.Next(5) == 0)
        {
            if (random.Next(2) == 0)
            {
                var number = random.Next(-4, 9);
                return (number, _ => number);
            }

            var name = Names[random.Next(Names.Length)];
            return (Dim.Symbol(name), values => values[name]);
        }

        var (left, evaluateLeft) = RandomDim(random, depth - 1);
        var (right, evaluateRight) = RandomDim(random, depth - 1);
        var divisor = random.Next(1, 7);
        return random.Next(5) switch
        {
            0 => (left + right, values => evaluateLeft(values) + evaluateRight(values)),
            1 => (left - right, values => evaluateLeft(values) - evaluateRight(values)),
            2 => (left * right, values => evaluateLeft(values) * evaluateRight(values)),
            3 => (Dim.FloorDivide(left, divisor), values => (long)Math.Floor(evaluateLeft(values) / (decimal)divisor)),
            _ => (Dim.CeilDivide(left, divisor), values => (long)Math.Ceiling(evaluateLeft(values) / (decimal)divisor)),
        };
    }
}

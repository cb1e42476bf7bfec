using FsCheck;
using FsCheck.Fluent;
using NnGen.Compiler.Planning;

namespace NnGen.Compiler.Tests.Planning;

public class FrameLayoutTests
{
    private static readonly Gen<FrameInterval> s_interval =
        from bytes in Gen.OneOf(Gen.Choose(0, 4), Gen.Choose(1, 5000))
        from first in Gen.Choose(0, 30)
        from length in Gen.Choose(0, 12)
        select new FrameInterval(bytes, first, first + length);

    [Fact]
    public void What_lives_at_the_same_time_never_shares_a_byte()
        => Prop.ForAll(s_interval.ArrayOf().ToArbitrary(), intervals =>
        {
            var offsets = new int[intervals.Length];
            var frame = FrameLayout.Place(intervals, offsets);
            return frame % FrameLayout.Alignment == 0
                && offsets.All(offset => offset >= 0 && offset % FrameLayout.Alignment == 0)
                && Pairs(intervals.Length).All(pair => !intervals[pair.A].Overlaps(intervals[pair.B]) || AreApart(intervals, offsets, pair.A, pair.B))
                && Enumerable.Range(0, intervals.Length).All(i => offsets[i] + intervals[i].Bytes <= frame);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_frame_is_never_larger_than_everything_side_by_side()
        => Prop.ForAll(s_interval.ArrayOf().ToArbitrary(), intervals =>
            FrameLayout.Place(intervals, new int[intervals.Length]) <= intervals.Sum(interval => (interval.Bytes + 63) / 64 * 64))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_chain_of_values_needs_two_slots()
    {
        var chain = Enumerable.Range(0, 10).Select(i => new FrameInterval(256, i, i + 1)).ToArray();
        Assert.Equal(512, FrameLayout.Place(chain, new int[10]));
    }

    [Fact]
    public void The_smallest_gap_that_fits_is_taken()
    {
        FrameInterval[] intervals = [new(640, 0, 1), new(512, 0, 9), new(256, 0, 1), new(192, 0, 9), new(128, 5, 9)];
        var offsets = new int[intervals.Length];
        FrameLayout.Place(intervals, offsets);
        Assert.Equal(offsets[2], offsets[4]);
    }

    [Fact]
    public void A_frame_beyond_2_GiB_is_refused()
        => Assert.Throws<OverflowException>(() => FrameLayout.Place([new(int.MaxValue - 100, 0, 1), new(1000, 0, 1)], new int[2]));

    private static IEnumerable<(int A, int B)> Pairs(int count)
        => from a in Enumerable.Range(0, count) from b in Enumerable.Range(0, a) select (a, b);

    private static bool AreApart(FrameInterval[] intervals, int[] offsets, int a, int b)
        => intervals[a].Bytes == 0 || intervals[b].Bytes == 0 || offsets[a] + intervals[a].Bytes <= offsets[b] || offsets[b] + intervals[b].Bytes <= offsets[a];
}

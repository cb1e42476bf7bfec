using NnGen.Data;

namespace NnGen.TrainingTests;

public class TextTests
{
    [Fact]
    public void Characters_become_numbers_and_text_again()
    {
        var vocabulary = Vocabulary.OfCharacters("hello\n");
        Assert.Equal(["\n", "e", "h", "l", "o"], vocabulary.Tokens);
        Assert.Equal([2L, 1, 3, 3, 4], vocabulary.Encode("hello").ToArray());
        Assert.Equal("hello", vocabulary.Decode(vocabulary.Encode("hello")));
        var refused = Assert.Throws<ArgumentException>(() => vocabulary.Encode("help"));
        Assert.StartsWith("The vocabulary has no 'p'", refused.Message, StringComparison.Ordinal);
        Assert.Equal([0L, 0], Vocabulary.OfCharacters("abc", unknown: "?").Encode("zd").ToArray());
    }

    [Fact]
    public void Words_are_numbered_by_how_often_they_stand()
    {
        var vocabulary = Vocabulary.OfWords("b a  b\tc\r\na b", minCount: 2);
        Assert.Equal(["<unk>", "b", "a"], vocabulary.Tokens);
        Assert.Equal("b <unk> a", vocabulary.Decode(vocabulary.Encode("b c a")));
        Assert.Throws<ArgumentException>(() => Vocabulary.OfWords("a", unknown: null).Encode("b"));
        Assert.Throws<ArgumentOutOfRangeException>(() => vocabulary.Decode(Tensor<long>.From([3], 1)));
        Assert.Equal(0, vocabulary.Encode("  ").Count);
    }

    [Theory]
    [InlineData(1, new[] { 0, 1, 2, 3 })]
    [InlineData(2, new[] { 0, 2 })]
    [InlineData(3, new[] { 0, 3 })]
    public void Pieces_go_with_those_one_token_on(int stride, int[] starts)
    {
        var tokens = Tensor<long>.From([10, 11, 12, 13, 14, 15], 6);
        var pieces = new TokenDataset(tokens, length: 2, stride);
        Assert.Equal(starts.Select(start => 10L + start), Enumerable.Range(0, pieces.Count).Select(i => pieces[i].Input[0].Item()));
        Assert.Equal([12L, 13], new TokenDataset(tokens, 2)[1].Target.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => pieces[pieces.Count]);
        Assert.Throws<ArgumentException>(() => new TokenDataset(tokens, length: 6));
    }

    [Fact]
    public void Lines_of_files_are_samples()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "one\ntwo\r\n\nfour");
        var lines = new LineDataset(path, path);
        Assert.Equal(["one", "two", "", "four", "one"], Enumerable.Range(0, 5).Select(i => lines[i]));
        Assert.Equal(8, lines.Count);
        File.Delete(path);
    }
}

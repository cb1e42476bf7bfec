using NnGen.Data;

namespace NnGen.TrainingTests;

public class CsvTableTests
{
    private const string Flowers = "length,width,\"kind, of flower\"\n5.1, 3.5 ,setosa\r\n-1e-3,NaN,\"iris \"\"virginica\"\"\"\n7,0,setosa\n";

    [Fact]
    public void Numbers_and_classes_are_read_by_column()
    {
        var table = CsvTable.Read(new StringReader(Flowers));
        Assert.Equal(["length", "width", "kind, of flower"], table.Columns);
        Assert.Equal([5.1f, 3.5f, -1e-3f, float.NaN, 7, 0], table.Numbers("length", "width").ToArray());
        Assert.Equal(Shape.Create([3, 1]), table.Numbers("width").Shape);
        var (classes, names) = table.Classes("kind, of flower");
        Assert.Equal([1L, 0, 1], classes.ToArray());
        Assert.Equal(["iris \"virginica\"", "setosa"], names);
    }

    [Theory]
    [InlineData("", "The text is empty: expected a header.")]
    [InlineData("a,a\n1,2\n", "The text has two columns of one name: a, a.")]
    [InlineData("a,b\n1,2\n1\n", "The text, line 3: the row has 1 cells, but the header 2.")]
    [InlineData("a,b\n1,2,3\n", "The text, line 2: the row has 3 cells, but the header 2.")]
    [InlineData("a,b\n1,x\n", "The text, line 2: 'x' in column 'b' is no number.")]
    [InlineData("a,b\n1,\n", "The text, line 2: '' in column 'b' is no number.")]
    [InlineData("a,b\n\"1\n2\",3\n4,5,6\n", "The text, line 4: the row has 3 cells, but the header 2.")]
    [InlineData("a,b\n1,\"2\n", "The text, line 3: the row is no CSV. ")]
    public void What_is_wrong_is_named_with_its_place(string content, string message)
    {
        var refused = Assert.Throws<InvalidDataException>(() => CsvTable.Read(new StringReader(content)).Numbers());
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_misspelt_is_named_with_those_that_there_are()
    {
        var table = CsvTable.Read(new StringReader("a;b\n1;2\n"), delimiter: ";");
        var refused = Assert.Throws<ArgumentException>(() => table.Numbers("A"));
        Assert.StartsWith("The text has no column 'A', but 'a', 'b'.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_without_rows_is_an_empty_table()
        => Assert.Equal(Shape.Create([0, 2]), CsvTable.Read(new StringReader("a,b\n")).Numbers().Shape);

    [Fact]
    public void A_file_that_is_missing_or_has_a_byte_order_mark()
    {
        Assert.Throws<FileNotFoundException>(() => CsvTable.Load(Path.Combine(Path.GetTempPath(), "nngen-missing.csv")));
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, .. "a,b\n1,2\n"u8]);
        Assert.Equal("a", CsvTable.Load(path).Columns[0]);
        File.Delete(path);
    }
}

using System.Globalization;
using System.Xml.Linq;
using NnGen.Metrics;
using NnGen.Pictures;

namespace NnGen.TrainingTests;

public class PictureTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    public static TheoryData<double[]> Series => new(
        [],
        [1],
        [0, 0, 0],
        [double.NaN, double.NaN],
        [1, double.NaN, 2, 3, double.PositiveInfinity, double.NegativeInfinity, 1],
        [1e300, -1e300],
        [1e99, -1e99],
        [1e-300, 2e-300],
        [1e9, 1e9 + 1e-7],
        [-5e-7, 3e-7],
        [double.MaxValue, double.Epsilon],
        [1, 1e6, 2e6],
        [.. Enumerable.Range(0, 100_000).Select(i => Math.Sin(i))]);

    [Theory]
    [MemberData(nameof(Series))]
    public void A_curve_of_any_values_is_a_picture_within_its_borders(double[] values)
    {
        var curve = new LearningCurve("any");
        curve.Add("values", values);
        curve.Add("more", [0.5]);
        var svg = XDocument.Parse(curve.ToSvg()).Root!;
        double width = Number(svg, "width"), height = Number(svg, "height");
        foreach (var line in svg.Elements(s_svg + "polyline"))
        {
            foreach (double[] point in line.Attribute("points")!.Value.Split(' ').Select(p => p.Split(',').Select(Parse).ToArray()))
            {
                Assert.InRange(point[0], 0, width);
                Assert.InRange(point[1], 0, height);
            }
        }

        Assert.InRange(svg.Elements().Count(), 10, 60);
        Assert.InRange(svg.ToString().Length, 1000, 200_000);
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_are_escaped_and_what_XML_cannot_hold_is_replaced()
    {
        string text = "<b>&\"loss\"' \u0001 \ud800 µ 🙂";
        var curve = new LearningCurve(text) { XLabel = text, YLabel = text };
        curve.Add(text, [1, 2]);
        var svg = XDocument.Parse(curve.ToSvg()).Root!;
        string shown = text.Replace('\u0001', '\ufffd').Replace('\ud800', '\ufffd');
        Assert.Equal(4, svg.Elements(s_svg + "text").Count(t => t.Value == shown));

        var matrix = new ConfusionMatrix(2);
        Assert.Equal(4, XDocument.Parse(new ConfusionPicture(matrix, [text, "<"]).ToSvg()).Descendants(s_svg + "text").Count(t => t.Value == shown || t.Value == "<"));
    }

    [Theory]
    [InlineData(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 2.31, "0.0 0.5 1.0 1.5 2.0 2.5")]
    [InlineData(-3, 47, "-10 0 10 20 30 40 50")]
    [InlineData(0.01, 0.012, "0.0100 0.0105 0.0110 0.0115 0.0120")]
    [InlineData(0, 4e7, "0 1E+7 2E+7 3E+7 4E+7")]
    public void Axes_show_round_numbers(double low, double high, string expected)
    {
        var curve = new LearningCurve();
        curve.Add("values", [low, high]);
        var texts = XDocument.Parse(curve.ToSvg()).Root!.Elements(s_svg + "text").Where(t => t.Attribute("text-anchor")!.Value == "end").Select(t => t.Value);
        Assert.Equal(expected, string.Join(" ", texts));
    }

    [Fact]
    public void A_line_is_interrupted_where_there_is_no_value_and_a_single_point_is_a_dot()
    {
        var curve = new LearningCurve();
        curve.Add("values", [1, 2, double.NaN, 3, double.NaN, 4, 5]);
        var svg = XDocument.Parse(curve.ToSvg()).Root!;
        var lines = svg.Elements().Where(e => (string?)e.Attribute("stroke") == "#1f77b4" && (string?)e.Attribute("stroke-width") == "1.5");
        Assert.Equal(2, lines.Count());
        Assert.Single(svg.Elements(s_svg + "circle"));
    }

    [Fact]
    public void The_progress_of_a_training_becomes_lines()
    {
        var all = new LearningCurve();
        var chosen = new LearningCurve("losses", "val_loss");
        var setup = new Setup();
        setup.Trainer.Progress.Add(all);
        setup.Trainer.Progress.Add(chosen);
        setup.Trainer.Fit(2);
        Assert.Equal(["loss", "grad_norm", "train_loss", "val_loss"], Legend(all));
        Assert.Equal(["val_loss"], Legend(chosen));

        static IEnumerable<string> Legend(LearningCurve curve) => XDocument.Parse(curve.ToSvg()).Root!.Elements(s_svg + "text")
            .Where(t => t.Attribute("text-anchor")!.Value == "start" && t.Attribute("font-size")!.Value == "12").Select(t => t.Value);
    }

    [Fact]
    public void A_confusion_matrix_shows_its_numbers_and_colours_by_row()
    {
        var matrix = new ConfusionMatrix(3);
        matrix.Update(Tensor<long>.From([0, 0, 1, 1, 1], 5), Tensor<long>.From([0, 0, 1, 0, 1], 5));
        var svg = XDocument.Parse(new ConfusionPicture(matrix, ["cat", "dog", "a name that is much too long for a picture"]).ToSvg()).Root!;
        var cells = svg.Elements(s_svg + "rect").Skip(1).ToList();
        Assert.Equal(9, cells.Count);
        Assert.Equal("cat taken for dog: 1", cells[1].Value);
        Assert.Equal("#084594", cells[4].Attribute("fill")!.Value);
        Assert.Equal("#F7FBFF", cells[8].Attribute("fill")!.Value);
        Assert.Contains("accuracy 80.00 %", svg.Elements(s_svg + "text").Select(t => t.Value));
        Assert.Equal(2, svg.Elements(s_svg + "text").Count(t => t.Value == "a name that is much too…"));
        Assert.Throws<ArgumentException>(() => new ConfusionPicture(matrix, ["cat", "dog"]));
    }

    [Fact]
    public void A_confusion_matrix_without_samples_is_a_picture()
        => Assert.Contains("accuracy NaN", new ConfusionPicture(new ConfusionMatrix(1)).ToSvg(), StringComparison.Ordinal);

    [Fact]
    public void Pictures_are_saved()
    {
        string folder = Directory.CreateTempSubdirectory("nngen").FullName;
        string path = Path.Combine(folder, "curve.svg");
        new LearningCurve("µ").Save(path);
        Assert.Contains("µ", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => new LearningCurve().Save(Path.Combine(folder, "missing", "curve.svg")));
        Directory.Delete(folder, recursive: true);
    }

    private static double Number(XElement element, string attribute) => Parse(element.Attribute(attribute)!.Value);

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

using Spectre.Console;

namespace MnistSample;

/// <summary>Draws the confusion matrix: rows are what a digit is, columns what it was taken for.</summary>
internal static class ConfusionTable
{
    public static void Write(Evaluation evaluation)
    {
        var table = new Table().Border(TableBorder.Simple).Title("digit (row) taken for (column)");
        table.AddColumn("");
        for (int digit = 0; digit < Evaluation.Classes; digit++)
            table.AddColumn(new TableColumn($"{digit}").RightAligned());
        for (int actual = 0; actual < Evaluation.Classes; actual++)
        {
            var cells = Enumerable.Range(0, Evaluation.Classes).Select(predicted => Cell(evaluation, actual, predicted));
            table.AddRow([new Text($"{actual}"), .. cells]);
        }

        AnsiConsole.Write(table);
    }

    private static Text Cell(Evaluation evaluation, int actual, int predicted)
    {
        int count = evaluation.Confusion[actual, predicted];
        return new Text(count == 0 ? "." : $"{count}", new Style(actual == predicted ? Color.Green : count == 0 ? Color.Grey : Color.Red));
    }
}

using System.Globalization;
using NnGen.Benchmarks;
using NnGen.Benchmarks.Compile;

// dotnet run -c Release --project bench/Compile -- [result file] [rounds]
if (args.ElementAtOrDefault(0) == Timing.ColdArgument)
{
    Console.WriteLine(Report.Cold());
    return;
}

string path = args.ElementAtOrDefault(0) ?? Path.Combine("bench", "RESULTS.md");
int rounds = int.Parse(args.ElementAtOrDefault(1) ?? "11", CultureInfo.InvariantCulture);
string section = new Report(rounds).Write();
ResultsFile.Replace(path, section);
Console.WriteLine(section);

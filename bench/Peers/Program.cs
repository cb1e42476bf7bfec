using System.CommandLine;
using NnGen.Benchmarks;
using NnGen.Benchmarks.Peers;

// dotnet run -c Release --project bench/Peers -- [sections] [options]; --help lists them.
Section[] all = [Networks.Section, Layers.Section, MatrixProducts.Section, Optimizers.Section, Inference.Section, Checkpoints.Section];
string[] names = [.. all.Select(section => section.Name), PeakMemory.Name, Callers.Name];
var sections = new Argument<string[]>("sections")
{
    Description = $"What is measured: {string.Join(", ", names)}. All of them if none is named.",
    DefaultValueFactory = _ => names,
}.AcceptOnlyFromAmong(names);
var rounds = new Option<int>("--rounds") { Description = "How often both sides are timed.", DefaultValueFactory = _ => 7 };
var seconds = new Option<double>("--seconds") { Description = "How long each side is timed in a round.", DefaultValueFactory = _ => 0.3 };
var results = new Option<string>("--results") { Description = "The file of results.", DefaultValueFactory = _ => Path.Combine("bench", "RESULTS.md") };
var python = new Option<string>("--python") { Description = "A Python with PyTorch.", DefaultValueFactory = _ => "/usr/bin/python3" };
var memory = new Command("peak-memory", "Does one thing and prints the most memory that this process took, in megabytes.") { Hidden = true };
var thing = new Argument<string>("thing");
memory.Add(thing);
memory.SetAction(parsed => PeakMemory.Run(parsed.GetRequiredValue(thing)));

var root = new RootCommand("Times NnGen and its peers in turn and rewrites their sections of the results.") { sections, rounds, seconds, results, python, memory };
root.SetAction(parsed =>
{
    int[] threadCounts = Environment.ProcessorCount > 1 ? [1, Environment.ProcessorCount] : [1];
    var conditions = new Conditions(parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetRequiredValue(python));
    foreach (string name in parsed.GetRequiredValue(sections))
    {
        string report = name switch
        {
            PeakMemory.Name => PeakMemory.Report(conditions),
            Callers.Name => Callers.Report(conditions),
            _ => new Comparison(conditions).Report(all.First(section => section.Name == name), threadCounts),
        };
        ResultsFile.Replace(parsed.GetRequiredValue(results), report);
        Console.WriteLine(report);
    }
});
return root.Parse(args).Invoke();

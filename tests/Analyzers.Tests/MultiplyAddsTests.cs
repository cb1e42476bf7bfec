using NnGen.Analyzers.Tests.Fuzz;

namespace NnGen.Analyzers.Tests;

/// <summary>What <c>Summary</c> counts for networks whose numbers are published: parameters, and multiply-adds of one sample.</summary>
public sealed class MultiplyAddsTests
{
    [Theory]
    [InlineData("LeNet5", "LeNet5", "61,706", "416,520")]
    [InlineData("ResNet18", "ResNet18", "11,689,512", "1,814,073,344")]
    public async Task Counts_what_is_published(string program, string type, string parameters, string multiplyAdds)
    {
        string? summary = null;
        var run = await ProgramFiles.OfCorpus(program, assembly => summary = Runs.Modules(assembly).Single(module => module.GetType().Name == type).Summary(batch: 1)).RunAsync();
        Assert.Null(run!.Failure);
        Assert.Contains($"\n{parameters} parameters", summary);
        Assert.Contains($"\n{multiplyAdds} multiply-adds", summary);
    }
}

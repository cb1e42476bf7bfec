using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Differentiation;
using NnGen.Compiler.Fusion;

namespace NnGen.Compiler.Planning;

/// <summary>Numbers what both passes do, in the order in which it happens. Lifetimes are ranges of these numbers.</summary>
internal sealed class Timeline
{
    private readonly Dictionary<int, int> _definitions = [];

    public Timeline(FusedMethod method, ReversePass reverse)
    {
        foreach (var step in method.Body.Steps.Where(step => !step.IsView))
        {
            foreach (var result in step.Results)
                _definitions.Add(result.Value, Forward.Count);
            Forward.Add(step);
        }

        Backward = reverse.Steps;
    }

    /// <summary>The forward steps that compute something; a step's number is its time.</summary>
    public List<Step> Forward { get; } = [];

    /// <summary>The backward steps in the order in which they run.</summary>
    public IReadOnlyList<BackwardStep> Backward { get; }

    /// <summary>When results are copied to where the caller wants them.</summary>
    public int CopyTime => Forward.Count;

    /// <summary>When the gradients of the results enter.</summary>
    public int SeedTime => Forward.Count + 1;

    /// <summary>The step that computes a value.</summary>
    public int Definition(int value) => _definitions[value];

    public int BackwardTime(int index) => SeedTime + 1 + index;

    /// <summary>The backward step of a forward step, or -1.</summary>
    public int BackwardOf(Step step)
    {
        for (var i = 0; i < Backward.Count; i++)
        {
            if (ReferenceEquals(Backward[i].Step, step))
                return i;
        }

        return -1;
    }

    /// <summary>A time for people: <c>forward 2</c>, <c>backward 3</c>.</summary>
    public string Describe(int time) => time switch
    {
        _ when time < CopyTime => $"forward {time + 1}",
        _ when time == CopyTime => "return",
        _ when time == SeedTime => "backward",
        _ => $"backward {time - SeedTime}",
    };
}

using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>
/// Comments of a pass: over a step stands the user's statement; where a statement takes several steps it stands once, and
/// over each step the expression that it computes.
/// </summary>
/// <param name="steps">The steps in the order in which the pass runs them.</param>
/// <param name="remark">What to say of a step's result.</param>
internal sealed class NoteWriter(IReadOnlyList<Step> steps, Func<Step, string?> remark)
{
    public EquatableArray<NotePlan> NotesOf(int index)
    {
        var source = Last(index);
        var notes = steps[index].Sources
            .Select(earlier => earlier.Text)
            .Where(text => text != source.Text)
            .Distinct()
            .Select(text => new NotePlan(text, null))
            .ToList();
        var run = RunOf(index);
        if (run.Count == 1)
        {
            notes.Add(new NotePlan(source.Text, remark(steps[index])));
            return notes.ToEquatableArray();
        }

        // Where one of the steps computes the whole statement, it needs no line of its own.
        var hasHeader = run.All(step => Last(step).Expression != source.Text);
        if (hasHeader && run[0] == index)
            notes.Add(new NotePlan(source.Text, null));
        notes.Add(new NotePlan((hasHeader ? "  " : "") + source.Expression, remark(steps[index])));
        return notes.ToEquatableArray();
    }

    private StatementIr Last(int index) => steps[index].Sources[steps[index].Sources.Count - 1];

    /// <summary>The steps of one statement.</summary>
    private List<int> RunOf(int index)
    {
        var text = Last(index).Text;
        int first = index, last = index;
        while (first > 0 && Last(first - 1).Text == text)
            first--;
        while (last + 1 < steps.Count && Last(last + 1).Text == text)
            last++;
        return Enumerable.Range(first, last - first + 1).ToList();
    }
}

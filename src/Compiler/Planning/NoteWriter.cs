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
        var notes = new List<NotePlan>();
        var sources = steps[index].Sources;
        var text = sources[sources.Count - 1].Text;
        var isAlone = !Shares(index - 1, text) && !Shares(index + 1, text);
        foreach (var earlier in sources.Select(source => source.Text).Where(other => other != text).Distinct())
            notes.Add(new NotePlan(earlier, null));
        if (isAlone)
        {
            notes.Add(new NotePlan(text, remark(steps[index])));
            return notes.ToEquatableArray();
        }

        if (!Shares(index - 1, text))
            notes.Add(new NotePlan(text, null));
        notes.Add(new NotePlan("  " + sources[sources.Count - 1].Expression, remark(steps[index])));
        return notes.ToEquatableArray();
    }

    private bool Shares(int index, string text)
        => index >= 0 && index < steps.Count && steps[index].Sources[steps[index].Sources.Count - 1].Text == text;
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>
/// An equation of <c>einsum</c>, such as <c>bij,bjk->bik</c>. Labels are numbers: letters first, then the dims that <c>...</c>
/// stands for, counted from the last.
/// </summary>
internal sealed class EinsumEquation
{
    /// <summary>Label of the last dim that an ellipsis stands for; the one before it has the next number.</summary>
    public const int Ellipsis = 'z' + 1;

    private readonly int[][] _operands;
    private readonly int[]? _result;

    private EinsumEquation(int[][] operands, int[]? result)
    {
        _operands = operands;
        _result = result;
    }

    public int OperandCount => _operands.Length;

    /// <summary>Reads an equation.</summary>
    /// <exception cref="FormatException">The text is no equation.</exception>
    public static EinsumEquation Parse(string text)
    {
        var sides = text.Replace(" ", "").Split(["->"], StringSplitOptions.None);
        if (sides.Length > 2)
            throw new FormatException($"einsum(): the equation '{text}' has more than one arrow");
        var operands = sides[0].Split(',').Select(Labels).ToArray();
        var result = sides.Length == 2 ? Labels(sides[1]) : null;
        if (result?.GroupBy(label => label).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new FormatException($"einsum(): output subscript {Name(twice.Key)} appears more than once in the output");
        if (result?.FirstOrDefault(label => label != Ellipsis && !operands.Any(o => o.Contains(label))) is { } unknown and not 0)
            throw new FormatException($"einsum(): output subscript {Name(unknown)} does not appear in the equation for any input operand");
        return new EinsumEquation(operands, result);
    }

    /// <summary>The labels of an operand's dims.</summary>
    /// <exception cref="FormatException">It has another number of dims than labels.</exception>
    public int[] Operand(int index, int rank)
    {
        var labels = _operands[index];
        var hidden = rank - labels.Count(label => label != Ellipsis);
        var hasEllipsis = labels.Contains(Ellipsis);
        if (hidden < 0 || (!hasEllipsis && hidden > 0))
        {
            throw new FormatException(
                $"einsum(): the number of subscripts in the equation ({labels.Length}) does not match the number of dimensions ({rank}) for operand {index}");
        }

        return Spread(labels, hidden);
    }

    /// <summary>The labels of the result; without an arrow the ellipsis, then each letter that appears once, in alphabetical order.</summary>
    /// <param name="ranks">Dims of the operands.</param>
    public int[] Result(IReadOnlyList<int> ranks)
    {
        var hidden = _operands.Select((labels, i) => labels.Contains(Ellipsis) ? ranks[i] + 1 - labels.Length : 0).Max();
        if (_result is not null)
            return Spread(_result, hidden);
        var letters = _operands.SelectMany(labels => labels).Where(label => label != Ellipsis).GroupBy(label => label)
            .Where(group => group.Count() == 1).Select(group => group.Key).OrderBy(label => label);
        return Spread([Ellipsis, .. letters], hidden);
    }

    /// <summary>How messages call a label.</summary>
    public static string Name(int label) => label < Ellipsis ? ((char)label).ToString() : "...";

    private static int[] Spread(int[] labels, int hidden)
        => labels.SelectMany(label => label == Ellipsis ? Enumerable.Range(0, hidden).Select(i => Ellipsis + hidden - 1 - i) : [label]).ToArray();

    private static int[] Labels(string text)
    {
        var labels = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            {
                labels.Add(text[i]);
            }
            else if (string.CompareOrdinal(text, i, "...", 0, 3) == 0 && !labels.Contains(Ellipsis))
            {
                labels.Add(Ellipsis);
                i += 2;
            }
            else
            {
                throw new FormatException($"einsum(): invalid subscript given at index {i} in the equation string, subscripts must be in [a-zA-Z]: '{text}'");
            }
        }

        return labels.ToArray();
    }
}

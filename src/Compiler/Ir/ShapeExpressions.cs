using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace NnGen.Compiler.Ir;

/// <summary>Shapes between scalar expressions and the text of the contract grammar.</summary>
internal static class ShapeExpressions
{
    private static readonly Regex s_name = new(@"(?<![\w*.])(?<name>[A-Za-z_]\w*)(\[(?<item>\d+)\])?", RegexOptions.CultureInvariant);

    /// <summary>A shape of these dims; null where one cannot be written over constructor parameters.</summary>
    public static string? Write(IEnumerable<ScalarIr> dims)
    {
        var texts = dims.Select(Write).ToList();
        return texts.Contains(null) ? null : string.Join(", ", texts);
    }

    /// <summary>A dim over constructor parameters, by their names; null where it is another expression.</summary>
    public static string? Write(ScalarIr dim) => dim switch
    {
        ConstantIr { Integer: { } value } => value.ToString(CultureInfo.InvariantCulture),
        ConstructorParameterIr parameter => parameter.Name,
        BinaryIr { Operator: "+" or "-" or "*" or "/" } binary => WriteOperand(binary.Left) is { } left && WriteOperand(binary.Right) is { } right
            // C# rounds towards zero, which is down for sizes; the grammar's own "/" demands that nothing is left.
            ? $"{left} {(binary.Operator == "/" ? "//" : binary.Operator)} {right}"
            : null,
        _ => null,
    };

    /// <summary>A shape text with names replaced by dims over another module's parameters; null where one is not known.</summary>
    /// <param name="shape">The text.</param>
    /// <param name="argument">The dim that a name stands for; null for one that is no constructor parameter and stays.</param>
    public static string? Substitute(string shape, Func<string, (bool IsParameter, ScalarIr? Value)> argument)
    {
        var isKnown = true;
        var text = s_name.Replace(shape, match =>
        {
            var (isParameter, value) = argument(match.Groups["name"].Value);
            if (!isParameter)
                return match.Value;
            if (match.Groups["item"] is { Success: true, Value: var item })
                value = Item(value, int.Parse(item, CultureInfo.InvariantCulture));
            var written = value is null ? null : IsWhole(shape, match) ? Write(value) : WriteOperand(value);
            isKnown &= written is not null;
            return written ?? match.Value;
        });
        return isKnown ? text : null;
    }

    /// <summary>An item of a size: a number stands for each of its items, a tuple lists them.</summary>
    private static ScalarIr? Item(ScalarIr? size, int index) => size switch
    {
        ListIr list => index < list.Items.Count ? list.Items[index] : null,
        ConstructorParameterIr { Type: not ("int" or "long") } parameter => parameter with { Name = $"{parameter.Name}[{index}]" },
        _ => size,
    };

    /// <summary>Whether a name is a dim by itself and not part of an expression.</summary>
    private static bool IsWhole(string shape, Match match)
    {
        var before = shape.Substring(0, match.Index).TrimEnd();
        var after = shape.Substring(match.Index + match.Length).TrimStart();
        return (before.Length == 0 || before[before.Length - 1] == ',') && (after.Length == 0 || after[0] == ',');
    }

    private static string? WriteOperand(ScalarIr dim)
        => Write(dim) is { } text ? (dim is BinaryIr || text.StartsWith("-", StringComparison.Ordinal) ? $"({text})" : text) : null;
}

using System;
using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

/// <summary>What people call the dims that contracts name: <c>K</c> and <c>InFeatures</c> are features.</summary>
internal static class DimNouns
{
    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["C"] = "channels",
        ["K"] = "features",
        ["F"] = "features",
        ["E"] = "features",
    };

    /// <summary>The noun, or null where the name is a letter without a usual meaning.</summary>
    public static string? Find(string name)
    {
        if (Letters.TryGetValue(name, out var noun))
            return noun;
        var start = name.Length;
        while (start > 0 && char.IsLower(name[start - 1]))
            start--;
        // InFeatures -> features; a word of one letter or a formula says nothing.
        return start > 0 && name.Length - start > 1 && name.EndsWith("s", StringComparison.Ordinal) && IsWord(name)
            ? char.ToLowerInvariant(name[start - 1]) + name.Substring(start)
            : null;
    }

    private static bool IsWord(string name)
    {
        foreach (var letter in name)
        {
            if (!char.IsLetter(letter))
                return false;
        }

        return true;
    }
}

using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Planning;

/// <summary>Hands out C# names that are not taken: the wished one, or the wished one with a number.</summary>
internal sealed class NameAllocator
{
    private static readonly HashSet<string> s_keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object",
        "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short",
        "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked",
        "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    private readonly HashSet<string> _taken;

    public NameAllocator(IEnumerable<string> taken) => _taken = [.. taken];

    /// <summary>A name, as near to the wish as possible.</summary>
    /// <param name="wish">A name or a dotted path, whose last part counts.</param>
    public string Allocate(string wish)
    {
        var name = Identifier(wish);
        if (IsKeyword(name))
            name += "Value";
        var unique = name;
        for (var i = 1; !_taken.Add(unique); i++)
            unique = name + i;
        return unique;
    }

    /// <summary>Whether C# reserves the word.</summary>
    public static bool IsKeyword(string name) => s_keywords.Contains(name);

    /// <summary>The name as C# writes it.</summary>
    public static string Escape(string name) => IsKeyword(name) ? "@" + name : name;

    /// <summary>The same name with a small first letter.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The same name with a capital first letter.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static string Identifier(string wish)
    {
        var last = wish.Substring(wish.LastIndexOf('.') + 1);
        var letters = new string(last.Where(c => char.IsLetterOrDigit(c) || c == '_').ToArray());
        return letters.Length == 0 || char.IsDigit(letters[0]) ? "value" + letters : letters;
    }
}

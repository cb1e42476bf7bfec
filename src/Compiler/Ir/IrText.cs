using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace NnGen.Compiler.Ir;

/// <summary>Writes words, numbers and nested lists, one space apart.</summary>
internal sealed class IrTextWriter
{
    /// <summary>How null is written; the word itself is quoted.</summary>
    public const string Null = "~";

    private readonly StringBuilder _text = new();

    public IrTextWriter Text(string? value)
    {
        if (value is null)
            return Atom(Null);
        return IsBare(value) ? Atom(value) : Atom("\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r") + "\"");
    }

    public IrTextWriter Number(long value) => Atom(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Several flags as one number.</summary>
    public IrTextWriter Flags(params bool[] flags)
    {
        var bits = 0L;
        for (var i = 0; i < flags.Length; i++)
            bits |= flags[i] ? 1L << i : 0;
        return Number(bits);
    }

    public IrTextWriter List<T>(IEnumerable<T> items, Action<T> write)
    {
        Atom("[");
        foreach (var item in items)
            write(item);
        return Atom("]");
    }

    public override string ToString() => _text.ToString();

    private static bool IsBare(string value)
    {
        foreach (var c in value)
        {
            if (char.IsWhiteSpace(c) || c is '"' or '[' or ']' or '\\')
                return false;
        }

        return value.Length > 0 && value != Null;
    }

    private IrTextWriter Atom(string atom)
    {
        if (_text.Length > 0)
            _text.Append(' ');
        _text.Append(atom);
        return this;
    }
}

/// <summary>Reads what <see cref="IrTextWriter"/> wrote.</summary>
internal sealed class IrTextReader(string text)
{
    private int _position;

    public bool IsAtEnd => _position >= text.Length;

    public string? OptionalText()
    {
        SkipSpace();
        if (!IsAtEnd && text[_position] == '"')
            return Quoted();
        var word = Word();
        return word == IrTextWriter.Null ? null : word;
    }

    public string Text() => OptionalText() ?? throw Malformed();

    public long Number() => long.Parse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public int Int32() => checked((int)Number());

    /// <summary>A value of an enum by its name.</summary>
    public T Name<T>()
        where T : struct, Enum
        => Enum.TryParse<T>(Text(), out var value) ? value : throw Malformed();

    /// <summary>Flags written as one number.</summary>
    public Func<int, bool> Flags()
    {
        var bits = Number();
        return index => (bits & (1L << index)) != 0;
    }

    public EquatableArray<T> List<T>(Func<T> read)
    {
        Expect('[');
        var items = new List<T>();
        while (Peek() != ']')
            items.Add(read());
        Expect(']');
        return items.ToEquatableArray();
    }

    /// <summary>Whether a null comes next; it is taken.</summary>
    public bool TryNull()
    {
        if (Peek() != IrTextWriter.Null[0] || (_position + 1 < text.Length && text[_position + 1] != ' '))
            return false;
        _position++;
        return true;
    }

    public FormatException Malformed() => new($"The contract cannot be read at {_position}.");

    private char Peek()
    {
        SkipSpace();
        return IsAtEnd ? throw Malformed() : text[_position];
    }

    private void Expect(char bracket)
    {
        if (Peek() != bracket)
            throw Malformed();
        _position++;
    }

    private string Word()
    {
        var start = _position;
        while (!IsAtEnd && text[_position] is not (' ' or '[' or ']' or '"'))
            _position++;
        return _position > start ? text.Substring(start, _position - start) : throw Malformed();
    }

    private string Quoted()
    {
        var value = new StringBuilder();
        for (_position++; !IsAtEnd; _position++)
        {
            switch (text[_position])
            {
                case '"':
                    _position++;
                    return value.ToString();
                case '\\' when _position + 1 < text.Length:
                    _position++;
                    value.Append(text[_position] switch { 'n' => '\n', 'r' => '\r', var c => c });
                    break;
                default:
                    value.Append(text[_position]);
                    break;
            }
        }

        throw Malformed();
    }

    private void SkipSpace()
    {
        while (!IsAtEnd && text[_position] == ' ')
            _position++;
    }
}

using System;
using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

/// <summary>Shapes: dims, packs and combinators, separated by commas.</summary>
internal sealed class ShapeParser(TokenReader tokens, NameTable names)
{
    private readonly ExpressionParser _expressions = new(tokens, names);

    public ShapePattern Parse(bool isInput)
    {
        var position = tokens.Current.Position;
        var elements = new List<ShapeElement>();
        if (tokens.Current.Is("(") && tokens.Next.Is(")"))
        {
            tokens.Take();
            tokens.Take();
            return new ShapePattern(position, elements);
        }

        do
        {
            var start = tokens.Current;
            var element = ParseElement();
            if (isInput)
                CheckInputElement(start, element, elements);
            elements.Add(element);
        }
        while (tokens.TryTake(","));
        return new ShapePattern(position, elements);
    }

    private static void CheckInputElement(Token start, ShapeElement element, List<ShapeElement> before)
    {
        if (element is PackElement && before.Exists(other => other is PackElement))
            throw TokenReader.Error(start, "A shape can have one pack only: how many dims each takes would be open.");
        if (element is CombinatorElement { Combinator: not Combinator.Dims } combinator)
            throw TokenReader.Error(start, $"'{Combinators.NameOf(combinator.Combinator)}' describes results, not inputs.");
    }

    private ShapeElement ParseElement()
    {
        var start = tokens.Current;
        var broadcasts = tokens.TryTake("#");
        if (tokens.TryTake("*"))
        {
            var name = tokens.ExpectName("the name of a pack");
            return new PackElement(start.Position, name.Text, names.Pack(name.Text), broadcasts);
        }

        if (!broadcasts && tokens.TryTake("..."))
            return new PackElement(start.Position, null, -1, false);
        if (!broadcasts && tokens.TryTakeWord("_"))
            return new AnyElement(start.Position);
        if (!broadcasts && start.Kind == TokenKind.Name && tokens.Next.Is("(") && Combinators.Find(start.Text) is { } combinator)
            return ParseCombinator(combinator);
        return new SizeElement(start.Position, _expressions.ParseSize(), broadcasts);
    }

    private CombinatorElement ParseCombinator(CombinatorSyntax syntax)
    {
        var name = tokens.Take();
        tokens.Expect("(", $"after '{name.Text}'");
        var shapes = new List<ShapePattern>();
        string? variadic = null;
        if (syntax.TakesVariadic)
            variadic = tokens.ExpectName("the name of a variadic input").Text;
        for (var i = 0; i < syntax.Shapes; i++)
        {
            if (i > 0)
                tokens.Expect(",", $"between the shapes that '{name.Text}' takes");
            shapes.Add(ParseShapeArgument());
        }

        var arguments = new List<Expression>();
        var isFirst = shapes.Count == 0 && variadic is null;
        while (isFirst ? !tokens.Current.Is(")") : tokens.TryTake(","))
        {
            isFirst = false;
            arguments.Add(_expressions.ParseArgument());
        }

        if (arguments.Count < syntax.MinArguments || arguments.Count > syntax.MaxArguments)
            throw TokenReader.Error(name, $"Wrong number of arguments: {syntax.Usage}.");
        tokens.Expect(")", $"after the arguments of '{name.Text}'");
        return new CombinatorElement(name.Position, syntax.Combinator, shapes, variadic, arguments);
    }

    /// <summary>A pack, a shape in brackets, or another combinator.</summary>
    private ShapePattern ParseShapeArgument()
    {
        var start = tokens.Current;
        if (tokens.TryTake("["))
        {
            var shape = Parse(isInput: false);
            tokens.Expect("]", "after the shape");
            return shape;
        }

        var element = ParseElement();
        return element is PackElement { Name: not null } or CombinatorElement
            ? new ShapePattern(start.Position, [element])
            : throw TokenReader.Error(start, "Expected a shape: a pack such as *S, dims in brackets, or another rule.");
    }
}

/// <param name="Shapes">How many shapes it takes first.</param>
/// <param name="Usage">For messages.</param>
internal sealed record CombinatorSyntax(
    Combinator Combinator,
    int Shapes,
    int MinArguments,
    int MaxArguments,
    string Usage,
    bool TakesVariadic = false);

internal static class Combinators
{
    private static readonly Dictionary<string, CombinatorSyntax> Table = new(StringComparer.Ordinal)
    {
        ["flatten"] = new(Combinator.Flatten, 1, 2, 2, "flatten(*S, startDim, endDim)"),
        ["unflatten"] = new(Combinator.Unflatten, 1, 2, 2, "unflatten(*S, dim, sizes)"),
        ["reshape"] = new(Combinator.Reshape, 1, 1, 1, "reshape(*S, sizes)"),
        ["permute"] = new(Combinator.Permute, 1, 1, 1, "permute(*S, dims)"),
        ["transpose"] = new(Combinator.Transpose, 1, 2, 2, "transpose(*S, a, b)"),
        ["squeeze"] = new(Combinator.Squeeze, 1, 0, 1, "squeeze(*S) or squeeze(*S, dims)"),
        ["unsqueeze"] = new(Combinator.Unsqueeze, 1, 1, 1, "unsqueeze(*S, dim)"),
        ["expand"] = new(Combinator.Expand, 1, 1, 1, "expand(*S, sizes)"),
        ["reduce"] = new(Combinator.Reduce, 1, 2, 2, "reduce(*S, dims, keepDim)"),
        ["broadcast"] = new(Combinator.Broadcast, 2, 0, 0, "broadcast(*A, *B)"),
        ["concat"] = new(Combinator.Concat, 0, 1, 1, "concat(xs, dim)", TakesVariadic: true),
        ["stack"] = new(Combinator.Stack, 0, 1, 1, "stack(xs, dim)", TakesVariadic: true),
        ["slice"] = new(Combinator.Slice, 1, 4, 4, "slice(*S, dims, starts, ends, steps)"),
        ["narrow"] = new(Combinator.Narrow, 1, 3, 3, "narrow(*S, dim, start, length)"),
        ["select"] = new(Combinator.Select, 1, 2, 2, "select(*S, dims, indices)"),
        ["resize"] = new(Combinator.Resize, 1, 2, 2, "resize(*S, dim, size)"),
        ["pad"] = new(Combinator.Pad, 1, 1, 1, "pad(*S, amounts)"),
        ["repeat"] = new(Combinator.Repeat, 1, 1, 1, "repeat(*S, times)"),
        ["einsum"] = new(Combinator.Einsum, 0, 1, 1, "einsum(xs, equation)", TakesVariadic: true),
        ["split"] = new(Combinator.Split, 1, 3, 3, "split(*S, sizes, dim, index)"),
        ["dims"] = new(Combinator.Dims, 0, 1, 1, "dims(sizes)"),
    };

    public static CombinatorSyntax? Find(string name) => Table.TryGetValue(name, out var syntax) ? syntax : null;

    public static string NameOf(Combinator combinator) => combinator.ToString().ToLowerInvariant();
}

using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

/// <summary>Contracts: alternatives of <c>inputs -> outputs where dims when condition</c>.</summary>
internal sealed class ContractParser
{
    private readonly TokenReader _tokens;
    private readonly NameTable _names;
    private readonly ShapeParser _shapes;
    private readonly ExpressionParser _expressions;

    private ContractParser(string text, NameTable names)
    {
        _tokens = new TokenReader(text);
        _names = names;
        _shapes = new ShapeParser(_tokens, names);
        _expressions = new ExpressionParser(_tokens, names);
    }

    public static Contract ParseContract(string text, NameTable names)
    {
        var parser = new ContractParser(text, names);
        var alternatives = new List<ContractAlternative>();
        do
            alternatives.Add(parser.ParseAlternative());
        while (parser._tokens.TryTake("|"));
        parser.ExpectEnd();
        var contract = new Contract(text, names, alternatives);
        ContractChecks.Check(contract);
        return contract;
    }

    /// <summary>The text of a <c>[Shape]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">Takes its names.</param>
    /// <param name="isInput">Whether it describes an input, which no rule computes.</param>
    public static ShapePattern ParseShape(string text, NameTable names, bool isInput = true)
    {
        var parser = new ContractParser(text, names);
        var shape = parser._shapes.Parse(isInput);
        parser.ExpectEnd();
        return shape;
    }

    private static ElementType? FindType(string name) => name switch
    {
        "float" => ElementType.Float,
        "long" => ElementType.Long,
        "int" => ElementType.Int,
        "bool" => ElementType.Bool,
        "byte" => ElementType.Byte,
        "double" => ElementType.Double,
        "any" => ElementType.Any,
        _ => null,
    };

    private void ExpectEnd()
    {
        if (_tokens.Current.Kind != TokenKind.End)
            throw _tokens.Error($"Expected the end, found {_tokens.Current.Display}.");
    }

    private ContractAlternative ParseAlternative()
    {
        var inputs = _tokens.Current.Is("->") ? [] : ParseTensors(isInput: true);
        _tokens.Expect("->", "between inputs and outputs");
        var outputs = ParseTensors(isInput: false);
        var where = new List<DerivedDim>();
        Expression? guard = null;
        while (true)
        {
            if (_tokens.TryTakeWord("where"))
                ParseWhere(where);
            else if (guard is null && _tokens.TryTakeWord("when"))
                guard = _expressions.ParseCondition();
            else
                return new ContractAlternative(inputs, outputs, where, guard);
        }
    }

    private List<TensorPattern> ParseTensors(bool isInput)
    {
        var tensors = new List<TensorPattern>();
        do
            tensors.Add(ParseTensor(isInput));
        while (_tokens.TryTake(";"));
        return tensors;
    }

    private TensorPattern ParseTensor(bool isInput)
    {
        var start = _tokens.Current;
        var role = _tokens.TryTake("!") ? TensorRole.State : _tokens.TryTake("~") ? TensorRole.Saved : TensorRole.Plain;
        if (role != TensorRole.Plain && (role == TensorRole.State) != isInput)
            throw TokenReader.Error(start, role == TensorRole.State ? "'!' marks inputs that are written, not outputs." : "'~' marks outputs that are saved, not inputs.");
        var name = _tokens.ExpectName("the name of a tensor");
        _tokens.Expect(":", $"after '{name.Text}'");
        var type = ElementType.Float;
        if (_tokens.Next.Is("[") && _tokens.Current.Kind == TokenKind.Name && FindType(_tokens.Current.Text) is { } found)
        {
            type = found;
            _tokens.Take();
        }

        var isVariadic = false;
        ShapePattern shape;
        if (_tokens.TryTake("["))
        {
            shape = _tokens.Current.Is("]") ? new ShapePattern(_tokens.Current.Position, []) : _shapes.Parse(isInput);
            _tokens.Expect("]", $"after the shape of '{name.Text}'");
            if (isInput)
                isVariadic = _tokens.TryTake("...");
        }
        else
            shape = _shapes.Parse(isInput);
        var isOptional = _tokens.TryTake("?");
        return new TensorPattern(start.Position, name.Text, type, role, isOptional, isVariadic, shape);
    }

    private void ParseWhere(List<DerivedDim> where)
    {
        do
        {
            var name = _tokens.ExpectName("the name of a dim");
            if (_names.IsHyper(name.Text))
                throw TokenReader.Error(name, $"'{name.Text}' is a hyperparameter: a dim's name begins with an upper-case letter.");
            _tokens.Expect("=", $"after '{name.Text}'");
            where.Add(new DerivedDim(name.Position, name.Text, _names.Dim(name.Text), _expressions.ParseSize()));
        }
        while (_tokens.TryTake(","));
    }
}

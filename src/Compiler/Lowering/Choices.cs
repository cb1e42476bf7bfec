using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// The conditions that a method meets and that binding decides. The method is lowered once for each way through them, so that
/// each way is straight-line code with memory and a backward pass of its own.
/// </summary>
internal sealed class Choices
{
    /// <summary>How many conditions one way may meet: every further one would double what is generated.</summary>
    private const int Most = 4;

    private readonly List<(ScalarIr Condition, bool Value)> _made = [];
    private int _met;

    /// <summary>Under which condition the way taken last is taken.</summary>
    public ScalarIr Condition
        => _made
            .Select(made => made.Value ? made.Condition : ScalarFolding.Unary("bool", "!", made.Condition))
            .Aggregate((ScalarIr)ScalarFolding.Constant("bool", 1), (all, condition) => ScalarFolding.Binary("bool", "&&", all, condition));

    /// <summary>Choices of which none is made: no condition makes a variant, each becomes a branch.</summary>
    public static Choices None => new() { IsExceeded = true };

    /// <summary>Whether there were too many conditions.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Whether a condition that this way has met holds on it; null for another.</summary>
    public bool? Value(ScalarIr condition)
    {
        for (var i = 0; i < _met; i++)
        {
            if (_made[i].Condition.Equals(condition))
                return _made[i].Value;
        }

        return null;
    }

    /// <summary>Whether a condition holds on this way; null where there are too many.</summary>
    public bool? Choose(ScalarIr condition)
    {
        if (Value(condition) is { } value)
            return value;
        IsExceeded |= _met == Most;
        if (IsExceeded)
            return null;
        if (_met == _made.Count)
            _made.Add((condition, true));
        return _made[_met++].Value;
    }

    /// <summary>Goes to the next way.</summary>
    /// <returns>False where all have been taken.</returns>
    public bool MoveNext()
    {
        _met = 0;
        while (_made.Count > 0)
        {
            var (condition, value) = _made[_made.Count - 1];
            _made.RemoveAt(_made.Count - 1);
            if (value)
            {
                _made.Add((condition, false));
                return true;
            }
        }

        return false;
    }
}

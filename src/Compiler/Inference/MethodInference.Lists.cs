using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

// Lists of tensors, as long as it is known what they hold: where each turn of the loops that fill and read them is inferred.
internal sealed partial class MethodInference
{
    private readonly Dictionary<int, TensorList> _lists = [];

    /// <summary>What a list holds; bodies of loops share it.</summary>
    private sealed class TensorList
    {
        /// <summary>Shapes of its tensors; null where it is not known how many these are.</summary>
        public List<SymbolicShape>? Items { get; set; }
    }

    private void Infer(TensorListIr action)
    {
        if (action.Action == ListAction.Create)
        {
            var count = action.Index is null ? 0 : _scalars.Size(action.Index)?.Value;
            _lists[action.List] = new TensorList { Items = _scope.Instances is not null && count is >= 0 and <= MaxTurns ? [.. Enumerable.Repeat(SymbolicShape.Unknown, (int)count)] : null };
        }
        else if (_lists.TryGetValue(action.List, out var list) && list.Items is { } items && !TryApply(action, items))
        {
            list.Items = null;
        }
    }

    /// <summary>Changes or reads a list; false where it is not known how.</summary>
    private bool TryApply(TensorListIr action, List<SymbolicShape> items)
    {
        var place = action.Index is null ? null : _scalars.Size(action.Index)?.Value;
        if (action.IsFromEnd)
            place = items.Count - place;
        var isItem = place >= 0 && place < items.Count;
        switch (action.Action)
        {
            case ListAction.Add:
                items.Add(_shapes[action.Item]);
                return true;
            case ListAction.Insert when place >= 0 && place <= items.Count:
                items.Insert((int)place, _shapes[action.Item]);
                return true;
            case ListAction.Set when isItem:
                items[(int)place!] = _shapes[action.Item];
                return true;
            case ListAction.Get when isItem:
                _shapes[action.Item] = items[(int)place!];
                return true;
            case ListAction.Take when isItem:
                _shapes[action.Item] = items[(int)place!];
                items.RemoveAt((int)place);
                return true;
            case ListAction.Remove when isItem:
                items.RemoveAt((int)place!);
                return true;
            case ListAction.Clear:
                items.Clear();
                return true;
            case ListAction.Reverse:
                items.Reverse();
                return true;
            case ListAction.Count:
                _shapes.Numbers[action.Name!] = items.Count;
                return true;
            default:
                return action.Action == ListAction.Get;
        }
    }

    /// <summary>Lets the body of a statement use the lists that it is given.</summary>
    private void ShareLists(OutlinedIr statement, MethodInference body)
    {
        for (var i = 0; i < statement.Inputs.Count && i < body._method.Inputs.Count; i++)
        {
            if (_lists.TryGetValue(statement.Inputs[i], out var list))
                body._lists[body._method.Inputs[i].Value] = list;
        }
    }

    /// <summary>What the bodies of a statement do to lists is not known where it is not known which run.</summary>
    private void ForgetLists(OutlinedIr statement)
    {
        foreach (var input in statement.Inputs)
        {
            if (_lists.TryGetValue(input, out var list))
                list.Items = null;
        }
    }

    private bool IsUnknownList(int value) => _method.Values[value].IsList && !(_lists.TryGetValue(value, out var list) && list.Items is not null);

    /// <summary>How many tensors a list holds; null for a single tensor.</summary>
    private int? ItemsOf(int value) => _method.Values[value].IsList && _lists.TryGetValue(value, out var list) ? list.Items?.Count : null;

    private IEnumerable<SymbolicShape?> Shapes(int value)
        => value >= 0 && _lists.TryGetValue(value, out var list) && list.Items is { } items ? items : new[] { Shape(value) };
}

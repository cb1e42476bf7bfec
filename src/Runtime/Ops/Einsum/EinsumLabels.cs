using NnGen.Compiler.Shapes;

namespace NnGen.Kernels;

/// <summary>The labels of an equation's tensors, and the size of each.</summary>
internal sealed class EinsumLabels
{
    private readonly int[][] _operands;
    private readonly Dictionary<int, int> _sizes = [];

    public EinsumLabels(string text, ReadOnlySpan<Shape> shapes)
    {
        var equation = EinsumEquation.Parse(text);
        var ranks = new int[shapes.Length];
        _operands = new int[shapes.Length][];
        for (var i = 0; i < shapes.Length; i++)
        {
            ranks[i] = shapes[i].Rank;
            _operands[i] = equation.Operand(i, ranks[i]);
            for (var d = 0; d < ranks[i]; d++)
            {
                if (_sizes.GetValueOrDefault(_operands[i][d], 1) == 1)
                    _sizes[_operands[i][d]] = shapes[i][d];
            }
        }

        Result = equation.Result(ranks);
    }

    /// <summary>Labels of the result.</summary>
    public int[] Result { get; }

    public int OperandCount => _operands.Length;

    /// <summary>Products that are added up where all operands are multiplied at once.</summary>
    public long Products => _sizes.Values.Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>Labels of an operand.</summary>
    public int[] Operand(int index) => _operands[index];

    /// <summary>Size of a label.</summary>
    public int Size(int label) => _sizes[label];

    /// <summary>Sizes of labels.</summary>
    public int[] Sizes(ReadOnlySpan<int> labels)
    {
        var sizes = new int[labels.Length];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = Size(labels[i]);
        return sizes;
    }

    /// <summary>How many elements a tensor of these labels has.</summary>
    public int Count(ReadOnlySpan<int> labels) => ((Shape)Sizes(labels)).Count;
}

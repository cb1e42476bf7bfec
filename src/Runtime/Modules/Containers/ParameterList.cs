using System.Collections;
using System.Globalization;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>Parameters by number: torch.nn.ParameterList.</summary>
public sealed class ParameterList : Module, IReadOnlyList<Parameter>
{
    private readonly List<Parameter> _parameters = [];

    /// <summary>The given parameters, in order.</summary>
    public ParameterList(params Parameter[] parameters) => AddRange(parameters);

    /// <summary>The given parameters, in order.</summary>
    public ParameterList(IEnumerable<Parameter> parameters) => AddRange(parameters);

    /// <summary>Parameters created one after the other.</summary>
    /// <param name="count">How many.</param>
    /// <param name="create">Gives the parameter of a number.</param>
    public ParameterList(int count, Func<int, Parameter> create)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(create);
        for (var i = 0; i < count; i++)
            Add(create(i));
    }

    /// <summary>Number of parameters.</summary>
    public int Count => _parameters.Count;

    /// <summary>A parameter by its number; <c>^1</c> is the last. It can be replaced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    public Parameter this[Index index]
    {
        get => this[index.GetOffset(Count)];
        set => this[index.GetOffset(Count)] = value;
    }

    /// <inheritdoc cref="this[Index]"/>
    public Parameter this[int index]
    {
        get => _parameters[index];
        set => _parameters[index] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Appends a parameter.</summary>
    public void Add(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        _parameters.Add(parameter);
    }

    /// <summary>Appends parameters.</summary>
    public void AddRange(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var parameter in parameters)
            Add(parameter);
    }

    /// <summary>Enumerates the parameters.</summary>
    public List<Parameter>.Enumerator GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator<Parameter> IEnumerable<Parameter>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        for (var i = 0; i < _parameters.Count; i++)
            visitor.Parameter(i.ToString(CultureInfo.InvariantCulture), _parameters[i]);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => string.Join('\n', _parameters.Select((parameter, i) => string.Create(
            CultureInfo.InvariantCulture, $"  ({i}): Parameter containing: [torch.float32 of size {SizeText(parameter)}]")));

    /// <summary>A size as PyTorch's parameter containers print it: <c>2x3</c>.</summary>
    internal static string SizeText(Parameter parameter)
        => string.Join('x', Enumerable.Range(0, parameter.Shape.Rank).Select(i => parameter.Shape[i].ToString(CultureInfo.InvariantCulture)));
}

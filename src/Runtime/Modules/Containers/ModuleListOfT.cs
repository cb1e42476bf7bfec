using System.Collections;
using System.Globalization;
using System.Text;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// Modules by number: torch.nn.ModuleList. It computes nothing itself; a loop over it in a <c>Forward</c> is compiled as a loop.
/// </summary>
/// <typeparam name="T">Class of the modules.</typeparam>
public class ModuleList<T> : Module, IReadOnlyList<T>
    where T : Module
{
    private readonly List<T> _modules = [];

    /// <summary>The given modules, in order.</summary>
    public ModuleList(params T[] modules) => AddRange(modules);

    /// <summary>The given modules, in order.</summary>
    public ModuleList(IEnumerable<T> modules) => AddRange(modules);

    /// <summary>Modules created one after the other.</summary>
    /// <param name="count">How many.</param>
    /// <param name="create">Gives the module of a number.</param>
    public ModuleList(int count, Func<int, T> create)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(create);
        for (var i = 0; i < count; i++)
            Add(create(i));
    }

    /// <summary>Number of modules.</summary>
    public int Count => _modules.Count;

    /// <summary>A module by its number; <c>^1</c> is the last. It can be replaced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such module.</exception>
    public T this[Index index]
    {
        get => this[index.GetOffset(Count)];
        set => this[index.GetOffset(Count)] = value;
    }

    /// <inheritdoc cref="this[Index]"/>
    public T this[int index]
    {
        get => _modules[index];
        set => _modules[index] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Appends a module.</summary>
    public void Add(T module)
    {
        ArgumentNullException.ThrowIfNull(module);
        _modules.Add(module);
    }

    /// <summary>Appends modules.</summary>
    public void AddRange(IEnumerable<T> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
            Add(module);
    }

    /// <summary>Puts a module in front of the one of this number.</summary>
    public void Insert(int index, T module)
    {
        ArgumentNullException.ThrowIfNull(module);
        _modules.Insert(index, module);
    }

    /// <summary>Takes a module out; those after it move up. False where it is not in the list.</summary>
    public bool Remove(T module) => _modules.Remove(module);

    /// <summary>Takes the module of a number out; <c>^1</c> is the last. Those after it move up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such module.</exception>
    public void RemoveAt(Index index) => _modules.RemoveAt(index.GetOffset(Count));

    /// <summary>Takes all modules out.</summary>
    public void Clear() => _modules.Clear();

    /// <summary>Enumerates the modules.</summary>
    public List<T>.Enumerator GetEnumerator() => _modules.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The modules as PyTorch prints them: neighbours that look alike stand once, with their numbers.</summary>
    public override string ToString()
    {
        if (Count == 0)
            return "ModuleList()";
        var text = new StringBuilder("ModuleList(");
        for (var first = 0; first < Count;)
        {
            var shown = _modules[first].ToString();
            var end = first + 1;
            while (end < Count && _modules[end].ToString() == shown)
                end++;
            text.Append(CultureInfo.InvariantCulture, $"\n  ({first}");
            text.Append(end - first == 1 ? "): " : string.Create(CultureInfo.InvariantCulture, $"-{end - 1}): {end - first} x "));
            text.Append(shown.Replace("\n", "\n  "));
            first = end;
        }

        return text.Append("\n)").ToString();
    }

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        for (var i = 0; i < _modules.Count; i++)
            visitor.Module(i.ToString(CultureInfo.InvariantCulture), _modules[i]);
    }
}

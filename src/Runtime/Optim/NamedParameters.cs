using System.Collections;

namespace NnGen.Optim;

/// <summary>Parameters that carry their names into a group, which keeps them in the optimizer's state dict as PyTorch 2 does.</summary>
/// <param name="named">The names and parameters.</param>
internal sealed class NamedParameters(IEnumerable<(string Name, Parameter Parameter)> named) : IEnumerable<Parameter>
{
    private readonly (string Name, Parameter Parameter)[] _named = [.. named ?? throw new ArgumentNullException(nameof(named))];

    /// <summary>The names, in the order of the parameters.</summary>
    public string[] Names => Array.ConvertAll(_named, pair => pair.Name);

    /// <inheritdoc/>
    public IEnumerator<Parameter> GetEnumerator() => _named.Select(pair => pair.Parameter).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

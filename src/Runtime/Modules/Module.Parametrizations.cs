namespace NnGen;

public abstract partial class Module
{
    private ModuleParametrizations? _parametrizations;

    /// <summary>The own parameters that are computed from others; null where there is none.</summary>
    internal ModuleParametrizations? Parametrizations => _parametrizations;

    /// <summary>Lets an own parameter be computed from others, which are trained and saved in its place.</summary>
    internal void AddParametrization(string key, Parameter parameter, ParametrizationList list)
        => (_parametrizations ??= new ModuleParametrizations()).Add(key, parameter, list);

    /// <summary>Lets an own parameter hold values of its own again.</summary>
    internal void RemoveParametrization(string key)
    {
        _parametrizations?.Remove(key);
        if (_parametrizations?.IsEmpty == true)
            _parametrizations = null;
    }
}

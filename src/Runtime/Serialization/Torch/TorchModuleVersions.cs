namespace NnGen.Serialization;

/// <summary>
/// The versions of modules that PyTorch attaches to a state dict: an attribute <c>_metadata</c>, a dict of <c>{"version": n}</c> by
/// the module's prefix.
/// </summary>
internal static class TorchModuleVersions
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "_metadata";

    private const string VersionKey = "version";

    /// <summary>Reads the versions among the attributes of a dict; other attributes mean nothing to a state dict.</summary>
    public static void Read(TorchDict dict, TorchDict attributes)
    {
        if (!attributes.TryGetValue(Attribute, out var value) || value is not TorchDict modules)
            return;
        foreach (var (prefix, module) in modules)
        {
            if (prefix is string name && module is TorchDict entry && entry.TryGetValue(VersionKey, out var version) && version is long number)
                dict.Versions[name] = number;
        }
    }

    /// <summary>The attributes of a dict with such versions.</summary>
    public static TorchDict Write(IReadOnlyDictionary<string, long> versions)
    {
        var modules = new TorchDict();
        foreach (var (prefix, version) in versions)
            modules[prefix] = new TorchDict { { VersionKey, version } };
        return new TorchDict { { Attribute, modules } };
    }
}

using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// The members of one module that are not null, by kind: PyTorch lists parameters, then buffers, then children. In place of a
/// parametrized parameter stand its originals.
/// </summary>
internal sealed class MemberLists : MemberVisitor
{
    private MemberLists()
    {
    }

    public List<(string Key, Parameter Parameter)> Parameters { get; } = [];

    public List<(string Key, TensorBase Buffer, bool IsPersistent)> Buffers { get; } = [];

    public List<(string Key, Module Module)> Children { get; } = [];

    /// <summary>The members of <paramref name="module"/> itself.</summary>
    public static MemberLists Of(Module module)
    {
        var members = new MemberLists();
        module.Visit(members);
        return members;
    }

    public override void Parameter(string key, Parameter? parameter)
    {
        if (parameter is { Parametrization: null })
            Parameters.Add((key, parameter));
    }

    public override void Buffer(string key, TensorBase? buffer, bool persistent)
    {
        if (buffer is not null)
            Buffers.Add((key, buffer, persistent));
    }

    public override void Module(string key, Module? module)
    {
        if (module is not null)
            Children.Add((key, module));
    }
}

using NnGen.CompilerServices;

namespace NnGen.Tests.Modules.Handwritten;

/// <summary>A module that registers whatever it is given, for tests of registration.</summary>
public class Tree : Module
{
    public Dictionary<string, object?> Members { get; } = [];

    public object? this[string key]
    {
        get => Members[key];
        set => Members[key] = value;
    }

    protected override void VisitMembers(MemberVisitor visitor)
    {
        foreach (var (key, member) in Members)
        {
            switch (member)
            {
                case Parameter parameter:
                    visitor.Parameter(key, parameter);
                    break;
                case TensorBase buffer:
                    visitor.Buffer(key, buffer, persistent: !key.StartsWith("cached"));
                    break;
                case Module module:
                    visitor.Module(key, module);
                    break;
                default:
                    visitor.Module(key, null);
                    visitor.Parameter(key, null);
                    break;
            }
        }
    }
}

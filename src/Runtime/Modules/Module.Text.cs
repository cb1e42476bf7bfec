using System.Text;

namespace NnGen;

public abstract partial class Module
{
    /// <summary>The class's name, without the arity of generic classes.</summary>
    internal string TypeName
    {
        get
        {
            var name = GetType().Name;
            var tick = name.IndexOf('`', StringComparison.Ordinal);
            return tick < 0 ? name : name[..tick];
        }
    }

    /// <summary>The module and all below it in the form in which PyTorch prints them.</summary>
    public override string ToString()
    {
        var extra = ExtraRepr();
        var children = MemberLists.Of(this).Children;
        if (children.Count == 0 && !extra.Contains('\n'))
            return $"{TypeName}({extra})";

        var text = new StringBuilder(TypeName).Append('(');
        if (extra.Length > 0)
            text.Append("\n  ").Append(extra.Replace("\n", "\n  "));
        foreach (var (key, child) in children)
            text.Append("\n  (").Append(key).Append("): ").Append(child.ToString().Replace("\n", "\n  "));
        return text.Append("\n)").ToString();
    }

    /// <summary>
    /// What <see cref="ToString"/> shows of the module itself, e.g. <c>in_features=784, out_features=128, bias=True</c>. Default:
    /// nothing.
    /// </summary>
    protected virtual string ExtraRepr() => "";
}

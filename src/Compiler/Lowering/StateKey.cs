using System.Text;

namespace NnGen.Compiler.Lowering;

/// <summary>Keys of the state dict, spelled as PyTorch's.</summary>
internal static class StateKey
{
    /// <summary>
    /// A member's name in snake case without leading underscore: <c>selfAttn</c> is <c>self_attn</c>, <c>weightIhL0</c> is
    /// <c>weight_ih_l0</c>. A digit starts no word: <c>fc1</c> stays.
    /// </summary>
    public static string Of(string member)
    {
        var name = member.TrimStart('_');
        var key = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && StartsWord(name, i))
                key.Append('_');
            key.Append(char.ToLowerInvariant(name[i]));
        }

        return key.ToString();
    }

    /// <summary>Whether a capital starts a word: after a small letter, and before one (<c>RNNCell</c> is <c>rnn_cell</c>).</summary>
    private static bool StartsWord(string name, int index)
        => name[index - 1] != '_' && (char.IsLower(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}

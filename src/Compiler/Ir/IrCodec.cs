using System;

namespace NnGen.Compiler.Ir;

/// <summary>
/// A module's contract as text, the argument of <c>[ModuleContract]</c>. Sites and source texts are left out: where a body is
/// inlined, the caller's stand for them.
/// </summary>
internal static class IrCodec
{
    /// <summary>Version of the text. Any change of what is written raises it.</summary>
    public const int Version = 3;

    /// <summary>The text of a contract.</summary>
    public static string Write(ModuleIr module) => new IrEncoder().Module(module);

    /// <summary>The contract, or null where the version is not known or the text is damaged.</summary>
    public static ModuleIr? Read(int version, string text)
    {
        if (version != Version)
            return null;
        try
        {
            return new IrDecoder(text).Module();
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }
}

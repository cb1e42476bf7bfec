using System;
using System.Collections.Generic;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;

namespace NnGen.Compiler.Inference;

/// <summary>
/// What called modules compute and hold, for the analyzers: so a call is inferred with the arguments and shapes of its place. The
/// generator does without, since a module in a list may be exchanged and one of another assembly may come from another version.
/// </summary>
internal interface IModuleBodies
{
    /// <summary>A module by metadata name, with its bodies where they are known; null for one that is not known or has errors.</summary>
    LinkedModule? Find(string type);

    /// <summary>Whether a module is of this compilation, so that messages may quote it.</summary>
    bool IsOwn(LinkedModule module);

    /// <summary>Whether something does not fit in a module whatever it is created and called with, which is reported there.</summary>
    bool IsRefuted(LinkedModule module);

    /// <summary>What the user states of sizes in a module.</summary>
    IReadOnlyList<SizeStatementIr> SizesOf(string type);

    /// <summary>How the module in a member of a module is created; null where that cannot be read.</summary>
    /// <param name="type">The module that holds it.</param>
    /// <param name="member">The member.</param>
    /// <param name="given">What a constructor parameter of the holder is, as a constant; null where it is not known.</param>
    CreationIr? CreationOf(string type, string member, Func<HyperIr, ScalarIr?>? given = null);
}

using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Ops;

/// <summary>
/// What an op's file says before names are bound to the contract. Read from symbols where the program is complete, from syntax
/// where only its headers are known (types are then as written, and defaults hold their text alone).
/// </summary>
/// <param name="Contract">Text of the contract.</param>
/// <param name="IsStruct">Whether it is a struct, hence pointwise.</param>
/// <param name="IsView">Whether its result shares memory.</param>
/// <param name="IsDifferentiable">Whether it is expected to have a derivative.</param>
/// <param name="MultiplyAdds">How many products it adds up, or null.</param>
/// <param name="Methods">Its methods.</param>
/// <param name="Constructor">Parameters of a struct's primary constructor.</param>
/// <param name="Epilogues">What its <c>[Epilogue]</c> attributes say.</param>
/// <param name="FoldsInto">Metadata names of the ops that its <c>[FoldsInto]</c> attributes name.</param>
internal sealed record OpSource(
    string Contract,
    bool IsStruct,
    bool IsView,
    bool IsDifferentiable,
    string? MultiplyAdds,
    EquatableArray<OpSourceMethod> Methods,
    EquatableArray<OpSourceParameter> Constructor,
    EquatableArray<OpSourceEpilogue> Epilogues,
    EquatableArray<string> FoldsInto)
{
    /// <summary>The method of that name that can be called, or null.</summary>
    public OpSourceMethod? Method(string name)
    {
        foreach (var method in Methods)
        {
            if (method.IsCallable && method.Name == name)
                return method;
        }

        return null;
    }
}

/// <param name="Name">Its name.</param>
/// <param name="IsCallable">Whether it is public and static, for a struct a public vector function of its instances.</param>
/// <param name="Parameters">Its parameters, in order.</param>
internal sealed record OpSourceMethod(string Name, bool IsCallable, EquatableArray<OpSourceParameter> Parameters);

/// <param name="Name">C# name.</param>
/// <param name="Type">C# type name.</param>
/// <param name="IsEnum">Whether the type is an enum.</param>
/// <param name="Default">Default value, or null.</param>
internal sealed record OpSourceParameter(string Name, string Type, bool IsEnum, ConstantIr? Default);

/// <param name="Op">Metadata name of the pointwise op.</param>
/// <param name="Forward">Name of the fused forward.</param>
/// <param name="Backward">Name of its derivative.</param>
internal sealed record OpSourceEpilogue(string Op, string Forward, string Backward);

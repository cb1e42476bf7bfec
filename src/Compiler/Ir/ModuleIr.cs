namespace NnGen.Compiler.Ir;

/// <summary>
/// A class marked <c>[Module]</c>: what it holds and what its methods compute. Plain data, no symbols, syntax or locations.
/// The same record is a module's contract: written to metadata with the bodies that cannot be inlined left out.
/// </summary>
/// <param name="Type">Where the class is declared.</param>
/// <param name="BaseModule">The user's base class, as a metadata name; null where the base is <c>NnGen.Module</c>.</param>
/// <param name="Constructor">Parameters of the constructor, in order; empty where there are several to choose from.</param>
/// <param name="Scalars">Readonly scalar members that construction gives a known value, e.g. <c>headDim</c> = <c>hidden / heads</c>.</param>
/// <param name="Members">Parameters, buffers and child modules that the class itself declares, by declaration.</param>
/// <param name="Methods">The differentiable methods; <c>Forward</c> is the first where there is one.</param>
/// <param name="IsBroken">True where lowering met an error: a stub is emitted, nothing is planned, and others know the module by the protocol alone.</param>
internal sealed record ModuleIr(
    TypeIr Type,
    string? BaseModule,
    EquatableArray<HyperIr> Constructor,
    EquatableArray<NamedScalar> Scalars,
    EquatableArray<MemberIr> Members,
    EquatableArray<MethodIr> Methods,
    bool IsBroken);

/// <summary>The declaration of a class, enough to write another part of it.</summary>
/// <param name="MetadataName">Namespace-qualified metadata name, nested types with <c>+</c>: the key of every table.</param>
/// <param name="FullName">C# name with <c>global::</c>, as generated code writes it.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Containers">Headers of the containing types, outermost first, e.g. <c>partial class Outer</c>.</param>
/// <param name="Declaration">The header of the type itself without base list, e.g. <c>partial class Net</c> or <c>partial class Block&lt;T&gt;</c>.</param>
/// <param name="Name">Simple name.</param>
/// <param name="IsSealed">Whether the exact type of an instance is known from its declared type.</param>
/// <param name="IsPublic">Whether other assemblies can see it: only then a contract is written.</param>
internal sealed record TypeIr(
    string MetadataName,
    string FullName,
    string Namespace,
    EquatableArray<string> Containers,
    string Declaration,
    string Name,
    bool IsSealed,
    bool IsPublic);

/// <summary>A constructor parameter: its name is a symbol in shape texts, its value flows from the place of creation.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Type">C# type name.</param>
/// <param name="Default">Default value, or null where an argument must be given.</param>
/// <param name="Member">Name that reads the value inside the module, if it cannot change: a member set to it, or the parameter itself where the class captures it; null where it is not kept.</param>
internal sealed record HyperIr(string Name, string Type, ScalarIr? Default, string? Member);

internal enum MemberKind
{
    Parameter,
    Buffer,
    Module,
}

/// <summary>A field, auto-property or primary-constructor parameter that registration sees.</summary>
/// <param name="Name">C# name, as <c>this.Name</c> reaches it.</param>
/// <param name="Key">Key in the state dict (snake_case, or what <c>[Name]</c> says).</param>
/// <param name="Kind">What it is.</param>
/// <param name="Type">C# type name with <c>global::</c>, without <c>?</c>.</param>
/// <param name="TypeMetadataName">Metadata name of the type (for a module: the key of its contract).</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="IsReadOnly">Whether it is set once, in an initializer or constructor.</param>
/// <param name="IsPublic">Whether another class may read it: inlining needs that.</param>
/// <param name="IsExact">For a module: whether the exact run-time type is known (sealed type, or readonly and initialised by <c>new</c>).</param>
/// <param name="IsPersistent">For a buffer: whether the state dict holds it.</param>
/// <param name="Presence">For a nullable member: the condition, over the constructor's parameters, under which it is there, where known.</param>
/// <param name="Shape">For a parameter or buffer: its shape in contract grammar over the constructor's parameters, where known.</param>
/// <param name="Arguments">For a module created when this one is constructed: constructor arguments by parameter name, where known.</param>
/// <param name="IsInterface">For a module: whether its declared type is no class derived from <c>NnGen.Module</c>: an interface or a type parameter.</param>
/// <param name="IsRegistered">Whether this class shows it to visitors; a property that overrides one of the base is shown by the base.</param>
internal sealed record MemberIr(
    string Name,
    string Key,
    MemberKind Kind,
    string Type,
    string TypeMetadataName,
    bool IsNullable,
    bool IsReadOnly,
    bool IsPublic,
    bool IsExact,
    bool IsPersistent,
    ScalarIr? Presence,
    string? Shape,
    EquatableArray<NamedScalar> Arguments,
    bool IsInterface = false,
    bool IsRegistered = true);

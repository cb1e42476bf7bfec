using System.Linq;

namespace NnGen.Compiler.Ir;

/// <summary>
/// How a module comes to be where that can be read: its class, its arguments, and for a Sequential or a list what it holds. It serves
/// diagnostics alone: code outside may exchange the elements of a list.
/// </summary>
/// <param name="Type">Metadata name of the class; empty where the module is not known.</param>
/// <param name="Text">As the user wrote it, for messages: <c>Linear(784, 128)</c>.</param>
/// <param name="Site">Number of the syntax node.</param>
/// <param name="Arguments">Constructor arguments by parameter name, where known.</param>
/// <param name="Elements">What a Sequential or a list is given; null for any other module, and where it is given anything else.</param>
/// <param name="Repeat">For a list whose elements one function creates: how often <see cref="Elements"/>, then one, stands there.</param>
internal sealed record CreationIr(
    string Type,
    string Text,
    int Site,
    EquatableArray<NamedScalar> Arguments,
    EquatableArray<CreationIr>? Elements = null,
    RepeatIr? Repeat = null)
{
    public const string Sequential = "NnGen.Sequential";

    /// <summary>A module of which nothing is known.</summary>
    public bool IsUnknown => Type.Length == 0;

    /// <summary>The constructor parameter of its holder that it was given to; null for one that is created here.</summary>
    public string? Parameter { get; init; }

    /// <summary>Whether a function creates it with what it is given: only its caller knows the sizes.</summary>
    public bool IsOfFunction { get; init; }

    /// <summary>Modules that its constructor is given, by parameter name; null for one that is null.</summary>
    public EquatableArray<NamedCreation> Modules { get; init; }

    /// <summary>Whether all of it could be read, elements included.</summary>
    public bool IsComplete => (Type.Length > 0 || Parameter is not null) && (Elements is { } elements ? elements.All(element => element.IsComplete) : !IsContainer);

    private bool IsContainer => Type is Sequential or "NnGen.ModuleList`1" or "NnGen.ModuleList";

    /// <summary>Its name in a dictionary; null where it stands in none, or the name is not known.</summary>
    public string? Key { get; init; }
}

/// <param name="Count">How many elements there are.</param>
/// <param name="Index">Name of the element's number in arguments.</param>
internal sealed record RepeatIr(ScalarIr Count, string Index);

/// <param name="Name">Name of a constructor parameter.</param>
/// <param name="Creation">The module that it is given; null for null.</param>
internal sealed record NamedCreation(string Name, CreationIr? Creation);

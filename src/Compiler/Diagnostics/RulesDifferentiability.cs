using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Diagnostics;

/// <summary>What a compiled method may contain.</summary>
internal static class RulesDifferentiability
{
    private const string Category = "NnGen.Differentiability";

    public static readonly DiagnosticDescriptor UnknownMethod = new(
        "NNG2001",
        "Not a differentiable operation",
        "'{0}' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2001"));

    public static readonly DiagnosticDescriptor ExceptionHandling = new(
        "NNG2002",
        "Exceptions cannot be handled in a compiled method",
        "'{0}' cannot be compiled: throw where a condition on arguments holds, and handle exceptions where the module is called",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2002"));

    public static readonly DiagnosticDescriptor Asynchronous = new(
        "NNG2003",
        "A compiled method cannot be asynchronous",
        "'{0}' cannot be compiled: a Forward runs to its end at once; await before or after the call",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2003"));

    public static readonly DiagnosticDescriptor Loop = new(
        "NNG2004",
        "This loop cannot be compiled",
        "'{0}' cannot be compiled: a loop goes over modules, tensors or numbers, or runs while a condition holds; each turn hands tensors and numbers to the next, and lists where binding knows how many turns there are",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2004"));

    public static readonly DiagnosticDescriptor RunTimeBranch = new(
        "NNG2005",
        "This condition cannot be compiled",
        "The condition '{0}' cannot decide in compiled code: compare numbers, flags and enums or test for null, and give values of one kind on every way",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2005"));

    public static readonly DiagnosticDescriptor Lambda = new(
        "NNG2006",
        "Lambdas over tensors cannot be compiled",
        "'{0}' cannot be compiled: use a local function or a static method",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2006"));

    public static readonly DiagnosticDescriptor Dynamic = new(
        "NNG2007",
        "Dynamic calls cannot be compiled",
        "'{0}' is bound at run time: give the variable its type",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2007"));

    public static readonly DiagnosticDescriptor Recursion = new(
        "NNG2008",
        "Recursion cannot be compiled",
        "'{0}' calls itself: a compiled method has a fixed course",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2008"));

    public static readonly DiagnosticDescriptor MemberAssigned = new(
        "NNG2009",
        "A member is assigned in a compiled method",
        "'{0}' is assigned in a compiled method, whose calls may run at the same time: return the value instead, or keep it as a tensor marked [Buffer]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2009"));

    public static readonly DiagnosticDescriptor UnknownScalar = new(
        "NNG2010",
        "This value cannot be read by compiled code",
        "'{0}' is no constant, constructor parameter or readonly member, so compiled code cannot read it: keep it in a member",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2010"));

    public static readonly DiagnosticDescriptor UnknownTensor = new(
        "NNG2011",
        "This tensor is no part of the module",
        "'{0}' is read from outside the module: make it an input, a Parameter or a [Buffer]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2011"));

    public static readonly DiagnosticDescriptor MissingTensor = new(
        "NNG2012",
        "A tensor is needed here",
        "'{0}' is null here, but '{1}' needs a tensor",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2012"));

    public static readonly DiagnosticDescriptor UnsupportedStatement = new(
        "NNG2013",
        "This statement cannot be compiled",
        "'{0}' cannot be compiled: a Forward declares variables, assigns, calls and returns",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2013"));

    public static readonly DiagnosticDescriptor ModuleCreated = new(
        "NNG2014",
        "A module is created in a compiled method",
        "'{0}' would create new weights at each call: create the module in a field or in the constructor",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2014"));

    public static readonly DiagnosticDescriptor UnknownModule = new(
        "NNG2015",
        "The module called is not known",
        "'{0}' is no member of this module that has the class of a module: hold it in a field of its own class, so that it is registered and its passes are known",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2015"));

    public static readonly DiagnosticDescriptor NotReturned = new(
        "NNG2016",
        "A compiled method returns a tensor at its end",
        "'{0}' gives no tensor: end it with 'return' and the result; the type of one that is null for some inputs says so with '?'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2016"));

    public static readonly DiagnosticDescriptor Jump = new(
        "NNG2017",
        "Jumps cannot be compiled",
        "'{0}' leaves the order of statements, which cannot be compiled",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2017"));

    public static readonly DiagnosticDescriptor ByReference = new(
        "NNG2018",
        "Tensors cannot be passed by reference",
        "'{0}' is passed by reference, which cannot be compiled: return it instead",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2018"));

    public static readonly DiagnosticDescriptor RunTimeSize = new(
        "NNG2019",
        "A size is known only when called",
        "'{0}' decides a shape, but is known only when the module is called: give it as a hyperparameter or read it from a shape",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2019"));

    public static readonly DiagnosticDescriptor TooManyWays = new(
        "NNG2020",
        "Too many ways lead through this method",
        "At '{0}' what follows would be compiled more than {1} times, once for each way that jumps in conditions leave open: set a flag instead of jumping, or move statements into a method",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2020"));

    public static readonly DiagnosticDescriptor TooDeep = new(
        "NNG2021",
        "This stands too deep in other code",
        "'{0}' stands too deep in other expressions, conditions or calls to be compiled: assign parts to variables, or use a loop",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2021"));

    public static readonly DiagnosticDescriptor UnsupportedExpression = new(
        "NNG2099",
        "This expression cannot be compiled",
        "'{0}' cannot be compiled: use tensor operators, functions of F and child modules",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2099"));

    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        UnknownMethod,
        ExceptionHandling,
        Asynchronous,
        Loop,
        RunTimeBranch,
        Lambda,
        Dynamic,
        Recursion,
        MemberAssigned,
        UnknownScalar,
        UnknownTensor,
        MissingTensor,
        UnsupportedStatement,
        ModuleCreated,
        UnknownModule,
        NotReturned,
        Jump,
        ByReference,
        RunTimeSize,
        TooManyWays,
        TooDeep,
        UnsupportedExpression,
    ];
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>How instances of the class come to be: its constructor, and what each member is set to by initializers and constructor body.</summary>
internal sealed class Construction
{
    private readonly LoweringContext _context;
    private readonly ScalarLowering _scalars;
    private readonly Dictionary<ISymbol, IOperation> _values = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _initialized = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _resolving = new(SymbolEqualityComparer.Default);
    private readonly List<MemberAccessExpressionSyntax> _replaced;

    public Construction(LoweringContext context)
    {
        _context = context;
        _scalars = new ScalarLowering(Leaf);
        _replaced = GeneratedFiles.WrittenParts(context.Type, context.Cancellation)
            .SelectMany(part => part.DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Select(assignment => assignment.Left)
            .OfType<MemberAccessExpressionSyntax>()
            .Where(part => part.Expression is not ThisExpressionSyntax)
            .ToList();
        foreach (var member in context.Type.GetMembers())
            ReadInitializer(member);
        var constructors = context.Type.InstanceConstructors.Where(c => !c.IsImplicitlyDeclared && IsOwn(c)).ToList();
        if (constructors.Count == 1)
        {
            Constructor = constructors[0];
            IsPrimary = Syntax(Constructor) is TypeDeclarationSyntax;
            ReadBody(Constructor);
        }

        ForgetWhatIsSetAgain();
    }

    /// <summary>The one constructor that does not call another of the same class; null where there are several, or none is written.</summary>
    public IMethodSymbol? Constructor { get; }

    /// <summary>Whether its parameters stand on the class and can be read everywhere in it.</summary>
    public bool IsPrimary { get; }

    /// <summary>What the constructor does; null for one without a body.</summary>
    public IOperation? Body => Constructor is { } constructor && Syntax(constructor) is ConstructorDeclarationSyntax syntax ? _context.Operation(syntax) : null;

    /// <summary>What a member is set to; null where that is not known.</summary>
    public IOperation? ValueOf(ISymbol member) => _values.TryGetValue(member, out var value) ? value : null;

    /// <summary>Whether a member is set where it is declared.</summary>
    public bool IsInitializer(ISymbol member) => _initialized.Contains(member);

    /// <summary>A scalar over constructor parameters; null where it depends on anything else.</summary>
    public ScalarIr? Scalar(IOperation operation) => _scalars.Lower(operation);

    /// <summary>An expression without the conversions around it.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>Whether code outside initializers reads or writes a parameter of a primary constructor.</summary>
    public bool IsCaptured(IParameterSymbol parameter) => References(parameter).Any(IsInBody);

    /// <summary>Whether a parameter of a primary constructor is ever written.</summary>
    public bool IsAssigned(IParameterSymbol parameter) => References(parameter).Any(IsWritten);

    /// <summary>Whether a parameter of a primary constructor is passed to the base class, which may keep it: C# warns where this class keeps it too.</summary>
    public bool IsGivenToBase(IParameterSymbol parameter)
        => References(parameter).Any(reference => reference.Ancestors().Any(a => a is PrimaryConstructorBaseTypeSyntax));

    /// <summary>Whether a constructor does anything with a member but set it: it may give a list more elements.</summary>
    public bool IsUsedByConstructor(ISymbol member)
        => _context.Type.InstanceConstructors.Select(Syntax).OfType<ConstructorDeclarationSyntax>()
            .SelectMany(constructor => constructor.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Any(name => name.Identifier.ValueText == member.Name && name.Parent is not AssignmentExpressionSyntax && name.Parent?.Parent is not AssignmentExpressionSyntax);

    /// <summary>Whether the class gives a module in a member another parameter or module than that was created with, as tied weights are.</summary>
    public bool HasReplacedParts(ISymbol member)
        => _replaced.Any(part => part.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == member.Name)
            && _context.Model(part.SyntaxTree).GetTypeInfo(part, _context.Cancellation).Type is { } type
            && (_context.Known.IsTensor(type) || _context.Known.HoldsModule(type)));

    private static bool IsWritten(IdentifierNameSyntax reference) => reference.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == reference,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        _ => false,
    };

    private static bool IsInBody(SyntaxNode reference)
        => reference.Ancestors().TakeWhile(a => a is not TypeDeclarationSyntax).Any(a => a is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            or ArrowExpressionClauseSyntax);

    private IEnumerable<IdentifierNameSyntax> References(IParameterSymbol parameter)
        => GeneratedFiles.WrittenParts(_context.Type, _context.Cancellation)
            .SelectMany(part => part.DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == parameter.Name
                && SymbolEqualityComparer.Default.Equals(_context.Model(n.SyntaxTree).GetSymbolInfo(n, _context.Cancellation).Symbol, parameter));

    private bool IsOwn(IMethodSymbol constructor)
        => Syntax(constructor) is not ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer };

    private SyntaxNode? Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_context.Cancellation);

    private void ReadInitializer(ISymbol member)
    {
        var initializer = Syntax(member) switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        if (initializer is not null && _context.Operation(initializer) is ISymbolInitializerOperation { Value: { } value })
        {
            _values[member] = value;
            _initialized.Add(member);
        }
    }

    private void ReadBody(IMethodSymbol constructor)
    {
        if (Syntax(constructor) is not ConstructorDeclarationSyntax syntax || _context.Operation(syntax) is not IConstructorBodyOperation body)
            return;
        var statements = (body.BlockBody ?? body.ExpressionBody)?.Operations ?? [];
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } target } assignment }:
                    _values[target.Member] = assignment.Value;
                    _initialized.Remove(target.Member);
                    break;
                case IVariableDeclarationGroupOperation group:
                    foreach (var declarator in group.Declarations.SelectMany(d => d.Declarators).Where(d => d.Initializer is not null))
                        _values[declarator.Symbol] = declarator.Initializer!.Value;
                    break;
            }
        }
    }

    /// <summary>Object initializers may set a member again, and constructors more than once or under a condition: its value is not known.</summary>
    private void ForgetWhatIsSetAgain()
    {
        foreach (var property in _values.Keys.OfType<IPropertySymbol>().Where(p => p.SetMethod is { IsInitOnly: true }).ToList())
            _values.Remove(property);
        foreach (var constructor in _context.Type.InstanceConstructors)
        {
            if (Syntax(constructor) is not ConstructorDeclarationSyntax syntax || _context.Operation(syntax) is not { } body)
                continue;
            foreach (var written in body.Descendants().SelectMany(Written))
            {
                if (!_values.TryGetValue(written.Target, out var value) || value != written.Value)
                    _values.Remove(written.Target);
            }
        }
    }

    /// <summary>Members and variables that an operation writes, with the value where it is known.</summary>
    private static IEnumerable<(ISymbol Target, IOperation? Value)> Written(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation assignment => Symbols(assignment.Target).Select(symbol => (symbol, (IOperation?)assignment.Value)),
        IAssignmentOperation assignment => Symbols(assignment.Target).Select(symbol => (symbol, (IOperation?)null)),
        IIncrementOrDecrementOperation increment => Symbols(increment.Target).Select(symbol => (symbol, (IOperation?)null)),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Symbols(argument.Value).Select(symbol => (symbol, (IOperation?)null)),
        _ => [],
    };

    private static IEnumerable<ISymbol> Symbols(IOperation target) => target switch
    {
        ILocalReferenceOperation local => [local.Local],
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation } member => [member.Member],
        ITupleOperation tuple => tuple.Elements.SelectMany(Symbols),
        IDeclarationExpressionOperation declaration => Symbols(declaration.Expression),
        _ => [],
    };

    /// <summary>The scalar over constructor parameters that a reference stands for; null where it depends on anything else.</summary>
    public ScalarIr? Leaf(IOperation operation) => operation switch
    {
        IParameterReferenceOperation { Parameter: var parameter } when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, Constructor)
            => new ConstructorParameterIr(TypeDeclarations.FullName(parameter.Type), parameter.Name),
        ILocalReferenceOperation { Local: var local } => Resolve(local),
        IMemberReferenceOperation { Instance: { } owner, Member: IFieldSymbol or IPropertySymbol } access when owner is not IInstanceReferenceOperation
            => Option(Unwrap(owner), access.Member),
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field: { IsReadOnly: true } field } => Resolve(field),
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property: { } property } when MemberKinds.IsReadOnly(property) => Resolve(property),
        _ => null,
    };

    /// <summary>A hyperparameter in an object: of a parameter, or of an object that is created here.</summary>
    public ScalarIr? Option(IOperation owner, ISymbol member)
    {
        if (owner is IObjectCreationOperation creation)
            return OptionMembers.Given(creation, member) is { } given ? Scalar(given) : null;
        return OptionPath(owner) is { } path && KnownTypes.IsScalar(MemberKinds.TypeOf(member))
            ? new ConstructorParameterIr(OptionMembers.TypeName(member), OptionMembers.Join(path, member))
            : Source(owner) is { } value ? Option(Unwrap(value), member) : null;
    }

    /// <summary>The path of an object from a parameter of the constructor; null where it comes from elsewhere.</summary>
    private string? OptionPath(IOperation owner) => owner switch
    {
        IParameterReferenceOperation { Parameter: var parameter } when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, Constructor) => parameter.Name,
        IMemberReferenceOperation { Instance: { } outer } access when outer is not IInstanceReferenceOperation
            => OptionPath(Unwrap(outer)) is { } path ? OptionMembers.Join(path, access.Member) : null,
        _ => Source(owner) is { } value ? OptionPath(Unwrap(value)) : null,
    };

    /// <summary>What a local or a readonly member was set to.</summary>
    public IOperation? Source(IOperation reference) => reference switch
    {
        ILocalReferenceOperation { Local: var local } => ValueOf(local),
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var member } when MemberKinds.IsReadOnly(member) => ValueOf(member),
        _ => null,
    };

    private ScalarIr? Resolve(ISymbol symbol)
    {
        if (ValueOf(symbol) is not { } value || !_resolving.Add(symbol))
            return null;
        var scalar = Scalar(value);
        _resolving.Remove(symbol);
        return scalar;
    }
}

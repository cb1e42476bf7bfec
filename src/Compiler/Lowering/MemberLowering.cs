using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>What a module holds: constructor parameters, scalars computed from them, parameters, buffers, children.</summary>
internal sealed class MemberLowering
{
    private readonly LoweringContext _context;
    private readonly Construction _construction;
    private readonly List<ISymbol> _stored;
    private readonly Dictionary<string, CreationIr> _creations = new(StringComparer.Ordinal);
    private readonly CreationLowering _creation;

    public MemberLowering(LoweringContext context)
    {
        _context = context;
        _construction = new Construction(context);
        _stored = context.Type.GetMembers().Where(MemberKinds.IsStored).ToList();
        _creation = new CreationLowering(context.Known, _construction.Leaf, _construction.Option, _construction.Source, context.FunctionOf, context.InitializerOf, context.Sites.Add);
        Scalars = LowerScalars();
        Constructor = LowerConstructor();
        Members = LowerMembers();
        CheckKeys();
        InitializationOrder.Check(context, _construction, _stored);
    }

    public EquatableArray<HyperIr> Constructor { get; }

    public EquatableArray<NamedScalar> Scalars { get; }

    public EquatableArray<MemberIr> Members { get; }

    /// <summary>How the modules in readonly members are created, where that can be read.</summary>
    public CreationTable Creations => new(_creations, Constructor, Construct);

    /// <summary>Runs initializers and constructor with constructor parameters that are known; null where that cannot be done.</summary>
    private IReadOnlyDictionary<string, CreationIr>? Construct(Func<HyperIr, ScalarIr?> given)
    {
        var members = from member in _stored
                      where _construction.IsInitializer(member) && MemberKinds.IsReadOnly(member) && !MemberKinds.IsOverridable(member) && !_construction.HasReplacedParts(member)
                      let value = _construction.ValueOf(member)                // null where the constructor sets it once more
                      where value is not null
                      select (member, value);
        var parameters = from parameter in _construction.Constructor?.Parameters ?? []
                         from hyper in Constructor
                         where hyper.Name == parameter.Name
                         let value = given(hyper)
                         where value is not null
                         select ((ISymbol)parameter, value);
        return _creation.Construct(members, _construction.Body, parameters);
    }

    /// <summary>Whether a member keeps the value that construction gave it.</summary>
    public bool IsReadOnly(ISymbol member)
        => MemberKinds.IsReadOnly(member) && !(member is IParameterSymbol parameter && _construction.IsAssigned(parameter));

    private EquatableArray<NamedScalar> LowerScalars()
        => _stored
            .Where(m => KnownTypes.IsScalar(MemberKinds.TypeOf(m)) && MemberKinds.IsReadOnly(m) && !MemberKinds.IsOverridable(m))
            .Select(m => (m.Name, Value: _construction.ValueOf(m) is { } value ? _construction.Scalar(value) : null))
            .Where(m => m.Value is not null)
            .Select(m => new NamedScalar(m.Name, m.Value!))
            .ToEquatableArray();

    private EquatableArray<HyperIr> LowerConstructor()
        => (_construction.Constructor?.Parameters ?? [])
            .Where(p => !_context.Known.IsTensor(p.Type) && !_context.Known.HoldsModule(p.Type))
            .SelectMany(p => OptionMembers.IsOptions(p.Type) ? LowerOptions(p) :
            [
                new HyperIr(
                    p.Name,
                    TypeDeclarations.FullName(p.Type),
                    p.HasExplicitDefaultValue ? OpSourceReader.Constant(p.Type, p.ExplicitDefaultValue) : null,
                    KeeperOf(p)),
            ])
            .ToEquatableArray();

    /// <summary>The hyperparameters of an object that the constructor takes.</summary>
    private IEnumerable<HyperIr> LowerOptions(IParameterSymbol parameter)
    {
        var keeper = KeeperOf(parameter);
        return OptionMembers.Of(parameter.Type).Select(member => new HyperIr(
            OptionMembers.Join(parameter.Name, member),
            OptionMembers.TypeName(member),
            null,
            keeper is not null && OptionMembers.IsReadOnly(member) ? OptionMembers.Join(keeper, member) : null));
    }

    /// <summary>
    /// The member that keeps a parameter's value. A parameter that initializes a settable member is not read: the member may
    /// differ by then, and reading both would capture it twice. Nor is one whose name means a member.
    /// </summary>
    private string? KeeperOf(IParameterSymbol parameter)
    {
        var keepers = _stored.Where(m => _construction.ValueOf(m) is { } value
            && Construction.Unwrap(value) is IParameterReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter)).ToList();
        if (keepers.FirstOrDefault(member => MemberKinds.IsReadOnly(member) && !MemberKinds.IsOverridable(member)) is { } keeper)
            return keeper.Name;
        return keepers.Count == 0 && _context.Type.GetMembers(parameter.Name).IsEmpty && _construction.IsPrimary && !_construction.IsAssigned(parameter) && !_construction.IsGivenToBase(parameter)
            ? parameter.Name
            : null;
    }

    private EquatableArray<MemberIr> LowerMembers()
    {
        var captured = _construction.IsPrimary
            ? _construction.Constructor!.Parameters.Where(p => (_context.Known.IsTensor(p.Type) || _context.Known.HoldsModule(p.Type)) && _construction.IsCaptured(p))
            : [];
        return captured.Concat(_stored).Select(LowerMember).Where(m => m is not null).Select(m => m!).ToEquatableArray();
    }

    private MemberIr? LowerMember(ISymbol member)
    {
        var type = MemberKinds.TypeOf(member);
        if (_context.Known.HoldsModule(type))
            return LowerModule(member, type);
        if (_context.Known.IsTensor(type))
            return LowerTensor(member, type);
        if (_context.Known.ModuleElement(type) is not null)
            _context.Report(RulesDeclaration.CollectionOfModules, member.Locations[0], member.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return null;
    }

    private MemberIr? LowerTensor(ISymbol member, ITypeSymbol type)
    {
        var (isBuffer, isPersistent) = KnownTypes.BufferOf(member);
        var isParameter = _context.Known.IsParameter(type);
        if (!isBuffer && !isParameter)
        {
            _context.Report(RulesDeclaration.TensorNotRegistered, member.Locations[0], member.Name);
            return null;
        }

        var (value, presence) = ValueOf(member);
        return Member(member, isBuffer ? MemberKind.Buffer : MemberKind.Parameter, type) with
        {
            IsExact = true,
            IsPersistent = !isBuffer || isPersistent,
            Presence = presence,
            Shape = _context.ShapeOf(member.GetAttributes()) ?? (value is null || MemberKinds.IsOverridable(member) ? null : ShapeOf(value)),
        };
    }

    private MemberIr LowerModule(ISymbol member, ITypeSymbol type)
    {
        var (value, presence) = ValueOf(member);
        var creation = value as IObjectCreationOperation;
        if (type is INamedTypeSymbol named)
            _context.Use(named, member.Locations[0]);
        var keepsParts = !_construction.HasReplacedParts(member);
        if (value is not null && keepsParts && MemberKinds.IsReadOnly(member) && !MemberKinds.IsOverridable(member) && _creation.Lower(value) is { } created
            && (created.Elements is null || !_construction.IsUsedByConstructor(member)))
            _creations[member.Name] = created;
        var isCreated = creation is not null && SymbolEqualityComparer.Default.Equals(creation.Type, type) && MemberKinds.IsReadOnly(member) && !MemberKinds.IsOverridable(member);
        return Member(member, MemberKind.Module, type) with
        {
            IsExact = type.IsSealed || isCreated,
            Presence = presence,
            Arguments = isCreated && keepsParts ? _creation.Arguments(creation!) : EquatableArray<NamedScalar>.Empty,
            IsInterface = !_context.Known.IsModule(type),
        };
    }

    private static MemberIr Member(ISymbol member, MemberKind kind, ITypeSymbol type)
        => new(
            member.Name,
            KnownTypes.KeyOf(member) ?? StateKey.Of(member.Name),
            kind,
            TypeDeclarations.FullName(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            MemberKinds.ContractName(type),
            IsNullable: type.NullableAnnotation == NullableAnnotation.Annotated,
            IsReadOnly: MemberKinds.IsReadOnly(member) && !MemberKinds.IsOverridable(member),
            IsPublic: MemberKinds.IsPublic(member),
            IsExact: false,
            IsPersistent: true,
            Presence: null,
            Shape: null,
            Arguments: EquatableArray<NamedScalar>.Empty,
            IsRegistered: !InheritanceChecks.IsRegisteredByBase(member));

    /// <summary>What a member is set to, and for <c>condition ? value : null</c> when.</summary>
    private (IOperation? Value, ScalarIr? Presence) ValueOf(ISymbol member)
    {
        var value = _construction.ValueOf(member) is { } assigned ? Construction.Unwrap(assigned) : null;
        if (value is not IConditionalOperation { WhenFalse: { } whenFalse } conditional || !MemberKinds.IsReadOnly(member) || MemberKinds.IsOverridable(member))
            return (value, null);
        var condition = _construction.Scalar(conditional.Condition);
        if (IsNull(whenFalse))
            return (Construction.Unwrap(conditional.WhenTrue), condition);
        return IsNull(conditional.WhenTrue)
            ? (Construction.Unwrap(whenFalse), condition is null ? null : ScalarFolding.Unary("bool", "!", condition))
            : (null, null);
    }

    private static bool IsNull(IOperation operation) => Construction.Unwrap(operation).ConstantValue is { HasValue: true, Value: null };

    /// <summary>The shape of <c>Tensor.Zeros(dims)</c> and its like, also inside <c>new Parameter(...)</c>.</summary>
    private string? ShapeOf(IOperation value) => Construction.Unwrap(value) switch
    {
        IObjectCreationOperation creation => creation.Arguments.FirstOrDefault(a => _context.Known.IsTensor(a.Parameter?.Type)) is { } tensor
            ? ShapeOf(tensor.Value)
            : DimsOf(creation.Arguments),
        IInvocationOperation { Instance: null } factory when factory.Arguments.FirstOrDefault(a => _context.Known.IsTensor(a.Parameter?.Type)) is null
            => DimsOf(factory.Arguments),
        IBinaryOperation { LeftOperand: var left, RightOperand: var right } when KnownTypes.IsScalar(right.Type) => ShapeOf(left),
        IBinaryOperation { LeftOperand: var left, RightOperand: var right } when KnownTypes.IsScalar(left.Type) => ShapeOf(right),
        IUnaryOperation { Operand: var operand } => ShapeOf(operand),
        _ => null,
    };

    /// <summary>The one argument that is a list of sizes.</summary>
    private string? DimsOf(IEnumerable<IArgumentOperation> arguments)
    {
        var lists = arguments.Where(a => a.Parameter is { } p && IsDims(p)).ToList();
        return lists.Count != 1 ? null : _construction.Scalar(lists[0].Value) switch
        {
            ListIr list => ShapeExpressions.Write(list.Items),
            { } size when Construction.Unwrap(lists[0].Value).Type?.SpecialType == SpecialType.System_Int32 => ShapeExpressions.Write([size]),
            _ => null,
        };
    }

    /// <summary>Whether a parameter is a list of sizes, and not one of elements.</summary>
    public static bool IsDims(IParameterSymbol parameter) => parameter.Name == "shape" && parameter.Type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType == SpecialType.System_Int32,
        INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments.Length: 1 } span => span.TypeArguments[0].SpecialType == SpecialType.System_Int32,
        INamedTypeSymbol named => KnownTypes.IsShape(named),
        _ => false,
    };

    private void CheckKeys()
    {
        var inherited = InheritanceChecks.Keys(_context).GroupBy(named => named.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);
        foreach (var hiding in Members.Where(m => m.IsRegistered && inherited.ContainsKey(m.Key)))
            _context.Report(RulesDeclaration.KeyClash, (_context.Type.GetMembers(hiding.Name).FirstOrDefault() ?? _context.Type).Locations[0], inherited[hiding.Key], hiding.Name, hiding.Key);
        foreach (var clash in Members.GroupBy(m => m.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var last = clash.Last();
            var symbol = _context.Type.GetMembers(last.Name).FirstOrDefault();
            _context.Report(RulesDeclaration.KeyClash, (symbol ?? _context.Type).Locations[0], clash.First().Name, last.Name, clash.Key);
        }
    }
}

using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Names: variables, members of this module and of its children, hyperparameters.</summary>
internal sealed partial class MethodLowering
{
    private ModuleTerm This => new("", _context.Type, IsPublic: true);

    private Term LowerReference(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => Bound(local, local.Local),
        IParameterReferenceOperation parameter when _bindings.ContainsKey(parameter.Parameter) => Bound(parameter, parameter.Parameter),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } captured } parameter
            => OwnMember(parameter, captured),
        IInstanceReferenceOperation { Type.OriginalDefinition: { } type } => _bindings.ContainsKey(type) ? Current(type) : This,
        IPropertyReferenceOperation { Property: var property } access when OpBinding.LoweredType(property) is not null => LowerProperty(access),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: { Length: 1 } place } access when _context.Known.IsTensorList(list.Type)
            => LowerItem(access, list, place[0].Value),
        IPropertyReferenceOperation { Property: { IsIndexer: true } indexer } access when PartBinding.Of(indexer) is { } part => LowerPart(access, part),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } container } item when _context.Known.IsModule(container.Type)
            => LowerItem(item, Lower(container)),
        IMemberReferenceOperation { Instance: { } instance } access => MemberOf(access, Lower(instance)),
        _ => FailReference(reference),
    };

    private Term Bound(IOperation reference, ISymbol symbol)
        => _bindings.ContainsKey(symbol) ? Current(symbol) : Fail(RulesDifferentiability.UnknownTensor, reference);

    private Term MemberOf(IMemberReferenceOperation access, Term owner)
    {
        switch (owner)
        {
            case FailedTerm:
                return owner;
            case SequenceTerm or TensorTerm when access.Member is IPropertySymbol { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }:
                return owner;
            case SequenceTerm { Items: var items } when TensorGroups.IndexOf(access.Member) is >= 0 and var index && index < items.Length:
                return items[index];
            case SequenceTerm when access.Member is IPropertySymbol { GetMethod: { } getter } && _context.HasSource(getter):
                return IsRunning(getter) ? Fail(RulesDifferentiability.Recursion, access, access.Member.Name) : Inline(getter, [], instance: owner) ?? FailReference(access);
            case SequenceTerm { Items: { Length: 2 } pair } when access.Member is { Name: "Key" or "Value" } entry && KnownTypes.IsPair(entry.ContainingType):
                return pair[entry.Name == "Key" ? 0 : 1];
            case PartsTerm { Count: { } parts } when access.Member.Name == "Length":
                return new ScalarTerm(parts);
            case ListTerm list when access.Member.Name is "Count" or "Length":
                return new ScalarTerm(CountOf(access, list));
            case SequenceTerm when access.Member is { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }:
                return owner;
            case TensorTerm { Value: var value } when !MayBeNull(value) && KnownTypes.IsShape(access.Type):
                return new ShapeTerm(value);
            case TensorTerm { Value: var value } when !MayBeNull(value) && access.Member.Name == KnownTypes.Count:
                return new ScalarTerm(new ShapeIr(value).Count);
            case TensorTerm { Value: var value } when !MayBeNull(value) && access.Member.Name == KnownTypes.Rank:
                return new ScalarTerm(new RankIr(value));
            case ShapeTerm { Value: var shaped }:
                return MemberOfShape(access, new ShapeIr(shaped));
            case ScalarTerm { Scalar: ShapeIr part }:
                return MemberOfShape(access, part);
            case ModuleTerm { Path.Length: 0 }:
                return OwnMember(access, access.Member);
            case ModuleTerm module:
                return ChildMember(access, module);
            case ScalarTerm { Scalar: MemberScalarIr options } when access.Member is IFieldSymbol or IPropertySymbol { IsIndexer: false }:
                return new ScalarTerm(new MemberScalarIr(
                    OptionMembers.TypeName(access.Member),
                    OptionMembers.Join(options.Path, access.Member),
                    options.IsReadOnly && OptionMembers.IsReadOnly(access.Member),
                    options.IsPublic && MemberKinds.IsPublic(access.Member)));
            case TensorTerm when access is IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } mask }
                && _context.Known.ElementType(mask[0].Value.Type) == DType.Bool:
                return Fail(RulesDifferentiability.RunTimeSize, access);
            case TensorTerm:
                var name = access.Member is IPropertySymbol { IsIndexer: true } ? "Tensor[...]" : $"Tensor.{access.Member.Name}";
                return Fail(RulesDifferentiability.UnknownMethod, access, name);
            default:
                return FailReference(access);
        }
    }

    /// <summary>What is read of a shape: one dim or some, how many there are, how many elements they have.</summary>
    private Term MemberOfShape(IMemberReferenceOperation access, ShapeIr shape) => access switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } places } when Unconverted(places[0].Value) is IRangeOperation range
            => LowerDims(access, range, shape),
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } places } => LowerDim(access, places[0].Value, shape),
        { Member.Name: KnownTypes.Count } => new ScalarTerm(shape.Count),
        { Member.Name: KnownTypes.Dims } => new ScalarTerm(shape),
        { Member.Name: KnownTypes.Rank or KnownTypes.Length } when shape.IsWhole => new ScalarTerm(new RankIr(shape.Value)),
        _ => FailReference(access),
    };

    /// <summary>A member of the module itself. A property that computes is run in place.</summary>
    private Term OwnMember(IOperation reference, ISymbol member)
    {
        if (_bindings.ContainsKey(member))
            return Current(member);
        if (IsTraining(member))
            return MemberTerm(reference, This, member, shape: null);
        if (member is IPropertySymbol { GetMethod: { } getter } && !MemberKinds.IsStored(member) && !MemberKinds.IsOverridable(member) && _context.HasSource(getter))
            return IsRunning(getter) ? Fail(RulesDifferentiability.Recursion, reference, member.Name) : Inline(getter, []) ?? FailReference(reference);
        if (member is not IParameterSymbol && !IsDeclaredHere(member))
            return MemberTerm(reference, This, member, shape: null);
        if (_members.Scalars.FirstOrDefault(s => s.Name == member.Name) is { Value: ConstantIr constant })
            return new ScalarTerm(constant);
        var declared = _members.Members.FirstOrDefault(m => m.Name == member.Name);
        return MemberTerm(reference, This, member, declared?.Shape);
    }

    /// <summary>Whether the generated half of this class can name a member of a base class.</summary>
    private bool IsAccessible(ISymbol member)
        => SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, _context.Type.OriginalDefinition)
            || member.DeclaredAccessibility != Accessibility.Private
            || member is IParameterSymbol { ContainingSymbol.ContainingType: { } declaring } && SymbolEqualityComparer.Default.Equals(declaring, _context.Type);

    private bool IsTraining(ISymbol member) => member.Name == KnownTypes.Training && _context.Known.IsModuleBase(member.ContainingType);

    private Term ChildMember(IMemberReferenceOperation access, ModuleTerm module) => MemberTerm(access, module, access.Member, shape: null);

    private Term MemberTerm(IOperation reference, ModuleTerm owner, ISymbol member, string? shape)
    {
        var type = MemberKinds.TypeOf(member);
        var path = owner.Join(member.Name);
        var isPublic = owner.IsPublic && MemberKinds.IsPublic(member);
        if (IsTraining(member))
            return new ScalarTerm(new TrainingIr(owner.Path));
        if (owner.Path.Length == 0 && !IsAccessible(member))
            return Fail(RulesComposition.PrivateMemberOfBase, reference, member.Name, member.ContainingType.Name);
        if (_context.Known.HoldsModule(type))
        {
            if (type is INamedTypeSymbol named)
                _context.Use(named, reference.Syntax.GetLocation());
            return new ModuleTerm(path, type, isPublic, IsNullable: type.NullableAnnotation == NullableAnnotation.Annotated, KnownTypes.IsRecomputed(member));
        }

        if (_context.Known.ElementType(type) is { } element)
            return TensorMember(reference, member, new ValueIr(-1, path, element, ValueOrigin.Member, path, IsPublic: isPublic, Shape: shape));
        return KnownTypes.IsScalar(type) || type.IsValueType || OptionMembers.IsOptions(type)
            ? new ScalarTerm(new MemberScalarIr(TypeDeclarations.FullName(type), path, _members.IsReadOnly(member) && !MemberKinds.IsOverridable(member), isPublic))
            : FailReference(reference);
    }

    private Term TensorMember(IOperation reference, ISymbol member, ValueIr value)
    {
        var (isBuffer, _) = KnownTypes.BufferOf(member);
        if (!MemberKinds.IsStored(member))
            return FailReference(reference);
        if (!isBuffer && !_context.Known.IsParameter(MemberKinds.TypeOf(member)))
            return IsDeclaredHere(member) ? FailedTerm.Instance : FailReference(reference);
        var isNullable = MemberKinds.TypeOf(member).NullableAnnotation == NullableAnnotation.Annotated;
        return new TensorTerm(_builder.Member(value with { MemberKind = isBuffer ? MemberKind.Buffer : MemberKind.Parameter, IsNullable = isNullable }));
    }

    /// <summary>A tensor of this class that is neither parameter nor buffer has been reported where it is declared.</summary>
    private bool IsDeclaredHere(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, _context.Type);

    private FailedTerm FailReference(IOperation reference)
    {
        var rule = reference switch
        {
            IMemberReferenceOperation { Member: var member } when ForeignCode.IsNotRepeatable(member.ContainingType) => RulesSurroundings.NotRepeatable,
            _ when ForeignCode.IsNotRepeatable(reference.Type) => RulesSurroundings.NotRepeatable,
            IEventReferenceOperation => RulesSurroundings.SideEffect,
            { Type.TypeKind: TypeKind.Delegate } => RulesDifferentiability.Lambda,
            _ when _context.Known.IsTensor(reference.Type) => RulesDifferentiability.UnknownTensor,
            _ when _context.Known.IsModule(reference.Type) => RulesDifferentiability.UnknownModule,
            _ when ScalarLowering.IsScalarShaped(reference) => RulesDifferentiability.UnknownScalar,
            _ => null,
        };
        return rule is null ? Foreign(reference) : Fail(rule, reference);
    }
}

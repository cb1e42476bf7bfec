using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Parameters and results of a compiled method: what of them are tensors, and what plans are bound for.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>What the method takes besides tensors.</summary>
    private ImmutableArray<TurnVariable> _callScalars = [];

    /// <summary>Binds the parameters; null where the signature cannot be compiled, which is reported.</summary>
    private LoweredSignature? LowerSignature(IMethodSymbol method)
    {
        var types = MethodSignature.ResultTypes(_context.Known, method);
        if (types is null)
        {
            ReportSignature(
                method.Locations[0],
                $"'{method.Name}' returns",
                method.ReturnType,
                _context.Known.IsTensorList(method.ReturnType) ? "return a tuple or record of the tensors, or one that stacks them" : "compute other values outside of the module");
        }

        var inputs = new List<InputIr>();
        var parameters = new List<ParameterIr>();
        var index = 0;
        var result = types is null || method.ReturnsVoid ? null : Form(method.ReturnType, ref index);
        var isWhole = types is not null;
        foreach (var parameter in method.Parameters)
        {
            if (LowerParameter(parameter, inputs, ref index) is { } lowered)
                parameters.Add(lowered);
            else
                isWhole = false;
        }

        if (!isWhole)
            return null;
        var signature = new SignatureIr(parameters.ToEquatableArray(), TypeDeclarations.FullName(method.ReturnType), result);
        return new LoweredSignature(method, inputs, types!, _callScalars, method.DeclaredAccessibility == Accessibility.Public ? signature : null);
    }

    private ParameterIr? LowerParameter(IParameterSymbol parameter, List<InputIr> inputs, ref int results)
    {
        var type = TypeDeclarations.FullName(parameter.Type);
        var shape = _context.ShapeOf(parameter.GetAttributes());
        var initial = parameter.HasExplicitDefaultValue ? OpSourceReader.Constant(parameter.Type, parameter.ExplicitDefaultValue).Text : null;
        if (parameter.RefKind == RefKind.Out && MethodSignature.ResultTypes(_context.Known, parameter.Type) is not null)
        {
            // Nobody reads it before it is assigned.
            Bind(parameter, FailedTerm.Instance);
            return new ParameterIr(parameter.Name, type, null, shape, default, Form(parameter.Type, ref results));
        }

        if (parameter.RefKind == RefKind.None && !parameter.IsParams)
        {
            if (MethodSignature.InputTypes(_context.Known, parameter.Type) is not null)
                return new ParameterIr(parameter.Name, type, initial, shape, LowerTensors(parameter, shape, inputs), null);
            if (BindScalar(parameter))
                return new ParameterIr(parameter.Name, type, initial, null, default, null);
            if (MethodSignature.IsPlainValue(parameter.Type))
            {
                var scalar = new TurnVariable(TurnName(parameter.Name), type);
                _callScalars = _variables = _callScalars.Add(scalar);
                Bind(parameter, new ScalarTerm(new MemberScalarIr(type, scalar.Name, IsReadOnly: true, IsPublic: false)));
                return new ParameterIr(parameter.Name, type, initial, null, default, null);
            }
        }

        var (kind, advice) = parameter.RefKind switch
        {
            RefKind.Ref => ("ref ", "take it by value, and return what becomes of it"),
            RefKind.None when _context.Known.IsTensorList(parameter.Type) => ("", "make each tensor a parameter of its own, or take one that stacks them"),
            RefKind.None or RefKind.Out => ("", "give other values to the constructor"),
            _ => ("in ", "take it by value, which copies no elements"),
        };
        ReportSignature(parameter.Locations[0], $"'{parameter.Name}' is", parameter.Type, advice, kind);
        return null;
    }

    /// <summary>Makes inputs of a tensor or of the tensors of a tuple or record, and gives the expressions by which an entry reads them.</summary>
    private EquatableArray<string> LowerTensors(IParameterSymbol parameter, string? shape, List<InputIr> inputs)
    {
        var isNullable = parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var type = isNullable ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0] : parameter.Type;
        var isOptional = parameter.NullableAnnotation == NullableAnnotation.Annotated || isNullable;
        var reads = new List<string>();
        var term = Input(type, parameter.Name, Escaped(parameter.Name), isOptional);
        Bind(parameter, KnownTypes.StopsGradient(parameter) ? Detached(term, parameter.Name) : term);
        return reads.ToEquatableArray();

        Term Input(ITypeSymbol part, string name, string read, bool isMaybeNull)
        {
            if (_context.Known.ElementType(part) is not { } element)
            {
                var dot = isMaybeNull ? "?." : ".";
                return new SequenceTerm(TensorGroups.PartsOf(part)
                    .Select((item, i) => Input(item.Type, $"{name}.{item.Name}", $"{read}{dot}{(part.IsTupleType ? $"Item{i + 1}" : item.Name)}", isMaybeNull: false))
                    .ToImmutableArray());
            }

            var isAbsentable = isOptional || part.NullableAnnotation == NullableAnnotation.Annotated;
            var value = _builder.Input(name, element, isAbsentable);
            inputs.Add(new InputIr(name, element, isAbsentable, _context.Known.IsTensor(parameter.Type) ? shape : null, value));
            reads.Add(read);
            return new TensorTerm(value);
        }
    }

    /// <summary>How the tensors from a number on make up a value of a type that holds nothing else.</summary>
    private ResultFormIr Form(ITypeSymbol type, ref int index)
    {
        if (_context.Known.ElementType(type) is { } element)
            return new ResultFormIr(index++, element, default);
        var (items, names) = (new List<ResultFormIr>(), new List<string>());
        foreach (var item in TensorGroups.PartsOf(type))
        {
            items.Add(Form(item.Type, ref index));
            names.Add(item.Name);
        }

        return new ResultFormIr(
            -1,
            default,
            items.ToEquatableArray(),
            type.IsTupleType ? null : TypeDeclarations.FullName(type),
            type is INamedTypeSymbol named && TensorGroups.IsInitialized(named) ? names.ToEquatableArray() : default);
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private void ReportSignature(Location place, string what, ITypeSymbol type, string advice, string kind = "")
        => _context.Report(RulesDeclaration.UnsupportedSignature, place, what, kind + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), advice);

    private sealed record LoweredSignature(IMethodSymbol Symbol, IReadOnlyList<InputIr> Inputs, IReadOnlyList<DType> Types, ImmutableArray<TurnVariable> Scalars, SignatureIr? Declared)
    {
        public MethodIr Method(IReadOnlyList<ResultIr> results, EquatableArray<ValueIr> values, BlockIr? body) => new(
            Symbol.Name,
            Inputs.ToEquatableArray(),
            results.ToEquatableArray(),
            values,
            body,
            Scalars: Scalars.ToEquatableArray(),
            IsOverridable: MethodSignature.IsOverridable(Symbol),
            Slot: MethodSignature.SlotOf(Symbol),
            Signature: Declared);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Modules and parameters in brackets.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>A module or parameter of a list or dictionary.</summary>
    private Term LowerItem(IPropertyReferenceOperation item, Term container)
    {
        if (container is FailedTerm)
            return container;
        if (container is not ModuleTerm module || item.Arguments.Length != 1 || Key(item.Arguments[0].Value) is not { } key)
            return FailReference(item);
        if (item.Type is INamedTypeSymbol type && _context.Known.IsModule(type))
            return ItemOf(item, module, key, type);
        var path = PathOf(module, key);
        return _context.Known.IsParameter(item.Type)
            ? new TensorTerm(_builder.Member(new ValueIr(-1, path, DType.Float32, ValueOrigin.Member, path)))
            : FailReference(item);
    }

    private ModuleTerm ItemOf(IOperation place, ModuleTerm container, string key, INamedTypeSymbol type)
    {
        _context.Use(type, place.Syntax.GetLocation());
        return new ModuleTerm(PathOf(container, key), type, IsPublic: false, IsRecomputed: container.IsRecomputed);
    }

    private static string PathOf(ModuleTerm container, string key) => $"{container.Path}[{key}]";

    /// <summary>A number or name as C#; null where it cannot be read whenever a pass runs.</summary>
    private string? Key(IOperation index)
    {
        var operation = index is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : index;
        if (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
            return Key(hat.Operand) is { } fromEnd ? $"^({fromEnd})" : null;
        return Lower(operation) is ScalarTerm { Scalar: var scalar } ? Text(scalar) : null;
    }

    private static string? Text(ScalarIr scalar) => scalar switch
    {
        ConstantIr constant => constant.Text,
        MemberScalarIr { IsReadOnly: true } member => member.Path,
        BinaryIr binary => Text(binary.Left) is { } left && Text(binary.Right) is { } right ? $"({left} {binary.Operator} {right})" : null,
        _ => null,
    };
}

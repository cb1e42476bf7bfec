using System;

namespace NnGen.Compiler.Ir;

/// <summary>Records to text, field by field in the order in which <see cref="IrDecoder"/> reads them.</summary>
internal sealed class IrEncoder
{
    private readonly IrTextWriter _out = new();

    public string Module(ModuleIr module)
    {
        Type(module.Type);
        _out.Text(module.BaseModule)
            .List(module.Constructor, Hyper)
            .List(module.Scalars, Named)
            .List(module.Members, Member)
            .List(module.Methods, Method);
        return _out.ToString();
    }

    private void Type(TypeIr type)
        => _out.Text(type.MetadataName)
            .Text(type.FullName)
            .Text(type.Namespace)
            .List(type.Containers, c => _out.Text(c))
            .Text(type.Declaration)
            .Text(type.Name)
            .Flags(type.IsSealed, type.IsPublic);

    private void Hyper(HyperIr hyper)
    {
        _out.Text(hyper.Name).Text(hyper.Type);
        Scalar(hyper.Default);
        _out.Text(hyper.Member);
    }

    private void Named(NamedScalar scalar)
    {
        _out.Text(scalar.Name);
        Scalar(scalar.Value);
    }

    private void Member(MemberIr member)
    {
        _out.Text(member.Name)
            .Text(member.Key)
            .Text(member.Kind.ToString())
            .Text(member.Type)
            .Text(member.TypeMetadataName)
            .Flags(member.IsNullable, member.IsReadOnly, member.IsPublic, member.IsExact, member.IsPersistent, member.IsInterface, member.IsRegistered);
        Scalar(member.Presence);
        _out.Text(member.Shape).List(member.Arguments, Named);
    }

    private void Method(MethodIr method)
    {
        _out.Text(method.Name)
            .Flags(method.IsSelecting, method.IsRecomputed, method.IsOverridable)
            .List(method.Inputs, Input)
            .List(method.Results, result => _out.Text(result.Type.ToString()).Text(result.Shape).Number(result.Value).Flags(result.IsInferred))
            .List(method.Values, Value)
            .List(method.Scalars, scalar => _out.Text(scalar.Name).Text(scalar.Type))
            .Text(method.Slot);
        Scalar(method.Variant?.Condition);
        if (method.Body is { } body)
            _out.List(body.Statements, Statement);
        else
            _out.Text(null);
    }

    private void Input(InputIr input)
        => _out.Text(input.Name).Text(input.Type.ToString()).Flags(input.IsOptional).Text(input.Shape).Number(input.Value);

    private void Value(ValueIr value)
        => _out.Text(value.Name)
            .Text(value.Type.ToString())
            .Text(value.Origin.ToString())
            .Text(value.Member)
            .Text(value.MemberKind.ToString())
            .Flags(value.IsNullable, value.IsPublic)
            .Text(value.Shape);

    private void Statement(StatementIr statement)
    {
        switch (statement)
        {
            case OpIr op:
                _out.Text("op")
                    .Flags(op.IsDetached)
                    .Text(op.Op)
                    .List(op.Tensors, t => _out.Text(t.Name).Number(t.Value))
                    .List(op.Scalars, Named)
                    .List(op.Results, r => _out.Number(r));
                break;
            case CallIr call:
                _out.Text("call")
                    .Flags(call.IsDetached)
                    .Text(call.Target)
                    .Text(call.TargetType)
                    .Text(call.Method)
                    .List(call.Inputs, i => _out.Number(i))
                    .List(call.Results, r => _out.Number(r))
                    .Text(call.TargetName)
                    .List(call.Scalars, Scalar)
                    .List(call.OptionalResults, r => _out.Number(r));
                break;
            case CheckIr check:
                _out.Text("check").Flags(check.IsDetached);
                Scalar(check.Condition);
                _out.Text(check.Exception).List(check.Arguments, Scalar);
                break;
            default:
                throw new ArgumentException($"{statement.GetType().Name} has no text form", nameof(statement));
        }
    }

    private void Scalar(ScalarIr? scalar)
    {
        switch (scalar)
        {
            case null:
                _out.Text(null);
                break;
            case ConstantIr constant:
                _out.Text("const").Text(constant.Type).Text(constant.Text).Text(constant.Integer?.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case ConstructorParameterIr parameter:
                _out.Text("param").Text(parameter.Type).Text(parameter.Name);
                break;
            case MemberScalarIr member:
                _out.Text("member").Text(member.Type).Text(member.Path).Flags(member.IsReadOnly, member.IsPublic);
                break;
            case TrainingIr training:
                _out.Text("training").Text(training.Path);
                break;
            case DimIr dim:
                _out.Text("dim").Number(dim.Value).Number(dim.Axis).Number(dim.Rank ?? 0);
                break;
            case RankIr rank:
                _out.Text("rank").Number(rank.Value);
                break;
            case ShapeIr shape:
                _out.Text("shape").Number(shape.Value).Number(shape.Start).Number(shape.End ?? int.MaxValue);
                break;
            case ItemIr item:
                _out.Text("item").Text(item.Type).Number(item.Value);
                break;
            case BoundScalarIr bound:
                _out.Text("bound").Text(bound.Type).Text(bound.Name);
                break;
            case NullMemberIr member:
                _out.Text("nullmember").Text(member.Path);
                break;
            case NullInputIr input:
                _out.Text("nullinput").Number(input.Value);
                break;
            default:
                Composite(scalar);
                break;
        }
    }

    private void Composite(ScalarIr scalar)
    {
        switch (scalar)
        {
            case UnaryIr unary:
                _out.Text("unary").Text(unary.Type).Text(unary.Operator);
                Scalar(unary.Operand);
                break;
            case BinaryIr binary:
                _out.Text("binary").Text(binary.Type).Text(binary.Operator);
                Scalar(binary.Left);
                Scalar(binary.Right);
                break;
            case ConditionalIr conditional:
                _out.Text("if").Text(conditional.Type);
                Scalar(conditional.Condition);
                Scalar(conditional.WhenTrue);
                Scalar(conditional.WhenFalse);
                break;
            case ConversionIr conversion:
                _out.Text("as").Text(conversion.Type);
                Scalar(conversion.Operand);
                break;
            case FunctionIr function:
                _out.Text("fn").Text(function.Type).Text(function.Function).List(function.Arguments, Scalar);
                break;
            case ListIr list:
                _out.Text("list").Text(list.Type).List(list.Items, Scalar);
                break;
            default:
                throw new ArgumentException($"{scalar.GetType().Name} has no text form", nameof(scalar));
        }
    }
}

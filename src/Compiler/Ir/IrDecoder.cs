using System.Globalization;

namespace NnGen.Compiler.Ir;

/// <summary>Text to records, field by field in the order in which <see cref="IrEncoder"/> wrote them.</summary>
internal sealed class IrDecoder(string text)
{
    private readonly IrTextReader _in = new(text);

    public ModuleIr Module()
    {
        var module = new ModuleIr(
            Type(),
            _in.OptionalText(),
            _in.List(Hyper),
            _in.List(Named),
            _in.List(Member),
            _in.List(Method),
            IsBroken: false);
        return _in.IsAtEnd ? module : throw _in.Malformed();
    }

    private TypeIr Type()
    {
        var (metadataName, fullName, @namespace) = (_in.Text(), _in.Text(), _in.Text());
        var containers = _in.List(_in.Text);
        var (declaration, name, flags) = (_in.Text(), _in.Text(), _in.Flags());
        return new TypeIr(metadataName, fullName, @namespace, containers, declaration, name, flags(0), flags(1));
    }

    private HyperIr Hyper() => new(_in.Text(), _in.Text(), Scalar(), _in.OptionalText());

    private NamedScalar Named() => new(_in.Text(), RequiredScalar());

    private MemberIr Member()
    {
        var (name, key, kind) = (_in.Text(), _in.Text(), _in.Name<MemberKind>());
        var (type, typeMetadataName, flags) = (_in.Text(), _in.Text(), _in.Flags());
        return new MemberIr(
            name, key, kind, type, typeMetadataName, flags(0), flags(1), flags(2), flags(3), flags(4), Scalar(), _in.OptionalText(), _in.List(Named), flags(5), flags(6));
    }

    private MethodIr Method()
    {
        var (name, flags) = (_in.Text(), _in.Flags());
        var inputs = _in.List(Input);
        var results = _in.List(() => new ResultIr(_in.Name<DType>(), _in.OptionalText(), _in.Int32(), _in.Flags()(0)));
        var id = 0;
        var values = _in.List(() => Value(id++));
        var scalars = _in.List(() => new TurnVariable(_in.Text(), _in.Text()));
        var slot = _in.OptionalText();
        var variant = Scalar() is { } condition ? new VariantIr(condition) : null;
        var body = _in.TryNull() ? null : new BlockIr(_in.List(Statement));
        return new MethodIr(name, inputs, results, values, body, flags(0), variant, IsRecomputed: flags(1), Scalars: scalars, IsOverridable: flags(2), Slot: slot);
    }

    private InputIr Input() => new(_in.Text(), _in.Name<DType>(), _in.Flags()(0), _in.OptionalText(), _in.Int32());

    private ValueIr Value(int id)
    {
        var (name, type, origin) = (_in.Text(), _in.Name<DType>(), _in.Name<ValueOrigin>());
        var (member, kind, flags) = (_in.OptionalText(), _in.Name<MemberKind>(), _in.Flags());
        return new ValueIr(id, name, type, origin, member, kind, flags(0), flags(1), _in.OptionalText());
    }

    private StatementIr Statement()
    {
        var (kind, flags) = (_in.Text(), _in.Flags());
        return Statement(kind) with { IsDetached = flags(0) };
    }

    private StatementIr Statement(string kind) => kind switch
    {
        "op" => new OpIr(
            Site: 0,
            Text: "",
            Expression: "",
            _in.Text(),
            _in.List(() => new TensorArgument(_in.Text(), _in.Int32())),
            _in.List(Named),
            _in.List(_in.Int32)),
        "call" => new CallIr(Site: 0, Text: "", Expression: "", _in.Text(), _in.Text(), _in.Text(), _in.List(_in.Int32), _in.List(_in.Int32), _in.Text(), _in.List(RequiredScalar)) { OptionalResults = _in.List(_in.Int32) },
        "check" => new CheckIr(Site: 0, Text: "", Expression: "", RequiredScalar(), _in.Text(), _in.List(RequiredScalar)),
        _ => throw _in.Malformed(),
    };

    private ScalarIr RequiredScalar() => Scalar() ?? throw _in.Malformed();

    private ScalarIr? Scalar() => _in.OptionalText() switch
    {
        null => null,
        "const" => new ConstantIr(_in.Text(), _in.Text(), Integer()),
        "param" => new ConstructorParameterIr(_in.Text(), _in.Text()),
        "member" => MemberScalar(),
        "training" => new TrainingIr(_in.Text()),
        "dim" => new DimIr(_in.Int32(), _in.Int32(), _in.Int32() is var rank and not 0 ? rank : null),
        "rank" => new RankIr(_in.Int32()),
        "shape" => new ShapeIr(_in.Int32(), _in.Int32(), _in.Int32() is var end and not int.MaxValue ? end : null),
        "item" => new ItemIr(_in.Text(), _in.Int32()),
        "bound" => new BoundScalarIr(_in.Text(), _in.Text()),
        "nullmember" => new NullMemberIr(_in.Text()),
        "nullinput" => new NullInputIr(_in.Int32()),
        "unary" => new UnaryIr(_in.Text(), _in.Text(), RequiredScalar()),
        "binary" => new BinaryIr(_in.Text(), _in.Text(), RequiredScalar(), RequiredScalar()),
        "if" => new ConditionalIr(_in.Text(), RequiredScalar(), RequiredScalar(), RequiredScalar()),
        "as" => new ConversionIr(_in.Text(), RequiredScalar()),
        "fn" => new FunctionIr(_in.Text(), _in.Text(), _in.List(RequiredScalar)),
        "list" => new ListIr(_in.Text(), _in.List(RequiredScalar)),
        _ => throw _in.Malformed(),
    };

    private MemberScalarIr MemberScalar()
    {
        var (type, path, flags) = (_in.Text(), _in.Text(), _in.Flags());
        return new MemberScalarIr(type, path, flags(0), flags(1));
    }

    private long? Integer() => _in.OptionalText() is { } digits ? long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;
}

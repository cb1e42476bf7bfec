using FsCheck;
using FsCheck.Fluent;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Tests.Ir;

public class IrCodecTests
{
    [Fact]
    public void Any_contract_round_trips() => Prop.ForAll(Modules().ToArbitrary(), module =>
    {
        var text = IrCodec.Write(module);
        return IrCodec.Read(IrCodec.Version, text) is { } read && read.Equals(module) && !text.Contains('\n');
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Damaged_text_is_refused() => Prop.ForAll(Modules().ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (module, at) =>
    {
        var text = IrCodec.Write(module);
        return IrCodec.Read(IrCodec.Version, text[..(at * (text.Length - 1) / 1000)]) is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_unknown_version_is_not_read() => Assert.Null(IrCodec.Read(IrCodec.Version + 1, IrCodec.Write(Modules().Sample(1, 1).Single())));

    /// <summary>
    /// What the round trip shows holds for what it sees: every kind of scalar, and of every record each property in more than one value.
    /// </summary>
    [Fact]
    public void Contracts_are_drawn_with_every_scalar_and_every_property()
    {
        var seen = new Dictionary<(Type Type, string Property), HashSet<object?>>();
        foreach (var module in Modules().Sample(20, 400))
            Collect(module, seen);

        var scalars = typeof(ScalarIr).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ScalarIr)));
        Assert.Empty(scalars.Except(seen.Keys.Select(key => key.Type)));
        Assert.Empty(seen.Where(pair => pair.Value.Count < 2).Select(pair => $"{pair.Key.Type.Name}.{pair.Key.Property}").Except(s_leftOut));
    }

    /// <summary>What a contract does not say: where it comes from, what is known while a module is compiled, and what bodies that are inlined do not hold.</summary>
    private static readonly string[] s_leftOut =
    [
        .. new[] { nameof(OpIr), nameof(CallIr), nameof(CheckIr) }.SelectMany(type => new[] { $"{type}.Site", $"{type}.Text", $"{type}.Expression", $"{type}.Declared" }),
        "ModuleIr.IsBroken",
        "MethodIr.Turn",
        "MethodIr.Signature",
        "ValueIr.IsNamed",
        "ValueIr.IsList",
        "ValueIr.Version",
        "CallIr.IsRecomputed",
        .. new[] { nameof(TrainingIr), nameof(DimIr), nameof(RankIr), nameof(ShapeIr), nameof(NullMemberIr), nameof(NullInputIr) }.Select(type => $"{type}.Type"),
    ];

    private static void Collect(object? value, Dictionary<(Type Type, string Property), HashSet<object?>> seen)
    {
        if (value is System.Collections.IEnumerable items and not string)
        {
            foreach (var item in items)
                Collect(item, seen);
        }
        else if (value?.GetType() is { IsClass: true, Namespace: "NnGen.Compiler.Ir" } type)
        {
            foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            {
                var part = property.GetValue(value);
                if (!seen.TryGetValue((type, property.Name), out var values))
                    seen.Add((type, property.Name), values = []);
                values.Add(part);
                Collect(part, seen);
            }
        }
    }

    private static Gen<T?> Maybe<T>(Gen<T> gen) => Gen.Frequency((1, Gen.Constant(default(T))), (3, gen.Select(x => (T?)x)));

    private static Gen<EquatableArray<T>> Several<T>(Gen<T> gen) => gen.ListOf().Resize(3).Select(items => items.ToEquatableArray());

    private static Gen<string> Texts() => Gen.Elements("x", "fc1.Weight", "", "~", "a b", "\"", "\\", "[", "]", "N, 1, 28", "line\nbreak", "*B, K", "ünïcode", "global::NnGen.Tensor<long>", "-1", "0.1f");

    private static Gen<bool> Flags() => ArbMap.Default.GeneratorFor<bool>();

    private static Gen<int> Numbers() => Gen.Choose(-1, 40);

    private static Gen<DType> DTypes() => Gen.Elements(Enum.GetValues<DType>());

    private static Gen<ScalarIr> Scalars() => Gen.Sized(size => Scalars(Math.Min(size, 4)));

    private static Gen<ScalarIr> Scalars(int depth)
    {
        var texts = Texts();
        var leaf = Gen.OneOf(
            from type in texts from text in texts from value in Maybe(ArbMap.Default.GeneratorFor<long>().Select(v => (long?)v)) select (ScalarIr)new ConstantIr(type, text, value),
            from type in texts from name in texts select (ScalarIr)new ConstructorParameterIr(type, name),
            from type in texts from path in texts from a in Flags() from b in Flags() select (ScalarIr)new MemberScalarIr(type, path, a, b),
            from path in texts select (ScalarIr)new TrainingIr(path),
            from value in Numbers() from axis in Numbers() from rank in Gen.Elements<int?>(null, 1, 4) select (ScalarIr)new DimIr(value, axis, rank),
            from value in Numbers() select (ScalarIr)new RankIr(value),
            from value in Numbers() from start in Numbers() from end in Gen.Elements<int?>(null, -1, 4) select (ScalarIr)new ShapeIr(value, start, end),
            from type in texts from value in Numbers() select (ScalarIr)new ItemIr(type, value),
            from type in texts from name in texts select (ScalarIr)new BoundScalarIr(type, name),
            from path in texts select (ScalarIr)new NullMemberIr(path),
            from value in Numbers() select (ScalarIr)new NullInputIr(value));
        if (depth <= 0)
            return leaf;
        var inner = Scalars(depth - 1);
        return Gen.OneOf(
            leaf,
            from type in texts from op in texts from x in inner select (ScalarIr)new UnaryIr(type, op, x),
            from type in texts from op in texts from x in inner from y in inner select (ScalarIr)new BinaryIr(type, op, x, y),
            from type in texts from x in inner from y in inner from z in inner select (ScalarIr)new ConditionalIr(type, x, y, z),
            from type in texts from x in inner select (ScalarIr)new ConversionIr(type, x),
            from type in texts from name in texts from xs in Several(inner) select (ScalarIr)new FunctionIr(type, name, xs),
            from type in texts from xs in Several(inner) select (ScalarIr)new ListIr(type, xs));
    }

    private static Gen<NamedScalar> Named() => from name in Texts() from value in Scalars() select new NamedScalar(name, value);

    private static Gen<StatementIr> Statements() => Gen.OneOf(
        from op in Texts()
        from tensors in Several(from name in Texts() from value in Numbers() select new TensorArgument(name, value))
        from scalars in Several(Named())
        from results in Several(Numbers())
        from isDetached in Flags()
        select (StatementIr)new OpIr(0, "", "", op, tensors, scalars, results) { IsDetached = isDetached },
        from target in Texts()
        from type in Texts()
        from method in Texts()
        from inputs in Several(Numbers())
        from results in Several(Numbers())
        from name in Texts()
        from scalars in Several(Scalars())
        from optional in Several(Numbers())
        from isDetached in Flags()
        select (StatementIr)new CallIr(0, "", "", target, type, method, inputs, results, name, scalars) { IsDetached = isDetached, OptionalResults = optional },
        from condition in Scalars()
        from exception in Texts()
        from arguments in Several(Scalars())
        from isDetached in Flags()
        select (StatementIr)new CheckIr(0, "", "", condition, exception, arguments) { IsDetached = isDetached });

    private static Gen<ValueIr> Values() =>
        from name in Texts()
        from type in DTypes()
        from origin in Gen.Elements(Enum.GetValues<ValueOrigin>())
        from member in Maybe(Texts())
        from kind in Gen.Elements(Enum.GetValues<MemberKind>())
        from a in Flags()
        from b in Flags()
        from shape in Maybe(Texts())
        select new ValueIr(0, name, type, origin, member, kind, a, b, shape);

    private static Gen<MethodIr> Methods() =>
        from name in Texts()
        from inputs in Several(from n in Texts() from t in DTypes() from o in Flags() from s in Maybe(Texts()) from v in Numbers() select new InputIr(n, t, o, s, v))
        from results in Several(from t in DTypes() from s in Maybe(Texts()) from v in Numbers() from isInferred in Flags() select new ResultIr(t, s, v, isInferred))
        from values in Several(Values())
        from body in Maybe(Several(Statements()).Select(statements => new BlockIr(statements)))
        from scalars in Several(from n in Texts() from t in Texts() select new TurnVariable(n, t))
        from slot in Maybe(Texts())
        from variant in Maybe(Scalars().Select(condition => new VariantIr(condition)))
        from flags in Flags().ArrayOf(3)
        select new MethodIr(name, inputs, results, values.Select((v, id) => v with { Id = id }).ToEquatableArray(), body, flags[0])
        {
            IsRecomputed = flags[1],
            IsOverridable = flags[2],
            Scalars = scalars,
            Slot = slot,
            Variant = variant,
        };

    private static Gen<MemberIr> Members() =>
        from name in Texts()
        from key in Texts()
        from kind in Gen.Elements(Enum.GetValues<MemberKind>())
        from type in Texts()
        from typeName in Texts()
        from flags in Flags().ArrayOf(7)
        from presence in Maybe(Scalars())
        from shape in Maybe(Texts())
        from arguments in Several(Named())
        select new MemberIr(name, key, kind, type, typeName, flags[0], flags[1], flags[2], flags[3], flags[4], presence, shape, arguments, flags[5], flags[6]);

    private static Gen<ModuleIr> Modules() =>
        from names in Texts().ArrayOf(5)
        from containers in Several(Texts())
        from a in Flags()
        from b in Flags()
        from baseModule in Maybe(Texts())
        from hypers in Several(from n in Texts() from t in Texts() from d in Maybe(Scalars()) from m in Maybe(Texts()) select new HyperIr(n, t, d, m))
        from scalars in Several(Named())
        from members in Several(Members())
        from methods in Several(Methods())
        select new ModuleIr(new TypeIr(names[0], names[1], names[2], containers, names[3], names[4], a, b), baseModule, hypers, scalars, members, methods, false);
}

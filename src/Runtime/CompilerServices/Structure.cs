namespace NnGen.CompilerServices;

/// <summary>
/// The identity of every module and parameter below a root when its plans were bound, and the shape of every buffer (which may
/// be assigned anew at each call). Members are ordinary C# fields that can be set at any time, so every entry compares them:
/// a walk of a few nanoseconds a member, without allocation.
/// </summary>
internal sealed class Structure
{
    private readonly object?[] _members;
    private PackedWeights? _packed;

    private Structure(Recorder recorder, int version)
    {
        _members = [.. recorder.Members];
        Parameters = [.. recorder.Parameters];
        Parametrized = [.. recorder.Parametrized];
        Version = version;
    }

    /// <summary>Counts the structures that a root has had.</summary>
    public int Version { get; }

    /// <summary>Every parameter once, but for those that are computed from others.</summary>
    public Parameter[] Parameters { get; }

    /// <summary>Every parameter that is computed from others, once.</summary>
    public Parameter[] Parametrized { get; }

    /// <summary>The weights that predictions keep packed.</summary>
    public PackedWeights Packed => Volatile.Read(ref _packed) ?? Interlocked.CompareExchange(ref _packed, new PackedWeights(Parameters), null) ?? _packed;

    /// <summary>The structure of a root as it is now.</summary>
    public static Structure Of(Module root, int version)
    {
        var recorder = new Recorder();
        root.Visit(recorder);
        return new Structure(recorder, version);
    }

    /// <summary>Whether nothing has been replaced, added or removed since.</summary>
    public bool Matches(Module root) => Comparer.Current.Matches(this, root);

    /// <summary>What identifies a parameter: one that is parametrized, or no longer is, counts as another.</summary>
    private static object? Identity(Parameter? parameter) => (object?)parameter?.Parametrization ?? parameter;

    private sealed class Recorder : MemberVisitor
    {
        public List<object?> Members { get; } = [];

        public HashSet<Parameter> Parameters { get; } = new(ReferenceEqualityComparer.Instance);

        public HashSet<Parameter> Parametrized { get; } = new(ReferenceEqualityComparer.Instance);

        public override void Parameter(string key, Parameter? parameter)
        {
            Members.Add(Identity(parameter));
            if (parameter is not null)
                (parameter.Parametrization is null ? Parameters : Parametrized).Add(parameter);
        }

        public override void Buffer(string key, TensorBase? buffer, bool persistent) => Members.Add(buffer?.Shape);

        public override void Module(string key, Module? module)
        {
            Members.Add(module);
            module?.Visit(this);
        }
    }

    private sealed class Comparer : MemberVisitor
    {
        [ThreadStatic]
        private static Comparer? t_current;

        private object?[] _expected = [];
        private int _next;
        private bool _matches;

        public static Comparer Current => t_current ??= new Comparer();

        public bool Matches(Structure structure, Module root)
        {
            _expected = structure._members;
            _next = 0;
            _matches = true;
            root.Visit(this);
            var matches = _matches && _next == _expected.Length;
            _expected = [];
            return matches;
        }

        public override void Parameter(string key, Parameter? parameter) => _matches &= ReferenceEquals(Next(), Identity(parameter));

        public override void Buffer(string key, TensorBase? buffer, bool persistent)
            => _matches &= Next() is Shape shape ? buffer is not null && buffer.Shape == shape : buffer is null;

        public override void Module(string key, Module? module)
        {
            // Below a difference nothing lines up any more, and a module newly made part of itself would never end.
            _matches &= ReferenceEquals(Next(), module);
            if (_matches)
                module?.Visit(this);
        }

        private object? Next() => _next < _expected.Length ? _expected[_next++] : Beyond();

        private object? Beyond()
        {
            _matches = false;
            return null;
        }
    }
}

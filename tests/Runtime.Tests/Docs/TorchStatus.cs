using System.Reflection;
using System.Text.RegularExpressions;

namespace NnGen.Tests.Docs;

/// <summary>Where a name of torch is found here: by name in the code, by a table of other names, or not, and why.</summary>
internal static class TorchStatus
{
    private const string Later = "not offered yet";

    private static readonly Type[] s_types =
        [typeof(F), typeof(Tensor), typeof(Tensor<>), typeof(TensorBase), typeof(TensorSums), typeof(Autograd), typeof(Rng), typeof(Generator), typeof(Parameter)];

    private static readonly ILookup<string, string> s_members = s_types
        .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(member => member is MethodInfo { IsSpecialName: false } or PropertyInfo)
            .Select(member => (Key: Key(member.Name), Text: $"`{TypeName(type)}.{member.Name}`")))
        .Distinct()
        .ToLookup(member => member.Key, member => member.Text);

    /// <summary>Names that are others here.</summary>
    private static readonly Dictionary<string, string> s_aliases = Pairs("""
        absolute=Abs arccos=Acos arccosh=Acosh arcsin=Asin arcsinh=Asinh arctan=Atan arctan2=Atan2 arctanh=Atanh multiply=Mul
        divide=Div true_divide=Div subtract=Sub negative=Neg greater=Gt greater_equal=Ge less=Lt less_equal=Le not_equal=Ne
        concat=Cat concatenate=Cat clip=Clamp swapaxes=Transpose swapdims=Transpose ger=Outer ravel=Flatten fix=Trunc
        ndim=Rank dim=Rank ndimension=Rank numel=Count nelement=Count tolist=ToArray numpy=ToArray tensor=From as_tensor=From asarray=From
        from_numpy=From scalar_tensor=From frombuffer=From mT=T is_grad_enabled=IsEnabled get_rng_state=GetState
        set_rng_state=SetState copy_=CopyFrom fill_=Fill zero_=Zero clamp_min=Clamp clamp_max=Clamp bitwise_and=& bitwise_or=| bitwise_xor=^
        bitwise_not=~ split_with_sizes=Split unsafe_chunk=Chunk unsafe_split=Split unsafe_split_with_sizes=Split argwhere=Nonzero
        type=To bool=Bool inner=MatMul vdot=Dot detach_=Detach set_num_threads=Threads.Count get_num_threads=Threads.Count
        slice_copy=Slice grad_fn=GradFn requires_grad_=RequiresGrad data=Detach output_nr=ResultIndex save=TorchCheckpoint load=TorchCheckpoint
        fill=Fill baddbmm=Baddbmm linalg_norm=Norm frobenius_norm=Norm seed=Rng native_norm=Norm new_zeros=Tensor.Zeros new_ones=Tensor.Ones
        new_empty=Tensor.Empty new_full=Tensor.Full new_tensor=Tensor.From
        """);

    private const string Eager = "differs: outside compiled code only";

    /// <summary>Names of which something differs.</summary>
    private static readonly Dictionary<string, string> s_differences = new()
    {
        ["cdist"] = "differs: outside compiled code only",
        ["diagonal"] = "differs: outside compiled code only; a copy, not a view",
        ["diag"] = "differs: outside compiled code only",
        ["diag_embed"] = "differs: the last two dims",
        ["cross"] = "differs: outside compiled code only; the last dim unless another is named",
        ["kron"] = "differs: matrices; outside compiled code only",
        ["masked_select"] = "differs: outside compiled code only, for its size depends on values",
        ["nonzero"] = "differs: outside compiled code only, for its size depends on values",
        ["unique"] = "differs: of `Tensor<T>`, always sorted; outside compiled code only",
        ["meshgrid"] = "differs: `ij` order; outside compiled code only",
        ["median"] = "differs: without a dim outside compiled code only",
        ["contiguous"] = "differs: tensors are always contiguous, so it is the tensor itself",
        ["transpose"] = "differs: outside compiled code a copy, not a view",
        ["permute"] = "differs: outside compiled code a copy, not a view",
        ["expand"] = "differs: outside compiled code a copy, not a view",
        ["chunk"] = "differs: copies, not views",
        ["split"] = "differs: copies, not views",
        ["unbind"] = "differs: copies, not views",
        ["narrow"] = "differs: a copy, not a view",
        ["select"] = "differs: a copy, not a view",
        ["topk"] = "differs: always sorted; of equal elements the first",
        ["sort"] = "differs: always stable",
        ["bincount"] = "differs: without weights",
        ["searchsorted"] = "differs: one sorted vector",
        ["to"] = "differs: element types only",
        ["cov"] = "differs: matrices, without weights",
        ["corrcoef"] = "differs: matrices",
        ["diff"] = "differs: once, without what is put before or behind; outside compiled code only",
        ["trapezoid"] = "differs: values at equal distances; outside compiled code only",
        ["isin"] = "differs: of `Tensor` and `Tensor<long>`; not inverted",
        ["trace"] = Eager,
        ["movedim"] = "differs: one dim; outside compiled code only",
        ["rot90"] = Eager,
        ["atleast_1d"] = Eager,
        ["atleast_2d"] = Eager,
        ["atleast_3d"] = Eager,
        ["hstack"] = Eager,
        ["vstack"] = Eager,
        ["dstack"] = Eager,
        ["column_stack"] = Eager,
        ["broadcast_tensors"] = Eager,
        ["tensor_split"] = "differs: into a number of parts; outside compiled code only",
        ["tensordot"] = "differs: a number of dims; outside compiled code only",
        ["index_add"] = Eager,
        ["index_fill"] = Eager,
        ["kthvalue"] = Eager,
        ["aminmax"] = "differs: of all elements; outside compiled code only",
        ["std_mean"] = "differs: of all elements; outside compiled code only",
        ["block_diag"] = Eager,
    };

    /// <summary>Why names are not here: the first pattern that fits.</summary>
    private static readonly (Regex Names, string Reason)[] s_reasons =
    [
        Reason("sparse|coalesce|crow|ccol|(row|col)_indices|dense|^values|^indices|hspmm|hsmm|dsmm|s[ms]m|spmm|sspaddmm|saddmm", "sparse layouts are not offered"),
        Reason("quant|^q_|qscheme|int_repr|fbgemm|qparams|moving_avg_obs", "quantization is not offered"),
        Reason("cuda|cudnn|miopen|mkldnn|xpu|ipu|vulkan|mps|ort$|device|^cpu$|pin|record_stream|fork|wait", "tensors lie in the memory of the CPU"),
        Reason("complex|conj|^real$|^imag$|angle|polar|view_as_real|isreal|adjoint|mH$|^H$|cfloat|cdouble|chalf|stft|is_neg|resolve_neg", "complex numbers are not offered"),
        Reason("half|bfloat16|short|char|default_dtype|promote|result_type|can_cast|default_tensor_type|is_floating|is_signed", "element types are float, double, long, int, byte and bool"),
        Reason("autocast|deterministic|anomaly|vital|warn_always|flush_denormal|interop|float32_matmul|printoptions|inference|parse_|merge_type|import_ir|classproperty|typename|candidate|read_|unify|prepare_|as_subclass|compiled_with|storage|data_ptr|dlpack|from_file|get_file|is_distributed|is_tensor|has_names|names?$|align|refine|element_size|layout|is_[a-z_]*$|volatile|reinforce|register_hook|name|obj|share|stride|set_$|resize|grad_dtype|init_num", "internals of PyTorch's runtime"),
        Reason("svd|qr|^lu|cholesky|eig|inverse|solve|lstsq|det|matrix_|geqrf|orm?gqr|ormqr|orgqr|lobpcg|pca|chain_matmul|linalg", "linear algebra is not offered"),
        Reason("_copy$|_scatter$|as_strided|to_padded|expand_copy", "for views, which are copies here"),
        Reason("_window$", "windows of signals are not offered"),
        Reason("gamma|^i0|digamma|polygamma|mvl|igamma|erfcx|sinc|nextafter|frexp|ldexp|signbit|heaviside|gcd|lcm|copysign|logaddexp2|float_power|rsub|rad2deg|deg2rad|logit|cov|corrcoef|trapz|trapezoid|vander|combinations|diff|gradient|quantile|histogram|nan(mean|sum|median)", Later),
        Reason("batch_norm|layer_norm|group_norm|instance_norm|conv|pool|dropout|rnn|lstm|gru|embedding|loss|bilinear|celu|selu|prelu|rrelu|hardshrink|threshold|softmax|relu|kl_div|entropy|cosine|pairwise|pixel|channel_shuffle|grid_sampl|affine_grid|pdist|ctc|constant_pad|norm_except|unflatten", "in the table of torch.nn"),
        Reason("_$", "in-place members are those of buffers and parameters: assign the result"),
    ];

    /// <summary>What is here for a name, and its status.</summary>
    public static (string Here, string Status) Of(string name)
    {
        var member = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var found = s_members[Key(member)].ToArray();
        if (found.Length > 0)
            return (string.Join(", ", found), s_differences.GetValueOrDefault(member, "same"));
        if (s_aliases.TryGetValue(member, out var other))
            return (s_members[Key(other)].FirstOrDefault() ?? $"`{other}`", "same, under this name");
        var reason = s_reasons.FirstOrDefault(r => r.Names.IsMatch(member)).Reason;
        return ("", reason is null or Later ? Later : "not offered: " + reason);
    }

    private static string Key(string name)
        => (name.TrimEnd('_').Replace("_", "", StringComparison.Ordinal) + (name.EndsWith('_') ? "_" : "")).ToLowerInvariant();

    private static string TypeName(Type type) => type.IsGenericType ? "Tensor<T>" : type.Name;

    private static (Regex, string) Reason(string names, string reason) => (new Regex(names), reason);

    private static Dictionary<string, string> Pairs(string text)
        => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
}

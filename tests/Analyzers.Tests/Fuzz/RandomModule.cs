using FsCheck;
using FsCheck.Fluent;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>A module of random layers, some of which may have a size that does not fit.</summary>
/// <param name="Input">Shape of its input.</param>
/// <param name="HasBatch">Whether the first size of the input stands as a name.</param>
/// <param name="Members">Its layers, as C#.</param>
/// <param name="Body">What its Forward does with <c>x</c>, as C#.</param>
internal sealed record RandomModule(int[] Input, bool HasBatch, IReadOnlyList<string> Members, IReadOnlyList<string> Body)
{
    private const int MaxLayers = 6;

    /// <summary>Modules over images, sequences and rows.</summary>
    public static Gen<RandomModule> Generator { get; } =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from wrong in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Constant(25)))
        select new Writer(new Random(seed), wrong).Write();

    /// <summary>The class.</summary>
    public string Text(string name)
    {
        var shape = string.Join(", ", Input.Select((size, i) => i == 0 && HasBatch ? "N" : size.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return $$"""
            [Module]
            public partial class {{name}}
            {
            {{string.Concat(Members.Select(member => $"    private readonly {member};\n"))}}
                public Tensor Forward([Shape("{{shape}}")] Tensor x)
                {
            {{string.Concat(Body.Select(statement => $"        x = {statement};\n"))}}        return x;
                }
            }

            """;
    }

    public override string ToString() => Text("Net");

    /// <summary>Writes layers after each other, keeping the shape that comes out.</summary>
    private sealed class Writer(Random random, int wrong)
    {
        private readonly List<string> _members = [];
        private readonly List<string> _body = [];
        private int[] _x = [];

        public RandomModule Write()
        {
            _x = random.Next(3) switch
            {
                0 => [5, random.Next(1, 5), random.Next(6, 13), random.Next(6, 13)],
                1 => [5, random.Next(2, 7), 4 * random.Next(1, 5)],
                _ => [5, random.Next(2, 17)],
            };
            var input = _x;
            for (var layers = random.Next(1, MaxLayers + 1); layers > 0; layers--)
                Layer();
            return new RandomModule(input, random.Next(2) == 0, _members, _body);
        }

        private void Layer()
        {
            switch (_x.Length)
            {
                case 4:
                    Image();
                    break;
                case 3:
                    Sequence();
                    break;
                default:
                    Row();
                    break;
            }
        }

        private void Image()
        {
            var (n, c, h, w) = (_x[0], _x[1], _x[2], _x[3]);
            switch (random.Next(12))
            {
                case 0 or 1:
                    var (kernel, stride, padding, to) = (random.Next(1, 4), random.Next(1, 3), random.Next(2), random.Next(1, 9));
                    Call($"Conv2d({Size(c)}, {to}, {kernel}, stride: {stride}, padding: {padding})", [n, to, ((h + (2 * padding) - kernel) / stride) + 1, ((w + (2 * padding) - kernel) / stride) + 1]);
                    break;
                case 2:
                    Call($"BatchNorm2d({Size(c)})", _x);
                    break;
                case 3:
                    Call("MaxPool2d(2)", [n, c, h / 2, w / 2]);
                    break;
                case 4:
                    Call($"AdaptiveAvgPool2d(({Math.Max(1, h - 1)}, 2))", [n, c, Math.Max(1, h - 1), 2]);
                    break;
                case 5:
                    Become($"x + {Member($"Conv2d({c}, {Size(c)}, 3, padding: {Size(2) - 1})")}.Forward(x)", _x);
                    break;
                case 6:
                    Become($"F.Cat([x, {Member($"Conv2d({c}, 2, 3, padding: {(IsWrong() ? 0 : 1)})")}.Forward(x)], 1)", [n, c + 2, h, w]);
                    break;
                case 7:
                    Become("x.Flatten(1)", [n, c * h * w]);
                    break;
                case 8:
                    Become("x.Permute(0, 2, 3, 1)", [n, h, w, c]);
                    break;
                case 9:
                    Become($"x.View(x.Size(0), {Size(c)}, {h} * {w})", [n, c, h * w]);
                    break;
                case 10:
                    Become("F.Interpolate(x, scaleFactor: 2)", [n, c, 2 * h, 2 * w]);
                    break;
                default:
                    Call($"ConvTranspose2d({Size(c)}, 3, 2, stride: 2)", [n, 3, 2 * h, 2 * w]);
                    break;
            }
        }

        private void Sequence()
        {
            var (n, t, d) = (_x[0], _x[1], _x[2]);
            switch (random.Next(11))
            {
                case 0 or 1:
                    var to = 2 * random.Next(1, 9);
                    Call($"Linear({Size(d)}, {to})", [n, t, to]);
                    break;
                case 2:
                    Call($"LayerNorm({Size(d)})", _x);
                    break;
                case 3:
                    Become("x.Transpose(1, 2)", [n, d, t]);
                    break;
                case 4:
                    Call($"Conv1d({Size(t)}, 4, 3, padding: 1)", [n, 4, d]);
                    break;
                case 5:
                    Become(IsWrong() ? "x.MatMul(x)" : "x.MatMul(x.Transpose(1, 2))", [n, t, t]);
                    break;
                case 6:
                    Become("x.Mean(1)", [n, d]);
                    break;
                case 7:
                    Become($"x.Reshape(x.Size(0), {Size(t * d)})", [n, t * d]);
                    break;
                case 8:
                    Become($"x + {Member($"Linear({d}, {Size(d)})")}.Forward(x)", _x);
                    break;
                case 9:
                    Call($"BatchNorm1d({Size(t)})", _x);
                    break;
                default:
                    Become($"{Member($"LSTM({Size(d)}, 6, batchFirst: true)")}.Forward(x).Item1", [n, t, 6]);
                    break;
            }
        }

        private void Row()
        {
            var (n, d) = (_x[0], _x[1]);
            switch (random.Next(9))
            {
                case 0 or 1 or 2:
                    var to = 2 * random.Next(1, 9);
                    Call($"Linear({Size(d)}, {to})", [n, to]);
                    break;
                case 3:
                    Call($"BatchNorm1d({Size(d)})", _x);
                    break;
                case 4:
                    Become("x.Unsqueeze(1)", [n, 1, d]);
                    break;
                case 5 when d % 2 == 0:
                    Become($"x.View(x.Size(0), 2, {Size(d / 2)})", [n, 2, d / 2]);
                    break;
                case 6:
                    Become("F.Cat([x, x], 1)", [n, 2 * d]);
                    break;
                case 7:
                    Become($"x * {Member($"Linear({Size(d)}, {d})")}.Forward(x)", _x);
                    break;
                default:
                    Become("F.Relu(x)", _x);
                    break;
            }
        }

        /// <summary>A size, or another one.</summary>
        private int Size(int size) => !IsWrong() ? size : random.Next(3) switch { 0 => size + 1, 1 => 2 * size, _ => Math.Max(1, size - 1) };

        private bool IsWrong() => random.Next(100) < wrong;

        private string Member(string created)
        {
            var name = $"layer{_members.Count}";
            _members.Add($"{created[..created.IndexOf('(', StringComparison.Ordinal)]} {name} = new{created[created.IndexOf('(', StringComparison.Ordinal)..]}");
            return name;
        }

        private void Call(string created, int[] result) => Become($"{Member(created)}.Forward(x)", result);

        private void Become(string value, int[] result)
        {
            _body.Add(value);
            _x = [.. result.Select(size => Math.Max(1, size))];
        }
    }
}

using NnGen;

namespace Programs.Declarations.Nested;

public static partial class Models
{
    public partial class Family
    {
        [Module]
        public sealed partial class Tiny
        {
            private readonly Linear fc = new(3, 2);

            public Tensor Forward([Shape("N, 3")] Tensor x) => fc.Forward(x);
        }
    }

    [Module]
    internal partial class Wrapper
    {
        private readonly Family.Tiny tiny = new();

        public Tensor Forward([Shape("N, 3")] Tensor x) => F.Sigmoid(tiny.Forward(x));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Models.Wrapper(), n => [Tensor.Randn(n, 3)]);
}

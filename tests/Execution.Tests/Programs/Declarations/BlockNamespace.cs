using NnGen;

namespace Programs.Declarations.BlockNamespace
{
    [Module]
    public partial class Inside
    {
        private readonly Inner.Part part = new();

        public Tensor Forward(Tensor x) => part.Forward(x) + 1;
    }

    namespace Inner
    {
        [Module]
        public partial class Part
        {
            private readonly Linear fc = new(2, 2);

            public Tensor Forward([Shape("N, 2")] Tensor x) => fc.Forward(x);
        }
    }

    internal static class Runs
    {
        [Sample]
        public static Sample Create() => new(() => new Inside(), n => [Tensor.Randn(n, 2)]);
    }
}

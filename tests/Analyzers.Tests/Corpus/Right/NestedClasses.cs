namespace Models;

public static partial class Vision
{
    public partial struct Small
    {
        [Module]
        public sealed partial class Net
        {
            private readonly Linear fc = new(4, 2);

            public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
        }
    }

    [Module]
    private partial class Hidden
    {
        private readonly Small.Net net = new();

        public Tensor Forward([Shape("N, 4")] Tensor x) => F.Softmax(net.Forward(x), 1);
    }

    public static Tensor Run(Tensor x) => new Hidden().Predict(x);
}

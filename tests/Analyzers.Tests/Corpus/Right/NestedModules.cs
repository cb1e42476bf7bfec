namespace Models
{
    [Module]
    internal partial class Head(int features)
    {
        private readonly Linear fc = new(features, 10);

        public Tensor Forward([Shape("N, features")] Tensor x) => fc.Forward(x);
    }

    [Module]
    internal partial class Body(int features)
    {
        private readonly Linear fc1 = new(784, 2 * features);
        private readonly Linear fc2 = new(2 * features, features);
        private readonly Dropout dropout = new(0.2);

        [return: Shape("N, features")]
        public Tensor Forward([Shape("N, 784")] Tensor x) => dropout.Forward(F.Relu(fc2.Forward(F.Relu(fc1.Forward(x)))));
    }

    [Module]
    internal partial class Net
    {
        private readonly Body body = new(32);
        private readonly Head head = new(32);

        public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => head.Forward(body.Forward(F.Flatten(x, 1)));
    }
}

var model = new Classifier(20, 5);
model.Eval();
var correct = 0L;
for (var batch = 0; batch < 4; batch++)
{
    var inputs = Tensor.Randn(32, 20);
    var predicted = model.Predict(inputs).ArgMax(1);
    correct += predicted.Size(0);
}

Console.WriteLine(correct);

[Module]
public partial class Classifier(int features, int classes)
{
    private readonly Linear fc1 = new(features, 4 * features);
    private readonly BatchNorm1d norm = new(4 * features);
    private readonly Linear fc2 = new(4 * features, classes);

    public Tensor Forward([Shape("N, features")] Tensor x) => fc2.Forward(F.Relu(norm.Forward(fc1.Forward(x))));
}

// NNG1001: 'model' cannot take 'batch' [32, 1, 32, 32]: 'Linear(784, 10)' takes 784 features, but 'input' from 'Flatten()' is [32, 1024]: let 'Linear(784, 10)' take 1024
internal static class Experiment
{
    public static float Evaluate(Tensor<long> labels)
    {
        var model = new Sequential(new Flatten(), new Linear(784, 10));
        var batch = Tensor.Rand(32, 1, 32, 32);
        return F.CrossEntropy([|model.Predict(batch)|], labels).Item();
    }
}

// NNG1001: 'model' takes 'images' with 2 dims [N, 784], but it is [64, 1, 28, 28]
var model = new Mlp();
var images = Tensor.Rand(64, 1, 28, 28);
Console.WriteLine([|model.Call(images)|].Shape);

[Module]
public partial class Mlp
{
    private readonly Linear fc1 = new(784, 128);
    private readonly Linear fc2 = new(128, 10);

    public Tensor Forward([Shape("N, 784")] Tensor x) => fc2.Forward(F.Relu(fc1.Forward(x)));
}

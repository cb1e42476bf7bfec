// NNG3004: Cross-entropy takes logits and applies log-softmax itself: leave out the softmax before it
var model = new Classifier();
var criterion = new CrossEntropyLoss();
var outputs = model.Call(Tensor.Randn(8, 4));
Console.WriteLine([|criterion.Call(outputs, Tensor<long>.Zeros(8))|]);

[Module]
public partial class Classifier
{
    private readonly Linear fc = new(4, 3);

    public Tensor Forward([Shape("N, 4")] Tensor x) => F.Softmax(fc.Forward(x), 1);
}

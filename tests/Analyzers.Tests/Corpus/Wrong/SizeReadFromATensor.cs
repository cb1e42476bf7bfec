// NNG2019: '(int)count.Item()' decides a shape, but is known only when the module is called: give it as a hyperparameter or read it from a shape
[Module]
public partial class Net
{
    public Tensor Forward([Shape("N, 4")] Tensor x, Tensor<long> count) => x.View([|(int)count.Item()|], -1);
}

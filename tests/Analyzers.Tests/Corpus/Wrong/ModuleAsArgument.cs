// NNG0009: 'layer' is 'Linear', but a compiled method takes Tensor or Tensor<T> and returns them, alone or in a tuple: give other values to the constructor
[Module]
public partial class Net
{
    public Tensor Forward([Shape("N, 4")] Tensor x, Linear [|layer|]) => layer.Forward(x);
}

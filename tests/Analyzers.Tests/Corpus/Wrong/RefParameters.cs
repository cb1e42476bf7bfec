// NNG0009: 'x' is 'Tensor', but a compiled method takes Tensor or Tensor<T> and returns them, alone or in a tuple: give other values to the constructor
// NNG0009: 'y' is 'Tensor', but a compiled method takes Tensor or Tensor<T> and returns them, alone or in a tuple: give other values to the constructor
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward(ref Tensor [|x|], out Tensor [|y|])
    {
        y = fc.Forward(x);
        return y;
    }
}

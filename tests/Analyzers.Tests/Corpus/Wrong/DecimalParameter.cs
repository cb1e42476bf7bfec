// NNG0009: 'mode' is 'string', but a compiled method takes Tensor or Tensor<T> and returns them, alone or in a tuple: give other values to the constructor
// NNG0009: 'scale' is 'double', but a compiled method takes Tensor or Tensor<T> and returns them, alone or in a tuple: give other values to the constructor
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward(Tensor x, string [|mode|], double [|scale|]) => mode == "double" ? fc.Forward(x) * scale : x;
}

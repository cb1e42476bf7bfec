// NNG0009: 'x' is 'ReadOnlySpan<float>', but a compiled method takes Tensor or Tensor<T> and returns them, alone or in a tuple: give other values to the constructor
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward(ReadOnlySpan<float> [|x|]) => fc.Forward(Tensor.From(x, 1, 4));
}

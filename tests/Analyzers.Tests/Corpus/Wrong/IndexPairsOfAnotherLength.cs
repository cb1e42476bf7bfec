// NNG1001: 'fc.Forward(x)[rows, columns]' cannot broadcast 'rows' [3] with 'columns' [2]: 3 and 2 at dim -1 are neither equal nor 1
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("3")] Tensor<long> rows, [Shape("2")] Tensor<long> columns)
    {
        return [|fc.Forward(x)[rows, columns]|];
    }
}

// NNG0001: Module 'Net' must be partial: the generator writes its other half
[Module]
public class [|Net|]
{
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
}

// NNG0012: 'Net' derives from Module without being marked [Module], so 'fc' is neither trained nor saved and there is no 'Call': mark it, and make it partial
public class [|Net|] : Module
{
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
}

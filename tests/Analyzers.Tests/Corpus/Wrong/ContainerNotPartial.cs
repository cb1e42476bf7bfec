// NNG0005: 'Outer' contains module 'Net' and must be partial too
public class [|Outer|]
{
    [Module]
    public partial class Net
    {
        public Tensor Forward(Tensor x) => -x;
    }
}

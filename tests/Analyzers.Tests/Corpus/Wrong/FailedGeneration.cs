// NNG3002: NnGen failed on module 'Net' (KeyNotFoundException: x): please report this with the source of the module
[Module]
[NnGen.CompilerServices.NotCompiled("KeyNotFoundException: x")]
public partial class [|Net|]
{
    public Tensor Forward(Tensor x) => -x;
}

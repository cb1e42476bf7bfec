// NNG0007: Module 'Net' is visible in its file only, where no generated half can join it: make it private inside a class, or internal
[Module]
file partial class [|Net|]
{
    public Tensor Forward(Tensor x) => -x;
}

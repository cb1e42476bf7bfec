// NNG0002: Module 'Net' has no public method 'Forward' that takes and returns tensors
// NNG3003: 'fc' is trained and saved, but nothing reads it: call it in Forward, or remove it
[Module]
public partial class [|Net|]
{
    private readonly Linear [|fc|] = new(4, 2);
}

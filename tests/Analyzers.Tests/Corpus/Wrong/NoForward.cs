// NNG0002: Module 'Net' has no public method 'Forward' that takes and returns tensors
[Module]
public partial class [|Net|]
{
    private readonly Linear fc = new(4, 2);
}

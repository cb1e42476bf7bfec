// NNG2005: The condition 'Training' cannot decide in compiled code: compare numbers, flags and enums or test for null, and give values of one kind on every way
[Module]
public partial class Net
{
    public Tensor Forward([Shape("N, 4")] Tensor x, Tensor? mask = null)
    {
        var used = [|Training|] ? mask : x;
        return used is null ? x : x * used;
    }
}

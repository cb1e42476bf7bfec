// NNG0004: 'layers' holds modules in a Linear[], which registration does not see: use ModuleList or ModuleDict
// NNG0003: 'offset' is a tensor that is neither trained nor part of the state: make it a Parameter, or mark it [Buffer] ([Buffer(Persistent = false)] keeps it out of the state dict)
// NNG2201: 'Console.WriteLine' computes no tensor, and a compiled method does nothing else: call it before or after the module
// NNG2014: 'new Linear(4, 4)' would create new weights at each call: create the module in a field or in the constructor
// NNG2202: 'Tensor.AsSpan' takes values out of a tensor, and what is computed from them has no gradient: compute with the tensor itself, or read the result of the call
// NNG2002: 'try' cannot be compiled: throw where a condition on arguments holds, and handle exceptions where the module is called
[Module]
public partial class Net
{
    private readonly Linear[] [|layers|] = [new(4, 4)];
    private readonly Tensor [|offset|] = Tensor.Ones(4);
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 5")] Tensor x)
    {
        var y = fc.Forward(x);
        [|Console.WriteLine("called")|];
        var z = [|new Linear(4, 4)|].Forward(y);
        var total = [|x.AsSpan()|][0];
        [|try|]
        {
            z = F.Relu(z);
        }
        catch (Exception)
        {
        }

        return z * total;
    }
}

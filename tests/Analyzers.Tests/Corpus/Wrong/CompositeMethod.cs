// NNG2105: 'Choose' is marked [Differentiable], but is no static method that is a sequence of ops: leave out loops, conditions on values of tensors and members, or make it a module
public static class Helpers
{
    [Differentiable]
    public static Tensor [|Choose|](Tensor x) => x.Sum().Item() > 0 ? x.Tanh() : x.Sigmoid();
}

// NNG0114: 'inPlace' of 'Positive' is neither an input nor a hyperparameter of 'ReluOp', which has x
public static class Functions
{
    [Lowers(typeof(ReluOp))]
    public static Tensor Positive(Tensor x, bool [|inPlace|] = false) => F.Relu(x);
}

// NNG1001: 'Linear(width + 1, 2)' takes width + 1 features, but 'input' from 'Linear(10, width)' is [..., width]: let 'Linear(width + 1, 2)' take width
Console.WriteLine(Models.Mlp(64).Call(Tensor.Randn(4, 10)).Shape);

internal static class Models
{
    public static Sequential Mlp(int width) => new(new Linear(10, width), new ReLU(), [|new Linear(width + 1, 2)|]);
}

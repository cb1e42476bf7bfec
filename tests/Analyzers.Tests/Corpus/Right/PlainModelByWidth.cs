foreach (var width in new[] { 16, 32, 64 })
{
    var model = Build(width);
    Console.WriteLine(model.Call(Tensor.Rand(8, 100)).Shape);
}

static Sequential Build(int width)
{
    var half = width / 2;
    return new Sequential(new Linear(100, width), new ReLU(), new Linear(width, half), new ReLU(), new Linear(half, 1));
}

var layer = new Linear(10, 2);
try
{
    layer.Call(Tensor.Rand(4, 12));
}
catch (ShapeException error)
{
    Console.WriteLine(error.Message);
}

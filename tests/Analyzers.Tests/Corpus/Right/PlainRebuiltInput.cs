var conv = new Conv2d(3, 8, 3, padding: 1);
var x = Tensor.Rand(1, 3, 64, 64);
for (var i = 0; i < 3; i++)
{
    var y = conv.Call(x);
    Console.WriteLine(y.Shape);
    x = F.AvgPool2d(x, 2);
}

var net = new Sequential(new Linear(4, 8), new ReLU());
net.Add(new Linear(8, 2));
var loss = F.MseLoss(net.Call(Tensor.Rand(3, 4)), Tensor.Zeros(3, 2));

var layers = new ModuleList<Linear>(new Linear(4, 8), new Linear(8, 2));
layers[1] = new Linear(8, 5);
layers.Insert(0, new Linear(3, 4));
var y = layers[2].Call(layers[1].Call(layers[0].Call(Tensor.Rand(3, 3))));

var blocks = new Sequential();
AddBlock(blocks, 784, 256);
AddBlock(blocks, 256, 10);
loss += F.MseLoss(blocks.Call(Tensor.Rand(2, 784)), Tensor.Zeros(2, 10)) + F.MseLoss(y, Tensor.Zeros(3, 5));

static void AddBlock(Sequential net, int inputs, int outputs)
{
    net.Add(new Linear(inputs, outputs));
    net.Add(new ReLU());
}

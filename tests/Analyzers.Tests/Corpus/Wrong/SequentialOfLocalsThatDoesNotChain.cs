// NNG1001: 'Linear(hidden * 2, 1)' takes 64 features, but 'input' from 'Linear(inputs, hidden)' is [..., 32]: let 'Linear(hidden * 2, 1)' take 32
const int inputs = 10;
int hidden = 32;
var layers = new Sequential(new Linear(inputs, hidden), new Tanh(), [|new Linear(hidden * 2, 1)|]);
Console.WriteLine(layers.Predict(Tensor.Randn(4, inputs)).Shape);

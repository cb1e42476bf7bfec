using NnGen;
using NnGen.Optim;

Rng.ManualSeed(0);
var inputs = Tensor.From(new float[] { 0, 0, 0, 1, 1, 0, 1, 1 }, [4, 2]);
var targets = Tensor.From(new float[] { 0, 1, 1, 0 }, [4, 1]);

var model = new Xor(hidden: 8);
var criterion = new MSELoss();
var optimizer = new Adam(model.Parameters(), lr: 0.05);
for (var step = 1; step <= 300; step++)
{
    var loss = criterion.Call(model.Call(inputs), targets);
    optimizer.ZeroGrad();
    loss.Backward();
    optimizer.Step();
    if (step % 50 == 0)
        Console.WriteLine($"step {step}  loss {loss.Item():F4}");
}

var outputs = model.Predict(inputs);
for (var i = 0; i < 4; i++)
    Console.WriteLine($"{inputs[i, 0].Item()} xor {inputs[i, 1].Item()} = {(outputs[i, 0].Item() > 0.5f ? 1 : 0)}");
model.Save("xor.safetensors");

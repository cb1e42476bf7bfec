// Fits a wave with an activation that is declared in this project, and sees how it goes on beyond the data.
using System.CommandLine;
using CustomOpSample;
using NnGen;
using NnGen.Optim;
using Samples;

var iterations = SampleOptions.Number("--iterations", "Training steps.", 3000);
var seed = SampleOptions.Seed();
var command = new RootCommand("Fits a wave with an activation of its own.") { iterations, seed };

return Sample.Run(command, args, (options, cancellation) =>
{
    var seen = Tensor.Linspace(-6, 6, 400).View(400, 1);
    var beyond = Tensor.Linspace(6, 12, 200).View(200, 1);
    int steps = options.GetValue(iterations);
    Console.WriteLine($"{"activation",-12}{"error where it has learnt",28}{"error beyond",16}");
    foreach (var (name, create) in new (string, Func<Module>)[] { ("Tanh", () => new Tanh()), ("ReLU", () => new ReLU()), ("Snake", () => new Snake(64)) })
    {
        Rng.ManualSeed(options.GetValue(seed));
        var network = new Sequential(new Linear(1, 64), create(), new Linear(64, 1));
        var loss = new WaveLoss(network);
        var optimizer = new Adam(network.Parameters(), lr: 3e-3);
        for (int step = 0; step < steps && !cancellation.IsCancellationRequested; step++)
        {
            optimizer.ZeroGrad();
            loss.ValueAndGrad(seen);
            optimizer.Step();
        }

        if (cancellation.IsCancellationRequested)
            return Sample.Interrupted;
        Console.WriteLine($"{name,-12}{loss.Predict(seen).Item(),28:F4}{loss.Predict(beyond).Item(),16:F4}");
    }

    return 0;
});

/// <summary>How far a network is from the wave <c>x + sin(3x)</c>.</summary>
[Module]
public partial class WaveLoss(Sequential network)
{
    public Tensor Forward([Shape("N, 1")] Tensor x) => F.MseLoss(network.Forward(x), x + (3 * x).Sin());
}

// Trains an LSTM or a GRU on Shakespeare character by character, and lets it write.
using System.CommandLine;
using CharRnnSample;
using NnGen;
using NnGen.Optim;
using NnGen.Training;
using Samples;

const int Hidden = 256, Length = 64, BatchSize = 32;

var cell = new Option<string>("--cell") { Description = "The recurrent layer.", DefaultValueFactory = _ => "lstm" }.AcceptOnlyFromAmong("lstm", "gru");
var iterations = SampleOptions.Number("--iterations", "Training steps.", 2000);
var generate = SampleOptions.Number("--generate", "Characters to write at the end.", 500);
var seed = SampleOptions.Seed();
var data = SampleOptions.Data("tinyshakespeare");
var save = SampleOptions.Save("char-rnn.safetensors");
var command = new RootCommand("Trains a recurrent network on Shakespeare and lets it write.") { cell, iterations, generate, seed, data, save };

return Sample.Run(command, args, (options, cancellation) =>
{
    var text = CharText.Load(Path.Combine(options.GetValue(data) ?? DataFolder.Find("tinyshakespeare"), "input.txt"));
    Rng.ManualSeed(options.GetValue(seed));
    Module model = options.GetValue(cell) == "lstm" ? new CharLstm(text.Vocabulary, Hidden) : new CharGru(text.Vocabulary, Hidden);
    var network = (IModule<Tensor<long>, Tensor>)model;
    var criterion = new CrossEntropyLoss();
    var optimizer = new Adam(model.Parameters(), lr: 2e-3);
    Console.WriteLine(model);

    int steps = options.GetValue(iterations);
    using (var progress = new ConsoleProgress())
    {
        var reporter = new StepReporter(progress, steps, unit: "characters");
        for (int step = 0; step < steps && !cancellation.IsCancellationRequested; step++)
        {
            var (inputs, targets) = text.Batch(BatchSize, Length);
            var loss = criterion.Call(network.Call(inputs).Flatten(0, 1), targets.Flatten());
            optimizer.ZeroGrad();
            loss.Backward();
            NnUtils.ClipGradNorm_(model.Parameters(), 5);
            optimizer.Step();
            reporter.Step(inputs.Count, (TrainingProgress.Loss, loss.Item()));
        }
    }

    float validation = text.Validation(BatchSize, Length).Average(b => criterion.Predict(network.Predict(b.Inputs).Flatten(0, 1), b.Targets.Flatten()).Item());
    Console.WriteLine($"validation loss {validation:F3}");
    model.Save(options.GetValue(save)!);
    Console.WriteLine($"saved to {Path.GetFullPath(options.GetValue(save)!)}");
    Write(model is CharLstm lstm ? lstm.Reader() : ((CharGru)model).Reader(), text, options.GetValue(generate));
    return cancellation.IsCancellationRequested ? Sample.Interrupted : 0;
});

static void Write(Func<Tensor<long>, Tensor> read, CharText text, int count)
{
    var sampler = new CharSampler();
    long next = text.Encode("\n")[0];
    for (int i = 0; i < count; i++)
    {
        next = sampler.Next(read(Tensor<long>.From([next], 1, 1)).AsSpan());
        Console.Write(text.Decode(next));
    }

    Console.WriteLine();
}

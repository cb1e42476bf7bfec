// Trains nanoGPT's CPU setting on Shakespeare, says how well it reads the plays it has not seen, and lets it write.
using System.CommandLine;
using NanoGptSample;
using NnGen;
using NnGen.Optim;
using NnGen.Training;
using Samples;

const int BlockSize = 64, BatchSize = 12;
const double ClipNorm = 1;

var iterations = SampleOptions.Number("--iterations", "Training steps.", 2000);
var generate = SampleOptions.Number("--generate", "Characters to write at the end.", 500);
var learningRate = SampleOptions.LearningRate(2e-3);
var seed = SampleOptions.Seed();
var data = SampleOptions.Data("tinyshakespeare");
var save = SampleOptions.Save("gpt.safetensors");
var command = new RootCommand("Trains a small GPT on Shakespeare and lets it write.") { iterations, generate, learningRate, seed, data, save };

return Sample.Run(command, args, (options, cancellation) =>
{
    var text = CharText.Load(Path.Combine(options.GetValue(data) ?? DataFolder.Find("tinyshakespeare"), "input.txt"));
    Rng.ManualSeed(options.GetValue(seed));
    var gpt = new Gpt(text.Vocabulary, BlockSize, layers: 4, heads: 4, embd: 128);
    var loss = new GptLoss(gpt);
    var optimizer = new AdamW(
        [
            new AdamGroup(gpt.Parameters().Where(p => p.Rank >= 2)) { WeightDecay = 0.1 },
            new AdamGroup(gpt.Parameters().Where(p => p.Rank < 2)) { WeightDecay = 0 },
        ],
        betas: (0.9, 0.99));
    Console.WriteLine(gpt);

    int steps = options.GetValue(iterations);
    double highest = options.GetValue(learningRate);
    using (var progress = new ConsoleProgress())
    {
        var reporter = new StepReporter(progress, steps, unit: "characters");
        for (int step = 0; step < steps && !cancellation.IsCancellationRequested; step++)
        {
            optimizer.Lr = LearningRate(step, steps, highest);
            var (inputs, targets) = text.Batch(BatchSize, BlockSize);
            optimizer.ZeroGrad();
            float value = loss.ValueAndGrad(inputs, targets);
            NnUtils.ClipGradNorm_(gpt.Parameters(), ClipNorm);
            optimizer.Step();
            reporter.Step(inputs.Count, (TrainingProgress.Loss, value));
        }
    }

    Console.WriteLine($"validation loss {text.Validation(BatchSize, BlockSize).Average(b => loss.Predict(b.Inputs, b.Targets).Item()):F3}");
    gpt.Save(options.GetValue(save)!);
    Console.WriteLine($"saved to {Path.GetFullPath(options.GetValue(save)!)}");
    Write(gpt, text, options.GetValue(generate));
    return cancellation.IsCancellationRequested ? Sample.Interrupted : 0;
});

// Rises for 100 steps, then falls along a cosine to a tenth.
static double LearningRate(int step, int steps, double highest)
{
    const int Warmup = 100;
    if (step < Warmup)
        return highest * (step + 1) / (Warmup + 1);
    double part = (double)(step - Warmup) / Math.Max(1, steps - Warmup);
    return highest * (0.1 + (0.45 * (1 + Math.Cos(Math.PI * part))));
}

static void Write(Gpt gpt, CharText text, int count)
{
    var sampler = new CharSampler();
    var written = text.Encode("\n").ToList();
    for (int i = 0; i < count; i++)
    {
        long[] context = [.. written.TakeLast(BlockSize)];
        var scores = gpt.Predict(Tensor<long>.From(context, [1, context.Length]));
        written.Add(sampler.Next(scores.AsSpan()[^text.Vocabulary..]));
        Console.Write(text.Decode(written[^1]));
    }

    Console.WriteLine();
}

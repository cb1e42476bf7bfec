// Says which digit a picture in characters shows. Published, it is one native file that starts in milliseconds.
using System.Diagnostics;
using AotInferenceSample;
using MnistCnnSample;
using NnGen;

if (args.Length > 1)
{
    Console.Error.WriteLine("usage: AotInference [PICTURE.txt]");
    return 1;
}

long start = Stopwatch.GetTimestamp();
string picture = args is [var path] ? path : Path.Combine(AppContext.BaseDirectory, "seven.txt");
try
{
    var image = CharacterPicture.Read(picture);
    var model = new LeNet();
    model.Load(Path.Combine(AppContext.BaseDirectory, "lenet.safetensors"));
    var probabilities = F.Softmax(model.Predict(image), dim: 1);
    var elapsed = Stopwatch.GetElapsedTime(start);

    int digit = (int)probabilities.ArgMax().Item();
    Console.WriteLine($"{digit} with a probability of {probabilities[0, digit].Item():P1}, after {elapsed.TotalMilliseconds:F1} ms");
    Console.WriteLine($"{model.StateDict().Count} tensors, {model.Parameters().Sum(p => p.Count)} parameters");
    Console.WriteLine(Capabilities.Describe());
    return 0;
}
catch (Exception e) when (e is IOException or InvalidDataException)
{
    Console.Error.WriteLine($"Error: {e.Message}");
    return 1;
}

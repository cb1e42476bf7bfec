using System.Text;
using MnistSample;

Console.OutputEncoding = Encoding.UTF8;
return CommandLine.Create(Run).Parse(args).Invoke();

static int Run(Options options)
{
    using var interruption = new Interruption();
    try
    {
        return new Experiment(options, interruption.Token).Run();
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or InvalidDataException
        or InvalidOperationException or NotSupportedException)
    {
        Console.Error.WriteLine($"Error: {e.Message}");         // a file that is missing, damaged, or of another network
        return 1;
    }
}

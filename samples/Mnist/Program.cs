using System.Text;
using MnistSample;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Capabilities.Ansi = false;              // no colours in a file
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

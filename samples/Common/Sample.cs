using System.CommandLine;
using System.Text;
using Spectre.Console;

namespace Samples;

/// <summary>What all samples do around their own work: options, Ctrl+C, errors in one line, exit codes.</summary>
public static class Sample
{
    /// <summary>What shells expect of a program that Ctrl+C ended.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs a command.</summary>
    /// <param name="command">It, with its options.</param>
    /// <param name="args">The command line.</param>
    /// <param name="action">The work; its token says that Ctrl+C was pressed.</param>
    /// <returns>The exit code: 0, 1 after an error, or what <paramref name="action"/> returns.</returns>
    public static int Run(RootCommand command, string[] args, Func<ParseResult, CancellationToken, int> action)
    {
        Console.OutputEncoding = Encoding.UTF8;
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Capabilities.Ansi = false;      // no colours in a file
        command.SetAction(options => Guard(token => action(options, token)));
        return command.Parse(args).Invoke();
    }

    private static int Guard(Func<CancellationToken, int> action)
    {
        using var interruption = new Interruption();
        try
        {
            return action(interruption.Token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or InvalidDataException
            or InvalidOperationException or NotSupportedException)
        {
            Console.Error.WriteLine($"Error: {e.Message}");     // a file that is missing, damaged, or of another network
            return 1;
        }
    }
}

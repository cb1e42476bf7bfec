using System.Net.Http.Json;
using System.Text.Json;
using NnGen.Data;

namespace NnGen.Samples.Tests;

/// <summary>Asks the web sample for many digits at once and compares each answer with the one that it gave alone.</summary>
internal sealed class DigitLoad(HttpClient client, ImageDataset digits)
{
    /// <summary>The answers to <paramref name="count"/> digits, asked one after the other.</summary>
    public async Task<string[]> AnswersAloneAsync(int count)
    {
        var answers = new string[count];
        for (var i = 0; i < count; i++)
            answers[i] = await AskAsync(i);
        return answers;
    }

    /// <summary>How many of the answers are the digits that people wrote.</summary>
    public int Right(IReadOnlyList<string> answers)
        => answers.Where((answer, i) => JsonDocument.Parse(answer).RootElement.GetProperty("digit").GetInt32() == digits.Targets.AsSpan()[i]).Count();

    /// <summary>Asks over and over, <paramref name="concurrency"/> times at once.</summary>
    /// <param name="answers">What must be answered.</param>
    /// <param name="concurrency">Requests at once.</param>
    /// <param name="duration">For how long; each asks once at least.</param>
    /// <returns>How long each request took, in milliseconds, ascending.</returns>
    /// <exception cref="InvalidDataException">An answer differs.</exception>
    public async Task<double[]> RunAsync(string[] answers, int concurrency, TimeSpan duration)
    {
        var end = TimeProvider.System.GetTimestamp() + (long)(duration.TotalSeconds * TimeProvider.System.TimestampFrequency);
        var times = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(async first =>
        {
            var own = new List<double>();
            for (var i = first; own.Count == 0 || TimeProvider.System.GetTimestamp() < end; i += concurrency)
            {
                var start = TimeProvider.System.GetTimestamp();
                var answer = await AskAsync(i % answers.Length);
                own.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
                if (answer != answers[i % answers.Length])
                    throw new InvalidDataException($"Digit {i % answers.Length} was answered with {answer}, alone with {answers[i % answers.Length]}.");
            }

            return own;
        }));
        return [.. times.SelectMany(own => own).Order()];
    }

    private async Task<string> AskAsync(int digit)
    {
        using var response = await client.PostAsJsonAsync("/predictions", new { pixels = digits[digit].Input.ToArray() });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}

// Asks a running samples/WebApi from 200 places at once, then draws a digit in Chromium and takes a picture of the page.
using NnGen.Data;
using NnGen.Samples.Tests;
using NnGen.WebCheck;

const int Concurrency = 200, Digits = 1000;

if (args is not [var address, var data, var seconds, var picture])
{
    Console.Error.WriteLine("usage: WebCheck ADDRESS MNIST-FOLDER SECONDS PICTURE.png");
    return 1;
}

using var client = new HttpClient { BaseAddress = new Uri(address) };
var load = new DigitLoad(client, Mnist.Load(data, train: false));
string[] answers = await load.AnswersAloneAsync(Digits);
Console.WriteLine($"{load.Right(answers)} of {Digits} test images are read right");
double[] times = await load.RunAsync(answers, Concurrency, TimeSpan.FromSeconds(double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)));
Console.WriteLine(
    $"{times.Length:N0} requests, {Concurrency} at once, in {seconds} s: every answer as when asked alone; "
    + $"latency in ms: p50 {At(0.5):F1}, p90 {At(0.9):F1}, p99 {At(0.99):F1}, most {times[^1]:F1}");

await using var browser = await Browser.StartAsync();
string answer = await browser.DrawAsync(address, [[(75, 72), (140, 66), (208, 70), (180, 120), (150, 180), (132, 235)]]);
await browser.SavePictureAsync(picture);
Console.WriteLine($"a seven drawn in Chromium: '{answer}'");
return answer == "This is a 7." ? 0 : 1;

double At(double part) => times[(int)(part * (times.Length - 1))];

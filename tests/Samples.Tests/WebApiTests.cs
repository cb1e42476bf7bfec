using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using NnGen.Data;
using WebApiSample;

namespace NnGen.Samples.Tests;

/// <summary>The web sample, asked over the loopback interface.</summary>
public sealed class WebApiTests : IAsyncLifetime
{
    private const int Concurrency = 200;

    private static readonly ImageDataset s_digits = Mnist.Load(Path.Combine(Path.GetDirectoryName(Here())!, "../../samples/data/mnist"), train: false);

    private readonly WebApplication _app = DigitApi.Create(["--urls", "http://127.0.0.1:0"]);
    private readonly HttpClient _client = new();

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Concurrent_requests_are_answered_right()
    {
        var load = new DigitLoad(_client, s_digits);
        var answers = await load.AnswersAloneAsync(Concurrency);
        Assert.InRange(load.Right(answers), 196, 200);
        var reader = new DigitReader(Path.Combine(AppContext.BaseDirectory, "lenet.safetensors"));
        Assert.Equal(JsonSerializer.Serialize(reader.Read(new Drawing(s_digits[7].Input.ToArray())), JsonSerializerOptions.Web), answers[7]);

        var times = await load.RunAsync(answers, Concurrency, TimeSpan.FromSeconds(1));
        Assert.InRange(times.Length, Concurrency, int.MaxValue);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("[1, 2", null)]
    [InlineData("{ }", "'pixels' is missing: expected 784 numbers from 0 to 1, row by row.")]
    [InlineData("""{ "pixels": "digit" }""", null)]
    [InlineData("""{ "pixels": [0, 1] }""", "'pixels' has 2 numbers: expected 784, row by row.")]
    [InlineData("PIXELS:1.5", "'pixels' has a number that is not from 0 to 1.")]
    [InlineData("PIXELS:-1", "'pixels' has a number that is not from 0 to 1.")]
    [InlineData("PIXELS:1e39", null)]
    public async Task A_malformed_image_gets_400_and_a_problem_description(string body, string? detail)
    {
        if (body.StartsWith("PIXELS:", StringComparison.Ordinal))
            body = $$"""{ "pixels": [{{string.Join(',', Enumerable.Repeat(body["PIXELS:".Length..], 784))}}] }""";
        using var response = await _client.PostAsync("/predictions", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        if (detail is not null)
            Assert.Equal(detail, problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_large_request_is_refused()
    {
        using var response = await _client.PostAsync("/predictions", new StringContent(new string(' ', 100_000), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("/", "<title>Draw a digit</title>")]
    [InlineData("/health", "Healthy")]
    [InlineData("/openapi/v1.json", "\"/predictions\"")]
    public async Task Pages(string path, string content) => Assert.Contains(content, await _client.GetStringAsync(path), StringComparison.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;
}

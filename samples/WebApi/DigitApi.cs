using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using NnGen;

namespace WebApiSample;

/// <summary>The application: a page, predictions, a health check and an OpenAPI description.</summary>
public static class DigitApi
{
    private const int MaxRequestBytes = 64 * 1024;

    /// <summary>Builds it.</summary>
    /// <param name="args">The command line of ASP.NET Core, for example <c>--urls http://localhost:5000</c>.</param>
    public static WebApplication Create(string[] args)
    {
        Threads.Count = 1;                                      // requests run side by side, not parts of one
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxRequestBytes);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, DigitJson.Default));
        builder.Services.AddSingleton(new DigitReader(Path.Combine(AppContext.BaseDirectory, "lenet.safetensors")));
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi();
        builder.Services.AddHealthChecks().AddCheck<DigitReader>("model");

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();                               // errors without a text of their own get a problem description too
        app.MapGet("/", () => TypedResults.Stream(typeof(DigitApi).Assembly.GetManifestResourceStream("index.html")!, "text/html; charset=utf-8"))
            .ExcludeFromDescription();
        app.MapPost("/predictions", Predict).WithSummary("Says which digit an image shows.").ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapHealthChecks("/health");
        app.MapOpenApi();
        return app;
    }

    private static Results<Ok<Prediction>, ProblemHttpResult> Predict(Drawing drawing, DigitReader reader)
        => drawing.Mistake is { } mistake
            ? TypedResults.Problem(mistake, statusCode: StatusCodes.Status400BadRequest, title: "This is no image of a digit.")
            : TypedResults.Ok(reader.Read(drawing));
}

/// <summary>An image of a digit.</summary>
/// <param name="Pixels">28 x 28 shades, row by row, from 0 for paper to 1 for ink.</param>
public sealed record Drawing(float[] Pixels)
{
    private const int Count = 28 * 28;

    internal string? Mistake => Pixels switch
    {
        null => $"'pixels' is missing: expected {Count} numbers from 0 to 1, row by row.",
        { Length: not Count } => $"'pixels' has {Pixels.Length} numbers: expected {Count}, row by row.",
        _ when Pixels.Any(p => !(p >= 0 && p <= 1)) => "'pixels' has a number that is not from 0 to 1.",
        _ => null,
    };
}

/// <summary>What was read.</summary>
/// <param name="Digit">The most probable digit.</param>
/// <param name="Probabilities">The probability of each digit.</param>
public sealed record Prediction(int Digit, float[] Probabilities);

[JsonSerializable(typeof(Drawing))]
[JsonSerializable(typeof(Prediction))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class DigitJson : JsonSerializerContext;

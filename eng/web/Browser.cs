using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NnGen.WebCheck;

/// <summary>Headless Chromium, driven by its DevTools protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private int _lastId;

    private Browser(Process process, DirectoryInfo profile) => (_process, _profile) = (process, profile);

    /// <summary>Starts it with an empty page.</summary>
    public static async Task<Browser> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("nngen-chromium");
        string[] arguments =
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--window-size=720,660", $"--user-data-dir={profile.FullName}",
            "about:blank",
        ];
        var process = Process.Start(new ProcessStartInfo("chromium", arguments) { RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var browser = new Browser(process, profile);
        await browser._socket.ConnectAsync(new Uri(await browser.PageAddressAsync()), CancellationToken.None);
        return browser;
    }

    /// <summary>Opens a page, draws strokes on its canvas with the mouse and waits for the answer.</summary>
    public async Task<string> DrawAsync(string address, (double X, double Y)[][] strokes)
    {
        await SendAsync("Page.navigate", new JsonObject { ["url"] = address });
        await EvaluateAsync("new Promise(done => { const wait = () => document.getElementById('paper') ? done('') : setTimeout(wait, 20); wait(); })");
        string[] corner = (await EvaluateAsync("(() => { const box = paper.getBoundingClientRect(); return `${box.x} ${box.y}`; })()")).Split(' ');
        double left = double.Parse(corner[0], System.Globalization.CultureInfo.InvariantCulture), top = double.Parse(corner[1], System.Globalization.CultureInfo.InvariantCulture);
        foreach (var stroke in strokes)
        {
            await MouseAsync("mousePressed", left + stroke[0].X, top + stroke[0].Y);
            foreach (var (x, y) in stroke)
                await MouseAsync("mouseMoved", left + x, top + y);
            await MouseAsync("mouseReleased", left + stroke[^1].X, top + stroke[^1].Y);
        }

        return await EvaluateAsync("new Promise(done => { const wait = () => answer.textContent ? done(answer.textContent) : setTimeout(wait, 20); wait(); })");
    }

    /// <summary>Saves what the window shows, as PNG.</summary>
    public async Task SavePictureAsync(string path)
        => await File.WriteAllBytesAsync(path, Convert.FromBase64String((string)(await SendAsync("Page.captureScreenshot", []))["data"]!));

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task<string> PageAddressAsync()
    {
        string file = Path.Combine(_profile.FullName, "DevToolsActivePort");
        for (var i = 0; !File.Exists(file) || (await File.ReadAllLinesAsync(file)).Length < 2; i++)
        {
            if (i == 600)
                throw new TimeoutException("Chromium did not start within a minute.");
            await Task.Delay(100);
        }

        string port = (await File.ReadAllLinesAsync(file))[0];
        using var client = new HttpClient();
        var pages = JsonNode.Parse(await client.GetStringAsync($"http://127.0.0.1:{port}/json"))!.AsArray();
        return (string)pages.First(page => (string)page!["type"]! == "page")!["webSocketDebuggerUrl"]!;
    }

    private Task MouseAsync(string type, double x, double y) => SendAsync(
        "Input.dispatchMouseEvent",
        new JsonObject { ["type"] = type, ["x"] = x, ["y"] = y, ["button"] = "left", ["buttons"] = 1, ["clickCount"] = 1 });

    private async Task<string> EvaluateAsync(string expression)
    {
        var result = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true });
        return result["exceptionDetails"] is { } exception ? throw new InvalidDataException(exception.ToJsonString()) : (string)result["result"]!["value"]!;
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject parameters)
    {
        int id = ++_lastId;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await _socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            using var message = new MemoryStream();
            var buffer = new byte[16 * 1024];
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            var answer = JsonNode.Parse(message.ToArray())!;
            if ((int?)answer["id"] == id)
                return answer["result"] ?? throw new JsonException(answer.ToJsonString());
        }
    }
}

using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace LiMeso.Cases.Tests.Reports;

/// <summary>A headless Chromium that opens pages and tells what they asked for and complained about, over the DevTools protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    private static readonly string[] _complaints = ["error", "warning", "assert"];

    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonNode> _events = [];
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _lastId;

    private Browser(Process process, string profile) => (_process, _profile) = (process, profile);

    /// <summary>The browser's path, or null where there is none.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(directory => _names.Select(name => Path.Combine(directory, name))).FirstOrDefault(File.Exists);

    public static async Task<Browser> StartAsync(string path, CancellationToken cancel)
    {
        string profile = Directory.CreateTempSubdirectory("limeso-browser-").FullName;
        var start = new ProcessStartInfo(path) { RedirectStandardError = true, RedirectStandardOutput = true };
        // The browser's own calls home go to a port where nobody listens; what a page asks for is reported before it gets there.
        foreach (string option in new[]
        {
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run",
            "--proxy-server=127.0.0.1:9", "--remote-debugging-port=0", $"--user-data-dir={profile}", "--window-size=1280,900", "about:blank",
        }) start.ArgumentList.Add(option);
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var browser = new Browser(process, profile);
        try
        {
            await browser._socket.ConnectAsync(await DebuggerAddressAsync(process, profile, cancel), cancel);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a local file and waits until an expression becomes true in it.</summary>
    public async Task<Page> OpenAsync(string file, string ready, CancellationToken cancel)
    {
        _events.Clear();
        string target = (await CallAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancel))["targetId"]!.GetValue<string>();
        string session = (await CallAsync("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }, null, cancel))["sessionId"]!.GetValue<string>();
        foreach (string domain in new[] { "Network", "Runtime", "Log", "Page" }) await CallAsync(domain + ".enable", [], session, cancel);
        await CallAsync("Page.navigate", new JsonObject { ["url"] = new Uri(file).AbsoluteUri }, session, cancel);
        var page = new Page(this, session);
        while (!(await page.EvaluateAsync($"document.readyState === 'complete' && ({ready})", cancel))!.GetValue<bool>()) await Task.Delay(50, cancel);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        // A helper process may still be closing its files.
        for (int attempt = 0; Directory.Exists(_profile) && attempt < 20; attempt++)
        {
            try { Directory.Delete(_profile, recursive: true); }
            catch (IOException) { await Task.Delay(100); }
        }
    }

    private static async Task<Uri> DebuggerAddressAsync(Process process, string profile, CancellationToken cancel)
    {
        string file = Path.Combine(profile, "DevToolsActivePort");
        while (true)
        {
            string[] lines = File.Exists(file) ? await File.ReadAllLinesAsync(file, cancel) : [];
            if (lines.Length >= 2) return new Uri($"ws://127.0.0.1:{lines[0]}{lines[1]}");
            if (process.HasExited) throw new InvalidOperationException($"the browser ended with code {process.ExitCode}");
            await Task.Delay(30, cancel);
        }
    }

    private async Task<JsonNode> CallAsync(string method, JsonObject parameters, string? session, CancellationToken cancel)
    {
        int id = ++_lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null) message["sessionId"] = session;
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancel);
        while (true)
        {
            JsonNode answer = await ReceiveAsync(cancel);
            if (answer["id"]?.GetValue<int>() != id) _events.Add(answer);
            else if (answer["error"] is { } error) throw new InvalidOperationException($"{method}: {error.ToJsonString()}");
            else return answer["result"]!;
        }
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken cancel)
    {
        using var message = new MemoryStream();
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer, cancel);
            message.Write(_buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }

    /// <summary>An open page.</summary>
    internal sealed class Page(Browser browser, string session)
    {
        /// <summary>Everything it asked for, the page itself included.</summary>
        public IReadOnlyList<string> Requests => [.. Events("Network.requestWillBeSent").Select(e => e["request"]!["url"]!.GetValue<string>())];

        /// <summary>What it complained about: exceptions, console errors and warnings, violations of its security policy.</summary>
        public IReadOnlyList<string> Complaints =>
        [
            .. Events("Runtime.exceptionThrown").Select(e => e["exceptionDetails"]!.ToJsonString()),
            .. Events("Runtime.consoleAPICalled").Where(e => _complaints.Contains(e["type"]!.GetValue<string>())).Select(e => e["args"]!.ToJsonString()),
            .. Events("Log.entryAdded").Where(e => _complaints.Contains(e["entry"]!["level"]!.GetValue<string>())).Select(e => e["entry"]!.ToJsonString()),
        ];

        /// <summary>Value of an expression in the page; a promise is awaited.</summary>
        public async Task<JsonNode?> EvaluateAsync(string expression, CancellationToken cancel)
        {
            var parameters = new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true };
            JsonNode answer = await browser.CallAsync("Runtime.evaluate", parameters, session, cancel);
            return answer["exceptionDetails"] is { } thrown ? throw new InvalidOperationException(thrown.ToJsonString()) : answer["result"]!["value"];
        }

        private IEnumerable<JsonNode> Events(string method) =>
            browser._events.Where(e => e["sessionId"]?.GetValue<string>() == session && e["method"]?.GetValue<string>() == method).Select(e => e["params"]!);
    }
}
